import { expect, test, vi } from 'vitest';
import { decisionsOfGrammar } from '../../language/scripts/decisions-of-grammar.ts';
import { PlaybookLanguageMetaData } from '../../language/src/generated/module.ts';
import { DECISIONS } from '../../language/src/parsing/generated/decisions.ts';

test('the grammar leaves no doubt how a text is read: building the parser reports nothing', () => {
  const reports: unknown[] = [];
  const listen = (...words: unknown[]): void => void reports.push(words);
  const spies = (['log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level).mockImplementation(listen));
  // Only then does the parser check its grammar when it is built.
  expect(PlaybookLanguageMetaData.mode).toBe('development');
  // Throws where two alternatives begin alike.
  decisionsOfGrammar();
  for (const spy of spies) spy.mockRestore();
  expect(reports).toEqual([]);
});

test('the parser decides as the grammar says', () => {
  expect(DECISIONS).toEqual(decisionsOfGrammar());
});
