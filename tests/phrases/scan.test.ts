import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { APOSTROPHE, NOT_PLAIN, plainSign, SEPARATOR } from '../../runtime/src/phrases/plain.ts';
import { hashOf, WordScanner } from '../../runtime/src/phrases/scan.ts';
import { type Word, wordsOf } from '../../runtime/src/phrases/words.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { anyText } from './any-text.ts';

const UNITS = Array.from({ length: 0x10000 }, (_, unit) => unit);
const LETTERS = UNITS.filter((unit) => plainSign(unit) > NOT_PLAIN);
const PLAIN = UNITS.filter((unit) => plainSign(unit) !== NOT_PLAIN);

/** Mostly plain, as messages are, with now and then what isn't. */
const text = fc.oneof(
  fc.array(fc.constantFrom(...PLAIN), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.oneof(fc.constantFrom('don’t', 'İ', "''", 'ﬁ', '½', 'ÿ', 'ſ', ' ', '\u0301'), anyText), { maxLength: 8 })
    .map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.nat({ max: 0x250 }), fc.integer({ min: 0x2000, max: 0x2100 })), { maxLength: 40 })
    .map((units) => String.fromCharCode(...units)),
  anyText,
);

/** The words of a text as the scanner has them; it must have a hash for each, too. */
function scannedWords(scanner: WordScanner, text: string): readonly Word[] {
  scanner.read(text);
  return Array.from({ length: scanner.count }, (_, index) => {
    const word = String.fromCharCode(...scanner.units.subarray(scanner.places[index], scanner.places[index + 1]));
    expect(scanner.hashes[index]).toBe(hashOf(word));
    return { text: word, start: scanner.starts[index] ?? -1, end: scanner.ends[index] ?? -1 };
  });
}

describe('the scanner', () => {
  test(
    'gives the words of any text',
    () => {
      const scanner = new WordScanner();
      fc.assert(
        fc.property(text, (any) => {
          expect(scannedWords(scanner, any)).toEqual(wordsOf(any));
        }),
        runs(5_000),
      );
    },
    PATIENCE,
  );

  test('gives the words of texts of every length', () => {
    const scanner = new WordScanner();
    for (const length of [5_000, 1, 0, 10_000]) {
      const long = 'x '.repeat(length);
      expect(scannedWords(scanner, long)).toEqual(wordsOf(long));
    }
  });
});

describe('a plain character', () => {
  test.each([
    ['a', 'a'],
    ['Z', 'z'],
    ['7', '7'],
    ['É', 'é'],
    ['ß', 'ß'],
    ['ſ', 's'],
  ])('%s is %s in a word', (character, normal) => {
    expect(plainSign(character.charCodeAt(0))).toBe(normal.charCodeAt(0));
  });

  test.each([
    [' ', SEPARATOR],
    ['£', SEPARATOR],
    ['\u00a0', SEPARATOR],
    ['—', SEPARATOR],
    ['’', APOSTROPHE],
    ['´', APOSTROPHE],
    ['½', NOT_PLAIN],
    ['İ', NOT_PLAIN],
    ['\u00ad', NOT_PLAIN],
    ['\u200d', NOT_PLAIN],
    ['\u0301', NOT_PLAIN],
    ['漢', NOT_PLAIN],
    ['\ud83d', NOT_PLAIN],
  ])('or not: %j', (character, sign) => {
    expect(plainSign(character.charCodeAt(0))).toBe(sign);
  });

  test('becomes the same beside any other', () => {
    const normal = (unit: number) => String.fromCharCode(plainSign(unit));
    const wrong = LETTERS.flatMap((one) =>
      LETTERS.filter((other) => {
        const [word, another] = wordsOf(String.fromCharCode(one, other));
        return word?.text !== normal(one) + normal(other) || another !== undefined;
      }).map((other) => [one, other]),
    );
    expect(LETTERS.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});
