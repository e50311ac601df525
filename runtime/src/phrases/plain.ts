/**
 * The characters of most messages, and what each of them becomes in the normal form of a word.
 *
 * Plain are the letters and numbers, apostrophes and separators of U+0000 to U+017F and U+2000 to U+206F that stay one
 * character in the normal form, whatever stands beside them. None of these letters composes with what comes before it,
 * so that a word of them is normalised character by character. What isn't plain may mean something to its neighbours:
 * marks, invisible characters, letters that become two, and all other scripts.
 */
import { classOf } from './characters.ts';
import { isApostrophe, normalForm } from './words.ts';

/** What ends every word, whatever comes before or after it. */
export const SEPARATOR = 0;
export const APOSTROPHE = 1;
export const NOT_PLAIN = 2;

const LATIN_END = 0x180;
const PUNCTUATION_START = 0x2000;
const PUNCTUATION_END = 0x2070;

const SIGNS = Uint16Array.from({ length: PUNCTUATION_END }, (_, unit) =>
  unit < LATIN_END || unit >= PUNCTUATION_START ? signOf(unit) : NOT_PLAIN,
);

/** Of a UTF-16 unit: one of the three above, or the unit that the letter or number becomes, which is greater than they are. */
export function plainSign(unit: number): number {
  return unit < PUNCTUATION_END ? (SIGNS[unit] ?? NOT_PLAIN) : NOT_PLAIN;
}

function signOf(unit: number): number {
  if (isApostrophe(unit)) return APOSTROPHE;
  switch (classOf(unit)) {
    case 'separator':
    case 'currency':
      return SEPARATOR;
    case 'letter': {
      const normal = normalForm(String.fromCharCode(unit));
      return normal.length === 1 ? normal.charCodeAt(0) : NOT_PLAIN;
    }
    default:
      return NOT_PLAIN;
  }
}
