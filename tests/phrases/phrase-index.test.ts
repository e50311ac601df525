import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CompiledPhraseList,
  findPhrase,
  type ListMatch,
  type PhraseElement,
  phraseIndex,
  TEXT_KINDS,
} from '../../runtime/src/phrases/index.ts';
import { hashOf } from '../../runtime/src/phrases/scan.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { message, phraseList } from './arbitrary-lists.ts';
import { compiledList } from './compiled-list.ts';
import { textOfKinds } from './kinds-text.ts';
import stretchVectors from './stretches.json' with { type: 'json' };
import vectors from './vectors.json' with { type: 'json' };

describe('many lists at once', () => {
  test(
    'are found where each is found alone',
    () => {
      const lists = fc.array(phraseList(2), { maxLength: 6 });
      const messages = fc.array(message, { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(lists, messages, (all, texts) => {
          const index = phraseIndex(all);
          for (const text of texts) expect(index.find(text)).toEqual(eachAlone(all, text));
        }),
        runs(3_000),
      );
    },
    PATIENCE,
  );

  test('are found where the vectors say, each among all the others', () => {
    const lists = vectors.map(({ phrases, except }) => compiledList(phrases, except));
    const index = phraseIndex(lists);
    for (const { message: text } of vectors) expect(index.find(text), text).toEqual(eachAlone(lists, text));
  });

  test('are found where the vectors have stretches of each kind', () => {
    const lists = TEXT_KINDS.map((kind) => compiledList([`<${kind}>`]));
    const index = phraseIndex(lists);
    for (const { message: text } of stretchVectors) expect(index.find(text), text).toEqual(eachAlone(lists, text));
  });

  test(
    'are found where the stretches of each kind are, whatever the text is without',
    () => {
      const lists = TEXT_KINDS.map((kind) => compiledList([`<${kind}>`]));
      const index = phraseIndex(lists);
      fc.assert(
        fc.property(textOfKinds, (text) => {
          expect(index.find(text)).toEqual(eachAlone(lists, text));
        }),
        runs(3_000),
      );
    },
    PATIENCE,
  );

  test('are none if there are none', () => {
    expect(phraseIndex([]).find('anything at all')).toEqual([]);
  });

  test('are found in a long message after a short one, and the other way round', () => {
    const lists = [compiledList(['no way'])];
    const index = phraseIndex(lists);
    const long = `${'so 😀 '.repeat(5_000)}no way`;
    for (const text of ['no way', long, 'No way!']) expect(index.find(text)).toEqual(eachAlone(lists, text));
  });
});

describe('a list found among others', () => {
  const find = (text: string, ...lists: readonly CompiledPhraseList[]) => phraseIndex(lists).find(text);
  const of = (...sequence: readonly PhraseElement[]) => ({ text: '', sequence });
  const word = (...words: string[]) => ({ words, prefixes: [] });

  test('has its index, phrase and place', () => {
    const found = find('😀 call me at 5 pm', compiledList(['never']), compiledList(['pm', 'call ... <time>']));
    expect(found).toEqual([{ list: 1, phrase: 1, start: 2, end: 17 }]);
  });

  test('may be the same as another', () => {
    const list = compiledList(['idiot*']);
    expect(find('idiots', list, list).map((found) => found.list)).toEqual([0, 1]);
  });

  test('does not cancel another by its exceptions', () => {
    const found = find('a tax refund', compiledList(['refund'], ['tax refund']), compiledList(['refund']));
    expect(found).toEqual([{ list: 1, phrase: 0, start: 6, end: 12 }]);
  });

  test('may have phrases of gaps alone, which are never found, and exceptions of gaps alone, which are', () => {
    const gap = of({ gap: 2 });
    expect(find('a b c', { phrases: [gap, of()], except: [] })).toEqual([]);
    const list = { phrases: [of(word('c'))], except: [gap, of()] };
    expect(find('a b c', list)).toEqual(eachAlone([list], 'a b c'));
  });

  test('may begin or end with a gap', () => {
    const phrases = [of({ gap: 2 }, word('c')), of(word('a'), { gap: 2 })];
    const list = { phrases, except: [] };
    expect(find('x a b c', list)).toEqual(eachAlone([list], 'x a b c'));
  });

  test('is not taken for another whose words have the same hash', () => {
    expect(hashOf('declinate')).toBe(hashOf('macallums'));
    const lists = [compiledList(['declinate']), compiledList(['macallums'])];
    expect(find('Macallums', ...lists).map((found) => found.list)).toEqual([1]);
    expect(find('Declinate', ...lists).map((found) => found.list)).toEqual([0]);
    expect(find('Declinate', compiledList(['macallums']))).toEqual([]);
  });

  test('may have words that are no normal form, which are never found, and an empty prefix, which any word has', () => {
    const any = { phrases: [of({ words: [], prefixes: [''] })], except: [] };
    expect(find('Any', { phrases: [of(word('Any', ''))], except: [] }, any)).toEqual([
      { list: 1, phrase: 0, start: 0, end: 3 },
    ]);
  });
});

describe('the work is bounded', () => {
  const words = (count: number, word: string) => Array.from({ length: count }, () => word).join(' ');

  test('where gaps, alternatives and prefixes leave very many choices', () => {
    const element = { words: ['a', 'aa', 'aaa'], prefixes: ['a', 'aa'] };
    const sequence = Array.from({ length: 30 }, () => [element, { gap: 4 }]).flat();
    const list = { phrases: [{ text: '', sequence: [...sequence, { words: ['b'], prefixes: [] }] }], except: [] };
    expect(phraseIndex([list]).find(words(400, 'aaaa'))).toEqual([]);
  });

  test('where a phrase is as long as the message', () => {
    const long = words(3_000, 'a');
    expect(phraseIndex([compiledList([long])]).find(long)).toEqual([{ list: 0, phrase: 0, start: 0, end: 5_999 }]);
  });

  test('where thousands of phrases begin with the same words', () => {
    const lists = Array.from({ length: 10_000 }, (_, index) => compiledList([`the ... a ... w${index}`]));
    const found = phraseIndex(lists).find(`${words(2_000, 'the a')} w77`);
    expect(found.map(({ list }) => list)).toEqual([77]);
  });
});

/** What `phraseIndex` should find, list by list. */
function eachAlone(lists: readonly CompiledPhraseList[], text: string): readonly ListMatch[] {
  return lists.flatMap((list, index) => {
    const match = findPhrase(text, list);
    return match === undefined ? [] : [{ list: index, ...match }];
  });
}
