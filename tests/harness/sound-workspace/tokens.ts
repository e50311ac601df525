import type { Ref } from './plain.ts';
import { isKeyword } from './words.ts';

/** A word or sign of a text, as it is written. */
export interface Token {
  readonly text: string;
  /** It stands on the line of the word before it: always, or unless that word plainly leaves something open, such as `or` and a comma. */
  readonly stays?: 'always' | 'unless-open';
}

/** What is printed in the place of a node: words of the language by their text, several in one; the tokens of others; or nothing. */
export type Part = string | Token | undefined | false | readonly Part[];

export function flat(part: Part): Token[] {
  if (part === undefined || part === false) return [];
  if (typeof part === 'string') return part.split(' ').map((text) => ({ text }));
  return 'text' in part ? [part] : part.flatMap(flat);
}

/** A string, as it is written. */
export function as(text: string): Token {
  return { text };
}

export function sameLine(text: string): Token {
  return { text, stays: 'always' };
}

/** A name. One that is a word of the language could begin a line, and one that is like such a word would be taken for it there. */
export function name(text: string): Token {
  return { text, stays: isKeyword(text) ? 'always' : 'unless-open' };
}

export function ref({ name: text }: Ref): Token {
  return name(text);
}

export function number(value: number): string {
  return String(value);
}

export function separated(parts: readonly Part[]): Part {
  return parts.map((part, index) => [index > 0 && ',', part]);
}

/** What is said to be expected begins on the line of `expect`. */
export function sameLineAll(part: Part): Part {
  const [first, ...rest] = flat(part);
  return first && [sameLine(first.text), ...rest];
}
