import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePhrase, MOST_COMBINATIONS } from '../../generator/src/phrases.ts';
import { findPhrase, wordsOf } from '../../runtime/src/phrases/index.ts';
import * as english from '../../runtime/src/phrases/kinds/english.ts';
import { anyText } from './any-text.ts';

const word = (...words: string[]) => ({ words, prefixes: [] });
const sequencesOf = (text: string) => compilePhrase(text).phrases.map(({ sequence }) => sequence);

describe('a compiled phrase', () => {
  test('keeps the text as written and normalises its words', () => {
    expect(compilePhrase('He’ll be LATE!').phrases).toEqual([
      { text: 'He’ll be LATE!', sequence: [word("he'll"), word('be'), word('late')] },
    ]);
  });

  test('has alternatives of one word in one element', () => {
    expect(sequencesOf('my parcel/ORDER/order/deliver*')).toEqual([
      [word('my'), { words: ['parcel', 'order'], prefixes: ['deliver'] }],
    ]);
  });

  test('becomes several where an alternative is several words', () => {
    expect(sequencesOf('e-mail/phone/call* us')).toEqual([
      [word('e'), word('mail'), word('us')],
      [{ words: ['phone'], prefixes: ['call'] }, word('us')],
    ]);
  });

  test('has gaps of four words and kinds', () => {
    expect(sequencesOf('call ... <time>')).toEqual([[word('call'), { gap: 4 }, { kind: 'time' }]]);
  });

  test('may be a kind alone', () => {
    expect(sequencesOf('<email>')).toEqual([[{ kind: 'email' }]]);
  });

  test('leaves out punctuation that stands alone', () => {
    expect(sequencesOf('well - never')).toEqual([[word('well'), word('never')]]);
  });

  test('may have as many combinations as the limit', () => {
    const text = Array.from({ length: 6 }, () => 'a-b/c').join(' ');
    expect(compilePhrase(text).phrases).toHaveLength(MOST_COMBINATIONS);
  });
});

describe('a problem leaves no phrase', () => {
  test.each([
    { text: '', found: [{ kind: 'no-word', start: 0, end: 0 }] },
    { text: '!?', found: [{ kind: 'no-word', start: 0, end: 2 }] },
    { text: '❤\ufe0f', found: [{ kind: 'no-word', start: 0, end: 2 }] },
    { text: 'a/!/b', found: [{ kind: 'wordless-alternative', start: 2, end: 3 }] },
    { text: 'x!*', found: [{ kind: 'star-after-non-word', start: 0, end: 3 }] },
    { text: 'a !*', found: [{ kind: 'star-after-non-word', start: 2, end: 4 }] },
    { text: '- ... hello', found: [{ kind: 'gap-at-end', start: 2, end: 5 }] },
    { text: 'a ... - ... b', found: [{ kind: 'gap-after-gap', start: 8, end: 11 }] },
    { text: 'a//b', found: [{ kind: 'empty-alternative', start: 2, end: 3 }] },
    {
      text: Array.from({ length: 7 }, () => 'a-b/c').join(' '),
      found: [{ kind: 'too-many-combinations', start: 0, end: 41, count: 128, limit: MOST_COMBINATIONS }],
    },
  ])('$text', ({ text, found }) => {
    expect(compilePhrase(text)).toEqual({ phrases: [], problems: found });
  });
});

test('any text gives phrases or problems, never both and never neither', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { phrases, problems } = compilePhrase(text);
      expect(phrases.length > 0).toBe(problems.length === 0);
    }),
  );
});

test('a phrase of plain words is found in itself', () => {
  const plain = anyText.map((text) => text.replaceAll(/[*/<>]|\.{3,}|…/g, ' '));
  fc.assert(
    fc.property(plain, (text) => {
      const { phrases } = compilePhrase(text);
      const words = wordsOf(text);
      const whole = words.length === 0 ? undefined : { phrase: 0, start: words[0]?.start, end: words.at(-1)?.end };
      expect(findPhrase(text, { phrases, except: [] })).toEqual(whole);
    }),
  );
});

test.each(Object.entries(english))('the list %s holds words in their normal form', (_, list) => {
  for (const entry of list.keys()) expect(wordsOf(entry).map(({ text }) => text)).toEqual([entry]);
});
