/**
 * Which phrases of a list find nothing that another one doesn't find anyway. This is proved on the compiled phrases, and where it can't be
 * proved nothing is said.
 */
import type { CompiledPhrase, CompiledPhraseElement as PhraseElement } from '@poise/runtime';

type Sequence = CompiledPhrase['sequence'];
type WordElement = Extract<PhraseElement, { readonly words: readonly string[] }>;

/** A phrase as its author wrote it, and the sequences any of which it finds. */
export interface WrittenPhrase {
  readonly text: string;
  readonly sequences: readonly Sequence[];
}

/**
 * What counts as covering:
 * - `within`: in each stretch of a message that the one phrase finds lies one that the other finds. An exception that spares the larger
 *   stretch spares the smaller one, too, so the phrase can go from its list, whatever exceptions there are.
 * - `exactly`: the other finds the very same stretch. So it must be among exceptions, which take away what they share a word with: the
 *   larger stretch takes away more.
 */
export type Covering = 'within' | 'exactly';

/** Nobody writes longer phrases, nor more words to choose from, and comparing them would take long. */
const MOST_ELEMENTS = 50;
const MOST_ALTERNATIVES = 50;

/** How many phrases with a word in common one is compared with: lists may have tens of thousands. */
const MOST_CANDIDATES = 100;

/** The most letters before a `*` that are looked for among the beginnings of a word. */
const LONGEST_BEGINNING = 40;

/**
 * Those of `own` that another of `own` or one of `others` covers, with the first such. Of phrases that find the same, the first one stays.
 * Takes time linear in the phrases.
 */
export function coveredPhrases<Phrase extends WrittenPhrase>(
  own: readonly Phrase[],
  others: readonly Phrase[],
  covering: Covering,
): { readonly phrase: Phrase; readonly by: Phrase }[] {
  if (others.length + own.length < 2) return [];
  const first = others.filter(isComparable);
  const all = [...first, ...own.filter(isComparable)];
  const candidatesFor = indexByAnchor(all);
  return all.slice(first.length).flatMap((phrase, index) => {
    const place = first.length + index;
    const by = candidatesFor(phrase).find((candidate) => {
      const other = all[candidate];
      if (other === undefined || candidate === place || !covers(other, phrase, covering)) return false;
      return candidate < place || !covers(phrase, other, covering);
    });
    const covered = by === undefined ? undefined : all[by];
    return covered === undefined ? [] : [{ phrase, by: covered }];
  });
}

function isComparable({ sequences }: WrittenPhrase): boolean {
  return sequences.every(
    (sequence) =>
      sequence.length <= MOST_ELEMENTS &&
      sequence.every(
        (element) => !('words' in element) || element.words.length + element.prefixes.length <= MOST_ALTERNATIVES,
      ),
  );
}

/** Whether one phrase finds all that the other finds. `false` may also mean: not proved. */
export function covers(by: WrittenPhrase, phrase: WrittenPhrase, covering: Covering): boolean {
  return (
    phrase.sequences.length > 0 &&
    phrase.sequences.every((sequence) => by.sequences.some((wider) => coversSequence(wider, sequence, covering)))
  );
}

/**
 * Lays one sequence along the other: a word upon a word that it accepts, a kind upon the same kind, a gap upon whatever is never longer than
 * itself. If it fits, then it fits in every message in which the other is found, however long the gaps turn out there.
 */
function coversSequence(wider: Sequence, sequence: Sequence, covering: Covering): boolean {
  const failed = new Set<number>();
  const fits = (at: number, along: number): boolean => {
    const element = wider[at];
    if (element === undefined) return covering === 'within' || along === sequence.length;
    const key = at * (sequence.length + 1) + along;
    if (failed.has(key)) return false;
    const found =
      'gap' in element
        ? fitsAfterGap(element.gap, at, along)
        : fitsOn(element, sequence[along]) && fits(at + 1, along + 1);
    if (!found) failed.add(key);
    return found;
  };
  const fitsAfterGap = (gap: number, at: number, along: number): boolean => {
    let left = gap;
    for (let next = along; left >= 0; next++) {
      if (fits(at + 1, next)) return true;
      left -= mostWords(sequence[next]);
    }
    return false;
  };
  return covering === 'exactly' ? fits(0, 0) : sequence.some((_, start) => fits(0, start));
}

function fitsOn(wider: Exclude<PhraseElement, { readonly gap: number }>, element: PhraseElement | undefined): boolean {
  if (element === undefined || 'gap' in element) return false;
  if ('kind' in wider) return 'kind' in element && element.kind === wider.kind;
  return !('kind' in element) && acceptsAll(wider, element);
}

/** Whether one element accepts every word that the other accepts. */
function acceptsAll(wider: WordElement, { words, prefixes }: WordElement): boolean {
  const acceptsAnyEnding = (word: string) => wider.prefixes.some((prefix) => word.startsWith(prefix));
  return (
    words.every((word) => wider.words.includes(word) || acceptsAnyEnding(word)) && prefixes.every(acceptsAnyEnding)
  );
}

/** How many words of a message an element may take at most; a kind takes as many as there are. */
function mostWords(element: PhraseElement | undefined): number {
  if (element === undefined || 'kind' in element) return Number.POSITIVE_INFINITY;
  return 'gap' in element ? element.gap : 1;
}

/** For a phrase, the indices of those that may cover it, ascending: what makes each of them most particular has to stand in the phrase, too. */
function indexByAnchor(phrases: readonly WrittenPhrase[]): (phrase: WrittenPhrase) => readonly number[] {
  const frequency = new Map<string, number>();
  for (const key of phrases.flatMap(({ sequences }) => sequences.flat().flatMap(keysOf))) {
    frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  const weight = (keys: readonly string[]) => keys.reduce((sum, key) => sum + (frequency.get(key) ?? 0), 0);
  const index = new Map<string, number[]>();
  for (const [place, { sequences }] of phrases.entries()) {
    const anchors = sequences.map((sequence) => {
      const keys = sequence.map(keysOf).filter(({ length }) => length > 0);
      return keys.reduce((best, other) => (weight(other) < weight(best) ? other : best), keys[0] ?? []);
    });
    for (const key of new Set(anchors.flat())) {
      const known = index.get(key);
      if (known) known.push(place);
      else index.set(key, [place]);
    }
  }
  return ({ sequences }) => {
    const found = new Set<number>();
    for (const key of (sequences[0] ?? []).flatMap(keysAccepting)) {
      for (const place of index.get(key) ?? []) {
        if (found.size >= MOST_CANDIDATES) return [...found];
        found.add(place);
      }
    }
    return [...found].sort((a, b) => a - b);
  };
}

/** What an element accepts, as keys: a word, the beginning of words, a kind. Nothing for a gap. */
function keysOf(element: PhraseElement): string[] {
  if ('gap' in element) return [];
  if ('kind' in element) return [`<${element.kind}>`];
  return [...element.words, ...element.prefixes.map(beginning)];
}

/** The keys of which an element has at least one that accepts all that this one accepts. */
function keysAccepting(element: PhraseElement): string[] {
  if ('gap' in element) return [];
  if ('kind' in element) return [`<${element.kind}>`];
  const [word] = element.words;
  const letters = word ?? element.prefixes[0] ?? '';
  const beginnings = Array.from({ length: Math.min(letters.length, LONGEST_BEGINNING) }, (_, index) =>
    beginning(letters.slice(0, index + 1)),
  );
  return word === undefined ? beginnings : [word, ...beginnings];
}

function beginning(letters: string): string {
  return `${letters}*`;
}
