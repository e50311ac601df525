/**
 * The text of a phrase as its author writes it: words, `a/b` for either, `*` for any ending of a word, `...` for a few
 * words between, `<time>` for that kind of text. This reads the form only: what a word is, and in which normal form words
 * are compared, is the runtime's to say. All offsets are UTF-16 offsets in the pattern text.
 */

/** The kinds of text that `<…>` may name. The runtime defines what each of them matches. */
export const PATTERN_KINDS = ['time', 'duration', 'amount', 'number', 'date', 'email', 'phone', 'link'] as const;

export type PatternKind = (typeof PATTERN_KINDS)[number];

export interface PatternSpan {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** One of the texts that `/` separates. It may be several words: `e-mail`. */
export interface PatternAlternative extends PatternSpan {
  /** As written, without the `*` and what follows it. */
  readonly text: string;
  /** Whether its last word may end anyhow. */
  readonly anyEnding: boolean;
}

export type PatternElement =
  /** What stands between two blanks; one alternative or more. */
  | ({ readonly type: 'chunk'; readonly alternatives: readonly PatternAlternative[] } & PatternSpan)
  /** `...` or `…`. */
  | ({ readonly type: 'gap' } & PatternSpan)
  | ({ readonly type: 'kind'; readonly kind: PatternKind } & PatternSpan);

export type PatternProblem = PatternSpan &
  (
    | { readonly kind: 'gap-at-end' }
    /** The second of two gaps with nothing between. */
    | { readonly kind: 'gap-after-gap' }
    | { readonly kind: 'unknown-kind'; readonly name: string; readonly known: readonly PatternKind[] }
    | { readonly kind: 'unclosed-kind' }
    /** A `/` that touches `<…>`: only words can be alternatives. */
    | { readonly kind: 'kind-as-alternative' }
    /** A `*` with no word before it. */
    | { readonly kind: 'star-alone' }
    /** A `*` that isn't the end of its word. */
    | { readonly kind: 'star-inside-word' }
    /** Nothing before, after or between the `/`. */
    | { readonly kind: 'empty-alternative' }
  );

export interface Pattern {
  /** What could be read, in the order written; what a problem is about may be missing. */
  readonly elements: readonly PatternElement[];
  /** Ordered by where they begin. */
  readonly problems: readonly PatternProblem[];
}

/** A blank run, a gap, something in angle brackets, an opening bracket that nothing closes, or a chunk. */
const PARTS =
  /(?<blank>\p{White_Space}+)|(?<gap>\.{3,}|…)|<(?<name>[^<>]*)>|(?<unclosed><[^<>]*)|(?<chunk>(?:(?!\.{3})[^\p{White_Space}…<])+)/gu;

/** Reads a pattern. Any text gives a pattern; what is wrong with it stands in `problems`. */
export function parsePattern(text: string): Pattern {
  const elements: PatternElement[] = [];
  const problems: PatternProblem[] = [];
  const parts: PatternPart[] = [];
  for (const part of text.matchAll(PARTS)) {
    const span = { start: part.index, end: part.index + part[0].length };
    const { blank, gap, name, unclosed, chunk } = part.groups ?? {};
    if (blank === undefined) parts.push({ isGap: gap !== undefined, ...span });
    if (gap !== undefined) elements.push({ type: 'gap', ...span });
    else if (name !== undefined) readKind(name, span, elements, problems);
    else if (unclosed !== undefined) problems.push({ kind: 'unclosed-kind', ...span });
    else if (chunk !== undefined) readChunk(chunk, text, span.start, elements, problems);
  }
  problems.push(...misplacedGaps(parts));
  return { elements, problems: problems.sort((a, b) => a.start - b.start) };
}

function readKind(name: string, span: PatternSpan, elements: PatternElement[], problems: PatternProblem[]): void {
  const kind = PATTERN_KINDS.find((known) => known === name);
  if (kind === undefined) problems.push({ kind: 'unknown-kind', name, known: PATTERN_KINDS, ...span });
  else elements.push({ type: 'kind', kind, ...span });
}

function readChunk(
  chunk: string,
  pattern: string,
  start: number,
  elements: PatternElement[],
  problems: PatternProblem[],
): void {
  const end = start + chunk.length;
  const alternatives: PatternAlternative[] = [];
  let offset = start;
  for (const piece of chunk.split('/')) {
    if (piece !== '') alternatives.push(readAlternative(piece, offset, problems));
    offset += piece.length + 1;
  }
  for (const slash of slashesWithoutAlternative(chunk)) {
    const span = { start: start + slash, end: start + slash + 1 };
    const touchesKind =
      (slash === 0 && pattern[start - 1] === '>') || (slash === chunk.length - 1 && pattern[end] === '<');
    problems.push({ kind: touchesKind ? 'kind-as-alternative' : 'empty-alternative', ...span });
  }
  if (alternatives.length > 0) elements.push({ type: 'chunk', alternatives, start, end });
}

/** The offsets of each `/` that begins or ends the chunk or follows another `/`. */
function slashesWithoutAlternative(chunk: string): readonly number[] {
  return Array.from(chunk.matchAll(/\//g), ({ index }) => index).filter(
    (slash) => slash === 0 || slash === chunk.length - 1 || chunk[slash - 1] === '/',
  );
}

/** Punctuation that may follow the `*` of a word, as it may follow any word. */
const CLOSING_PUNCTUATION = /^[.,;:!?)\]"'’”]*$/;

function readAlternative(piece: string, start: number, problems: PatternProblem[]): PatternAlternative {
  const end = start + piece.length;
  const star = piece.indexOf('*');
  if (star === -1) return { text: piece, anyEnding: false, start, end };
  const span = { start: start + star, end: start + star + 1 };
  const isAtEnd = CLOSING_PUNCTUATION.test(piece.slice(star + 1));
  if (star === 0) problems.push({ kind: 'star-alone', ...span });
  else if (!isAtEnd) problems.push({ kind: 'star-inside-word', ...span });
  return { text: piece.slice(0, star), anyEnding: star > 0 && isAtEnd, start, end };
}

/** A part of the pattern that isn't blank, sound or not. */
interface PatternPart extends PatternSpan {
  readonly isGap: boolean;
}

function misplacedGaps(parts: readonly PatternPart[]): readonly PatternProblem[] {
  return parts.flatMap(({ isGap, start, end }, index): readonly PatternProblem[] => {
    if (!isGap) return [];
    if (parts[index - 1]?.isGap) return [{ kind: 'gap-after-gap', start, end }];
    return index === 0 || index === parts.length - 1 ? [{ kind: 'gap-at-end', start, end }] : [];
  });
}
