/** A message made ready for matching: its words, and what stands between them. */
import { classOf } from './characters.ts';
import { type Word, wordsOf } from './words.ts';

export interface Message {
  readonly words: readonly Word[];
  /**
   * What stands before each word and, in the last entry, after the last one: `gaps[i]` separates `words[i - 1]` and
   * `words[i]`. Format characters are left out, and full-width forms (U+FF01 to U+FF5E, U+3000, U+FFE0, U+FFE1, U+FFE5,
   * U+FFE6) are written as the characters they stand for.
   */
  readonly gaps: readonly string[];
}

export function readMessage(text: string): Message {
  const words = wordsOf(text);
  // Without surrogates, code points are what strings count in.
  const characters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : undefined;
  const between = (from: number, to?: number): string =>
    characters === undefined ? text.slice(from, to) : characters.slice(from, to).join('');
  const gaps: string[] = [];
  let from = 0;
  for (const word of words) {
    gaps.push(plainGap(between(from, word.start)));
    from = word.end;
  }
  gaps.push(plainGap(between(from)));
  return { words, gaps };
}

const WIDE_SIGNS: ReadonlyMap<string, string> = new Map([
  ['\u3000', ' '],
  ['\uffe0', '¢'],
  ['\uffe1', '£'],
  ['\uffe5', '¥'],
  ['\uffe6', '₩'],
]);

function plainGap(characters: string): string {
  // ASCII has neither format characters nor full-width forms.
  if (/^[\0-\x7f]*$/.test(characters)) return characters;
  let gap = '';
  for (const character of characters) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (classOf(codePoint) === 'format') continue;
    if (codePoint >= 0xff01 && codePoint <= 0xff5e) gap += String.fromCharCode(codePoint - 0xfee0);
    else gap += WIDE_SIGNS.get(character) ?? character;
  }
  return gap;
}
