import { describe, expect, test } from 'vitest';
import { findPhrase, readMessage, type TextKind } from '../../runtime/src/phrases/index.ts';
import { stretchesOf } from '../../runtime/src/phrases/kinds.ts';
import { compiledList } from './compiled-list.ts';
import stretchVectors from './stretches.json' with { type: 'json' };
import vectors from './vectors.json' with { type: 'json' };

/** A phrase list, a message, and where the list is found in it: `[start, end]` in code points, or null. */
interface PhraseVector {
  readonly why: string;
  readonly phrases: readonly string[];
  readonly except?: readonly string[];
  readonly message: string;
  readonly match: readonly number[] | null;
}

/** All the stretches of one kind in a message: `[start, end]` in code points. */
interface StretchVector {
  readonly kind: string;
  readonly message: string;
  readonly stretches: readonly (readonly number[])[];
}

describe('phrase vectors', () => {
  test.each<PhraseVector>(vectors)('$why', ({ phrases, except, message, match }) => {
    const found = findPhrase(message, compiledList(phrases, except));
    expect(found === undefined ? null : [found.start, found.end]).toEqual(match);
  });
});

describe('stretch vectors', () => {
  test.each<StretchVector>(stretchVectors)('$kind: $message', ({ kind, message, stretches }) => {
    const read = readMessage(message);
    const found = stretchesOf(read, kind as TextKind).flatMap((end, index) =>
      end === undefined ? [] : [[read.words[index]?.start, read.words[end - 1]?.end]],
    );
    expect(found).toEqual(stretches);
  });
});

test('every vector has a reason of its own', () => {
  const reasons = vectors.map(({ why }) => why);
  expect(new Set(reasons).size).toBe(reasons.length);
});
