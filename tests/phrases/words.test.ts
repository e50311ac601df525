import generalCategory from '@unicode/unicode-14.0.0/General_Category/index.mjs';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { classOf } from '../../runtime/src/phrases/characters.ts';
import { utf16Offset, wordsOf } from '../../runtime/src/phrases/words.ts';
import { anyText } from './any-text.ts';

const textsOf = (text: string): readonly string[] => wordsOf(text).map((word) => word.text);

describe('the class of a character', () => {
  test('is what Unicode 14 says of each code point', () => {
    const classes: Readonly<Record<string, readonly string[]>> = {
      Letter: ['letter', 'unspaced'],
      Number: ['letter', 'unspaced'],
      Mark: ['mark'],
      Format: ['format'],
      Currency_Symbol: ['currency'],
    };
    const halfWidthMarks = [0xff9e, 0xff9f];
    const wrong = Array.from({ length: 0x110000 }, (_, codePoint) => codePoint).filter((codePoint) => {
      const category = generalCategory.get(codePoint) ?? '';
      const expected = classes[category] ?? classes[category.replace(/^.*_/, '')] ?? ['separator'];
      return !expected.includes(classOf(codePoint)) && !halfWidthMarks.includes(codePoint);
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['漢', 'unspaced'],
    ['か', 'unspaced'],
    ['カ', 'unspaced'],
    ['ー', 'unspaced'],
    ['々', 'unspaced'],
    ['น', 'unspaced'],
    ['ກ', 'unspaced'],
    ['ក', 'unspaced'],
    ['မ', 'unspaced'],
    ['가', 'letter'],
    ['ਕ', 'letter'],
    ['ﾞ', 'mark'],
    ['฿', 'currency'],
    ['。', 'separator'],
  ])('of %s is %s', (character, characterClass) => {
    expect(classOf(character.codePointAt(0) ?? 0)).toBe(characterClass);
  });
});

describe('words', () => {
  test('are normal forms with spans in code points of the original text', () => {
    expect(wordsOf('😀 Ne\u200bver, he’ll!')).toEqual([
      { text: 'never', start: 2, end: 8 },
      { text: "he'll", start: 10, end: 15 },
    ]);
  });

  test('what Unicode 14 does not assign separates, whatever the engine knows', () => {
    const laterLetters = ['\u1c89', '\ua7dc', '\u{10d50}', '\u{2ebf0}'];
    for (const letter of laterLetters) expect(textsOf(`a${letter}b`)).toEqual(['a', 'b']);
  });

  test('a letter whose lower case Unicode 14 does not assign stays as it is', () => {
    const newerEngine = vi.spyOn(String.prototype, 'toLowerCase').mockImplementation(function (this: string) {
      return this === 'Ѐ' ? '\u1c8a' : '\u0440';
    });
    const words = wordsOf('ЀЖ');
    newerEngine.mockRestore();
    expect(words).toEqual([{ text: 'Ѐ\u0440', start: 0, end: 2 }]);
  });

  test('lie in the text, in order, without overlap', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { text: word, start, end } of wordsOf(text)) {
          expect(word).not.toBe('');
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(Array.from(text).length);
      }),
    );
  });

  test('are what their own spans give', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const characters = Array.from(text);
        for (const word of wordsOf(text)) {
          expect(textsOf(characters.slice(word.start, word.end).join(''))).toEqual([word.text]);
        }
      }),
    );
  });

  test('do not depend on the canonical form of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(textsOf(text.normalize('NFD'))).toEqual(textsOf(text.normalize('NFC')));
      }),
    );
  });

  test('do not depend on format characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const visible = Array.from(text).filter((character) => classOf(character.codePointAt(0) ?? 0) !== 'format');
        expect(textsOf(text)).toEqual(textsOf(visible.join('')));
      }),
    );
  });

  test('the words of two texts with a space between are the words of both', () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        expect(textsOf(`${left} ${right}`)).toEqual([...textsOf(left), ...textsOf(right)]);
      }),
    );
  });
});

describe('UTF-16 offsets', () => {
  test.each([
    { text: 'order', codePoints: 2, offset: 2 },
    { text: '😀😀 order', codePoints: 3, offset: 5 },
    { text: '😀', codePoints: 1, offset: 2 },
    { text: '\ud800a', codePoints: 1, offset: 1 },
    { text: 'ab', codePoints: 9, offset: 2 },
  ])('$codePoints code points of $text', ({ text, codePoints, offset }) => {
    expect(utf16Offset(text, codePoints)).toBe(offset);
  });

  test('cut the text where its code points are cut', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 50 }), (text, codePoints) => {
        expect(text.slice(0, utf16Offset(text, codePoints))).toBe(Array.from(text).slice(0, codePoints).join(''));
      }),
    );
  });
});
