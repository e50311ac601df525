import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CompiledPhraseList,
  findPhrase,
  findPhraseIn,
  type PhraseElement,
  type PhraseMatch,
  readMessage,
  TEXT_KINDS,
} from '../../runtime/src/phrases/index.ts';
import { stretchesOf } from '../../runtime/src/phrases/kinds.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { anyText } from './any-text.ts';
import { message, phraseList } from './arbitrary-lists.ts';

describe('a match', { timeout: PATIENCE }, () => {
  test('is the one that a search through all of them finds', () => {
    fc.assert(
      fc.property(message, phraseList(2), (text, phrases) => {
        expect(findPhrase(text, phrases)).toEqual(bestOfAll(text, phrases));
      }),
      runs(5_000),
    );
  });

  test('lies in the message and begins and ends with a word', () => {
    fc.assert(
      fc.property(message, phraseList(2), (text, phrases) => {
        const found = findPhrase(text, phrases);
        if (found === undefined) return;
        const { words } = readMessage(text);
        expect(words.map(({ start }) => start)).toContain(found.start);
        expect(words.map(({ end }) => end)).toContain(found.end);
        expect(found.end).toBeGreaterThan(found.start);
        expect(found.phrase).toBeLessThan(phrases.phrases.length);
      }),
    );
  });

  test('without exceptions is there if and only if one of the phrases is', () => {
    fc.assert(
      fc.property(message, phraseList(0), (text, phrases) => {
        const alone = phrases.phrases.some((one) => findPhrase(text, { phrases: [one], except: [] }) !== undefined);
        expect(findPhrase(text, phrases) !== undefined).toBe(alone);
      }),
    );
  });

  test('never comes of an exception', () => {
    fc.assert(
      fc.property(message, phraseList(2), (text, phrases) => {
        if (findPhrase(text, phrases) !== undefined) {
          expect(findPhrase(text, { ...phrases, except: [] })).toBeDefined();
        }
      }),
    );
  });

  test('is never there if the exceptions are the phrases', () => {
    fc.assert(
      fc.property(message, phraseList(0), (text, { phrases }) => {
        expect(findPhrase(text, { phrases, except: phrases })).toBeUndefined();
      }),
    );
  });

  test('has a word, even if the phrase is nothing but a gap', () => {
    const phrases = [
      { text: '', sequence: [] },
      { text: '', sequence: [{ gap: 0 }] },
    ];
    expect(findPhrase('a b', { phrases, except: [] })).toBeUndefined();
  });

  test('is the same in a message read once', () => {
    const read = readMessage('call me at 5 pm');
    const times = { phrases: [{ text: '<time>', sequence: [{ kind: 'time' as const }] }], except: [] };
    expect(findPhraseIn(read, times)).toEqual({ phrase: 0, start: 11, end: 15 });
    expect(findPhraseIn(read, times)).toEqual(findPhrase('call me at 5 pm', times));
  });
});

describe('stretches', () => {
  test.each(TEXT_KINDS)('of kind %s lie in any message and do not overlap', (kind) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readMessage(text);
        let covered = 0;
        for (const [start, end] of stretchesOf(read, kind).entries()) {
          if (end === undefined) continue;
          expect(start).toBeGreaterThanOrEqual(covered);
          expect(end).toBeGreaterThan(start);
          covered = end;
        }
        expect(covered).toBeLessThanOrEqual(read.words.length);
      }),
    );
  });
});

/** The meaning of a list, said the long way: lists every match there is, then chooses. */
function bestOfAll(text: string, { phrases, except }: CompiledPhraseList): PhraseMatch | undefined {
  const { words } = readMessage(text);
  const cancelling = except.flatMap(({ sequence }) => allMatches(text, sequence));
  const [best] = phrases
    .flatMap(({ sequence }, index) => allMatches(text, sequence).map((match) => ({ ...match, index })))
    .filter((match) => !cancelling.some((other) => match.from < other.to && other.from < match.to))
    .sort((one, other) => one.from - other.from || one.to - other.to || one.index - other.index);
  const [first, last] = best === undefined ? [] : [words[best.from], words[best.to - 1]];
  return best && first && last && { phrase: best.index, start: first.start, end: last.end };
}

function allMatches(text: string, sequence: readonly PhraseElement[]): readonly { from: number; to: number }[] {
  const read = readMessage(text);
  return read.words.flatMap((_, from) => Array.from(endsFrom(sequence, from), (to) => ({ from, to })));

  function* endsFrom([element, ...others]: readonly PhraseElement[], at: number): Generator<number> {
    if (element === undefined) {
      yield at;
    } else if ('gap' in element) {
      for (let skipped = 0; skipped <= element.gap; skipped++) yield* endsFrom(others, at + skipped);
    } else if ('kind' in element) {
      const end = stretchesOf(read, element.kind)[at];
      if (end !== undefined) yield* endsFrom(others, end);
    } else {
      const word = read.words[at]?.text;
      const fits =
        word !== undefined &&
        (new Set(element.words).has(word) ||
          element.prefixes.some((prefix) => word.slice(0, prefix.length) === prefix));
      if (fits) yield* endsFrom(others, at + 1);
    }
  }
}
