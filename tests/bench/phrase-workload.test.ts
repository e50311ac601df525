import { expect, test } from 'vitest';
import { phraseWorkload } from '../../bench/phrases/workload.ts';
import { phraseIndex, wordsOf } from '../../runtime/src/phrases/index.ts';

const { phrases, messages, said } = phraseWorkload(1_000, 1_000);

test('the messages are of the length that results were first given for', () => {
  const length = messages.reduce((sum, message) => sum + message.length, 0) / messages.length;
  expect(Math.abs(length / 757 - 1)).toBeLessThan(0.05);
  for (const message of messages) expect(wordsOf(message).length).toBeGreaterThanOrEqual(20);
});

test('the phrases are as many, and in most messages is one', () => {
  expect(new Set(phrases).size).toBe(1_000);
  expect(said.filter(({ length }) => length > 0).length).toBeGreaterThan(messages.length / 2);
});

test('as words and as characters the same is said', () => {
  const lists = phrases.map((text) => {
    const sequence = wordsOf(text).map((word) => ({ words: [word.text], prefixes: [] }));
    return { phrases: [{ text, sequence }], except: [] };
  });
  const index = phraseIndex(lists);
  for (const [at, message] of messages.entries()) {
    expect(index.find(message).map(({ list }) => list)).toEqual(said[at]);
    const text = message.toLowerCase();
    expect(phrases.flatMap((phrase, one) => (text.includes(phrase) && wholeIn(text, phrase) ? [one] : []))).toEqual(
      said[at],
    );
  }
});

/** Whether a phrase stands in a text between what are no letters. */
function wholeIn(text: string, phrase: string): boolean {
  return new RegExp(`\\b${phrase}\\b`).test(text);
}
