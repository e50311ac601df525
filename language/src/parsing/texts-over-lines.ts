import type { IToken } from 'chevrotain';

/** A quote that ends a text begun on a line above: right behind its last word, and nothing but a condition or a remark comes after it. */
const CLOSED_BELOW = /^(?:\r?\n[^"“”„\r\n]*){1,20}[^\s"“”„\r\n]["”](?=[ \t]*(?:[\r\n]|$|\/\/|(?:when|unless|or)\b))/;

/**
 * Where a text ends that isn't closed on its line, since it goes on below: behind its closing quote. Nothing where it has none, as when it was
 * forgotten.
 *
 * @param end where its line ends
 */
export function endBelow(text: string, end: number): number | undefined {
  const below = CLOSED_BELOW.exec(text.slice(end, end + 2000))?.[0];
  return below === undefined ? undefined : end + below.length;
}

interface Words {
  readonly tokens: IToken[];
  readonly hidden: IToken[];
}

/**
 * The words of a text without those that stand on the further lines of what goes on over several: there they mean nothing.
 *
 * @param from where the text begins in its file
 */
export function withoutLinesBelow({ tokens, hidden }: Words, text: string, from: number): Words {
  const below: [start: number, end: number][] = [];
  for (const token of tokens) {
    const start = token.startOffset + token.image.length;
    if (!isUnclosed(token) || start <= (below.at(-1)?.[1] ?? 0)) continue;
    const end = endBelow(text, start - from);
    if (end !== undefined) below.push([start, from + end]);
  }
  if (below.length === 0) return { tokens, hidden };
  const isOutside = ({ startOffset: at }: IToken): boolean => !below.some(([start, end]) => start <= at && at < end);
  return { tokens: tokens.filter(isOutside), hidden: hidden.filter(isOutside) };
}

function isUnclosed({ tokenType, image }: IToken): boolean {
  return tokenType.name === 'STRING' && image[0] === '"' && (image.length === 1 || !/["“”]$/.test(image));
}
