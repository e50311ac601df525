/** From a phrase as its author wrote it to the compiled form that the runtime matches. */
import {
  type PatternAlternative,
  type PatternElement,
  type PatternProblem,
  type PatternSpan,
  parsePattern,
} from '@poise/language';
import { type CompiledPhrase, type CompiledPhraseElement as PhraseElement, utf16Offset, wordsOf } from '@poise/runtime';

/** How many words `...` lets pass. */
const GAP_WORDS = 4;

/** How many compiled phrases one written phrase may become. */
export const MOST_COMBINATIONS = 64;

export type PhraseProblem =
  | PatternProblem
  | (PatternSpan &
      /** Nothing in the phrase is a word or a kind of text. */
      (
        | { readonly kind: 'no-word' }
        /** One of several alternatives has no word: `parcel/!`. */
        | { readonly kind: 'wordless-alternative' }
        /** A `*` that follows something that isn't a word. */
        | { readonly kind: 'star-after-non-word' }
        /** Alternatives of several words multiply. */
        | { readonly kind: 'too-many-combinations'; readonly count: number; readonly limit: number }
      ));

export interface PhraseCompilation {
  /** Several where an alternative is several words, all with the same `text`; none if there is a problem. */
  readonly phrases: readonly CompiledPhrase[];
  /** With UTF-16 offsets in the phrase, ordered by where they begin. */
  readonly problems: readonly PhraseProblem[];
}

/** Compiles one phrase of a list. Any text gives a result. */
export function compilePhrase(text: string): PhraseCompilation {
  const pattern = parsePattern(text);
  const problems: PhraseProblem[] = [...pattern.problems];
  const parts: PhrasePart[] = [];
  for (const element of pattern.elements) {
    const options = optionsOf(element, problems);
    if (options.length > 0) parts.push({ element, options });
  }
  if (pattern.problems.length === 0) {
    const whole = { start: 0, end: text.length };
    problems.push(...misplacedGaps(parts));
    if (!parts.some(({ element }) => element.type !== 'gap')) problems.push({ kind: 'no-word', ...whole });
    const count = parts.reduce((product, { options }) => product * options.length, 1);
    if (count > MOST_COMBINATIONS) {
      problems.push({ kind: 'too-many-combinations', count, limit: MOST_COMBINATIONS, ...whole });
    }
  }
  if (problems.length > 0) return { phrases: [], problems: problems.sort((a, b) => a.start - b.start) };
  return { phrases: combinations(parts).map((sequence) => ({ text, sequence })), problems: [] };
}

/** An element of the pattern and the sequences any of which may stand in its place. */
interface PhrasePart {
  readonly element: PatternElement;
  readonly options: readonly (readonly PhraseElement[])[];
}

function optionsOf(element: PatternElement, problems: PhraseProblem[]): readonly (readonly PhraseElement[])[] {
  switch (element.type) {
    case 'gap':
      return [[{ gap: GAP_WORDS }]];
    case 'kind':
      return [[{ kind: element.kind }]];
    case 'chunk': {
      const sequences = element.alternatives.map((alternative) => wordsOfAlternative(alternative, problems));
      const isPunctuation = sequences.length === 1 && sequences[0]?.length === 0;
      if (isPunctuation) return [];
      for (const [index, alternative] of element.alternatives.entries()) {
        const { start, end } = alternative;
        if (sequences[index]?.length === 0) problems.push({ kind: 'wordless-alternative', start, end });
      }
      return withSingleWordsTogether(sequences);
    }
  }
}

type WordElement = Extract<PhraseElement, { readonly words: readonly string[] }>;

function wordsOfAlternative(alternative: PatternAlternative, problems: PhraseProblem[]): readonly WordElement[] {
  const { text, anyEnding, start, end } = alternative;
  const words = wordsOf(text);
  const last = words.at(-1);
  if (anyEnding && (last === undefined || utf16Offset(text, last.end) !== text.length)) {
    problems.push({ kind: 'star-after-non-word', start, end });
  }
  return words.map((word) =>
    anyEnding && word === last ? { words: [], prefixes: [word.text] } : { words: [word.text], prefixes: [] },
  );
}

/** Alternatives of one word become one element, in the place of the first of them; the others stay by themselves. */
function withSingleWordsTogether(sequences: readonly (readonly WordElement[])[]): readonly (readonly WordElement[])[] {
  const single = sequences.filter((sequence) => sequence.length === 1);
  const together = single.flat().reduce<WordElement>(
    (merged, { words, prefixes }) => ({
      words: [...new Set([...merged.words, ...words])],
      prefixes: [...new Set([...merged.prefixes, ...prefixes])],
    }),
    { words: [], prefixes: [] },
  );
  return sequences.flatMap((sequence) => {
    if (sequence.length !== 1) return [sequence];
    return sequence === single[0] ? [[together]] : [];
  });
}

/** Gaps that end up at an end or side by side, because what stands between has no word: `... - hello`. */
function misplacedGaps(parts: readonly PhrasePart[]): readonly PhraseProblem[] {
  return parts.flatMap(({ element }, index): readonly PhraseProblem[] => {
    if (element.type !== 'gap') return [];
    const { start, end } = element;
    if (parts[index - 1]?.element.type === 'gap') return [{ kind: 'gap-after-gap', start, end }];
    return index === 0 || index === parts.length - 1 ? [{ kind: 'gap-at-end', start, end }] : [];
  });
}

/** Every way to take one option of each part, in the order written. */
function combinations(parts: readonly PhrasePart[]): readonly (readonly PhraseElement[])[] {
  let sequences: PhraseElement[][] = [[]];
  for (const { options } of parts) {
    const [only, another] = options;
    // As a rule there is one, and long phrases would take long to copy.
    if (only && !another) for (const sequence of sequences) sequence.push(...only);
    else sequences = sequences.flatMap((sequence) => options.map((option) => [...sequence, ...option]));
  }
  return sequences;
}
