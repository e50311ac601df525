/// <reference types="node" />
/**
 * Writes `runtime/src/phrases/generated/unicode-14.ts`: what each code point is to the phrase matcher, by Unicode 14.
 *
 * JavaScript engines carry Unicode tables of different ages, so the runtime ships its own. The table is a list of runs
 * that cover all code points from zero; each run is its length in base 36 followed by one capital letter.
 *
 * Run it with `node scripts/unicode-table.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import generalCategory from '@unicode/unicode-14.0.0/General_Category/index.mjs';

const CODE_POINTS = 0x110000;

/**
 * Scripts written without spaces between words: each letter or number of these ranges is a word with its marks.
 * Han, Hiragana and Katakana with their iteration and sound marks; Thai, Lao, Myanmar, Khmer.
 */
const UNSPACED: readonly (readonly [first: number, last: number])[] = [
  [0x0e00, 0x0e7f], // Thai
  [0x0e80, 0x0eff], // Lao
  [0x1000, 0x109f], // Myanmar
  [0x1780, 0x17ff], // Khmer
  [0x3005, 0x3007], // 々 〆 〇
  [0x3021, 0x3029], // Hangzhou numerals
  [0x3031, 0x3035], // vertical kana repeat marks
  [0x3038, 0x303c], // Hangzhou numerals, 〻 〼
  [0x3041, 0x309f], // Hiragana
  [0x30a0, 0x30ff], // Katakana
  [0x31f0, 0x31ff], // Katakana Phonetic Extensions
  [0x3400, 0x4dbf], // CJK Extension A
  [0x4e00, 0x9fff], // CJK Unified Ideographs
  [0xa9e0, 0xa9ff], // Myanmar Extended-B
  [0xaa60, 0xaa7f], // Myanmar Extended-A
  [0xf900, 0xfaff], // CJK Compatibility Ideographs
  [0xff66, 0xff9d], // half-width Katakana
  [0x1aff0, 0x1b16f], // Kana Extended-B, Kana Supplement, Kana Extended-A, Small Kana Extension
  [0x20000, 0x3ffff], // the ideographic planes
];

/** The half-width voiced and semi-voiced sound marks: letters by category, combining marks in every other form. */
const HALF_WIDTH_MARKS: readonly number[] = [0xff9e, 0xff9f];

/** The capital letter of a code point's class; `characters.ts` gives them their names. */
function classLetter(codePoint: number): string {
  switch (generalCategory.get(codePoint)) {
    case 'Uppercase_Letter':
    case 'Lowercase_Letter':
    case 'Titlecase_Letter':
    case 'Modifier_Letter':
    case 'Other_Letter':
    case 'Decimal_Number':
    case 'Letter_Number':
    case 'Other_Number':
      if (HALF_WIDTH_MARKS.includes(codePoint)) return 'M';
      return UNSPACED.some(([first, last]) => first <= codePoint && codePoint <= last) ? 'U' : 'L';
    case 'Nonspacing_Mark':
    case 'Spacing_Mark':
    case 'Enclosing_Mark':
      return 'M';
    case 'Format':
      return 'F';
    case 'Currency_Symbol':
      return 'C';
    default:
      return 'S';
  }
}

function encodeRuns(): string {
  const runs: string[] = [];
  let runStart = 0;
  for (let codePoint = 1; codePoint <= CODE_POINTS; codePoint++) {
    const letter = classLetter(runStart);
    if (codePoint < CODE_POINTS && classLetter(codePoint) === letter) continue;
    runs.push((codePoint - runStart).toString(36) + letter);
    runStart = codePoint;
  }
  return runs.join('');
}

const folder = new URL('../runtime/src/phrases/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('unicode-14.ts', folder),
  `// Written by scripts/unicode-table.ts from @unicode/unicode-14.0.0; do not edit.
/** Runs of code points of one class, from U+0000 on: length in base 36, then the letter of the class. */
export const UNICODE_14_RUNS =
  '${encodeRuns()}';
`,
);
