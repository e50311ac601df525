/** Compiled phrase lists, and where one is found in a message. */
import { stretchesOf, type TextKind } from './kinds.ts';
import { type Message, readMessage } from './message.ts';

/** One element of a phrase. */
export type PhraseElement =
  /** One word: equal to one of `words`, or beginning with one of `prefixes`; all in their normal form. */
  | { readonly words: readonly string[]; readonly prefixes: readonly string[] }
  /** Up to that many words, whatever they are. */
  | { readonly gap: number }
  /** A stretch of text of that kind. */
  | { readonly kind: TextKind };

/** One phrase of a list, compiled: what must follow what. */
export interface CompiledPhrase {
  /** The phrase as its author wrote it. */
  readonly text: string;
  readonly sequence: readonly PhraseElement[];
}

/** A list of phrases, any of which is enough, and those that cancel a match they share a word with. */
export interface CompiledPhraseList {
  readonly phrases: readonly CompiledPhrase[];
  readonly except: readonly CompiledPhrase[];
}

/** Where a list was found in a message. */
export interface PhraseMatch {
  /** The index of the phrase in `phrases`. */
  readonly phrase: number;
  /** Where the first word of the match begins in the message, in code points. */
  readonly start: number;
  /** Where the last word of the match ends in the message, in code points, exclusive. */
  readonly end: number;
}

/**
 * The leftmost, then shortest, then first-written match of the list's phrases that shares no word with any match of its
 * `except` phrases; undefined if there is none. A match is a stretch of the message from its first word to its last,
 * with the words in its gaps. Takes time linear in the message for a given list; never throws.
 */
export function findPhrase(message: string, list: CompiledPhraseList): PhraseMatch | undefined {
  return findPhraseIn(readMessage(message), list);
}

/** As `findPhrase`, for a message that many lists are looked for in: it is read only once. */
export function findPhraseIn(message: Message, list: CompiledPhraseList): PhraseMatch | undefined {
  const isFree = freeStretches(message, list.except);
  let best: { readonly phrase: number; readonly from: number; readonly to: number } | undefined;
  for (const [phrase, { sequence }] of list.phrases.entries()) {
    const shortest = endsByStart(message, sequence, Math.min);
    for (const [from, to] of shortest.entries()) {
      if (to === undefined || !isFree(from, to)) continue;
      if (best === undefined || from < best.from || (from === best.from && to < best.to)) best = { phrase, from, to };
      break;
    }
  }
  const first = best && message.words[best.from];
  const last = best && message.words[best.to - 1];
  return best && first && last && { phrase: best.phrase, start: first.start, end: last.end };
}

/** Tells whether no word from one index to another (exclusive) lies in a match of the `except` phrases. */
function freeStretches(message: Message, except: readonly CompiledPhrase[]): (from: number, to: number) => boolean {
  if (except.length === 0) return () => true;
  const reach = new Array<number>(message.words.length).fill(0);
  for (const { sequence } of except) {
    for (const [from, to] of endsByStart(message, sequence, Math.max).entries()) {
      reach[from] = Math.max(reach[from] ?? 0, to ?? 0);
    }
  }
  // How many words before each index are covered: two equal entries mean that no covered word lies between them.
  const coveredBefore = [0];
  let covered = 0;
  let coveredTo = 0;
  for (const [index, to] of reach.entries()) {
    coveredTo = Math.max(coveredTo, to);
    if (index < coveredTo) covered++;
    coveredBefore.push(covered);
  }
  return (from, to) => coveredBefore[from] === coveredBefore[to];
}

/**
 * For each word index, where the sequence that begins there ends (a word index, exclusive), or undefined if it doesn't
 * match there. Gaps may leave several ends: `choose` picks `Math.min` or `Math.max` of them. Worked out from the last
 * element back to the first, each in one pass over the message, so that no choice of gaps is ever tried twice. A match
 * has at least one word.
 */
function endsByStart(
  message: Message,
  sequence: readonly PhraseElement[],
  choose: (a: number, b: number) => number,
): readonly (number | undefined)[] {
  const { words } = message;
  let ends: readonly (number | undefined)[] = Array.from({ length: words.length + 1 }, (_, index) => index);
  for (const element of sequence.toReversed()) {
    const after = ends;
    if ('gap' in element) {
      ends = after.map((_, index) =>
        after
          .slice(index, index + element.gap + 1)
          .reduce((a, b) => (a === undefined || b === undefined ? (a ?? b) : choose(a, b)), undefined),
      );
    } else if ('kind' in element) {
      const stretches = stretchesOf(message, element.kind);
      ends = after.map((_, index) => {
        const end = stretches[index];
        return end === undefined ? undefined : after[end];
      });
    } else {
      ends = after.map((_, index) => {
        const word = words[index];
        return word !== undefined && isWordOf(element, word.text) ? after[index + 1] : undefined;
      });
    }
  }
  return ends.slice(0, words.length).map((end, index) => (end === index ? undefined : end));
}

function isWordOf(element: { readonly words: readonly string[]; readonly prefixes: readonly string[] }, word: string) {
  return element.words.includes(word) || element.prefixes.some((prefix) => word.startsWith(prefix));
}
