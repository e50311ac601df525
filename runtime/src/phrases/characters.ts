/**
 * What each code point is to the phrase matcher, by Unicode 14 whatever table the JavaScript engine carries.
 */
import { UNICODE_14_RUNS } from './generated/unicode-14.ts';

/**
 * - `letter`: a letter or number (general categories L and N) of a script that puts spaces between words;
 * - `unspaced`: a letter or number of a script that doesn't: Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar
 *   (the exact ranges stand in `scripts/unicode-table.ts`);
 * - `mark`: general category M, and the half-width sound marks U+FF9E and U+FF9F;
 * - `format`: general category Cf, invisible: read as if it weren't there;
 * - `currency`: general category Sc;
 * - `separator`: everything else, with what Unicode 14 doesn't assign and lone surrogates.
 */
export type CharacterClass = 'letter' | 'unspaced' | 'mark' | 'format' | 'currency' | 'separator';

const CLASS_OF_LETTER: Readonly<Record<string, CharacterClass>> = {
  L: 'letter',
  U: 'unspaced',
  M: 'mark',
  F: 'format',
  C: 'currency',
  S: 'separator',
};

/** The first code point of each run, ascending, and the class of the run at the same index. */
const { runStarts, runClasses } = decodeRuns(UNICODE_14_RUNS);

/** The classes of the code points below U+0300, looked up directly: most messages need no others. */
const LATIN_CLASSES: readonly CharacterClass[] = Array.from({ length: 0x300 }, (_, codePoint) => searchRuns(codePoint));

/** The class of a code point. */
export function classOf(codePoint: number): CharacterClass {
  return LATIN_CLASSES[codePoint] ?? searchRuns(codePoint);
}

function decodeRuns(encoded: string): { runStarts: readonly number[]; runClasses: readonly CharacterClass[] } {
  const starts: number[] = [];
  const classes: CharacterClass[] = [];
  let start = 0;
  for (const [, length = '', letter = ''] of encoded.matchAll(/([0-9a-z]+)([A-Z])/g)) {
    starts.push(start);
    classes.push(CLASS_OF_LETTER[letter] ?? 'separator');
    start += Number.parseInt(length, 36);
  }
  return { runStarts: starts, runClasses: classes };
}

/** Finds the last run that starts at or before the code point. */
function searchRuns(codePoint: number): CharacterClass {
  let low = 0;
  let high = runStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runStarts[middle] ?? 0) <= codePoint) low = middle;
    else high = middle - 1;
  }
  return runClasses[low] ?? 'separator';
}
