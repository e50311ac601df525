import { createPlaybookLanguage } from '@poise/language';
import { LangiumParser } from 'langium';
import { expect, test, vi } from 'vitest';

test('the grammar leaves no doubt how a text is read: building the parser reports nothing', () => {
  const reports: unknown[] = [];
  const listen = (...words: unknown[]): void => void reports.push(words);
  const spies = (['log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level).mockImplementation(listen));
  const { playbook } = createPlaybookLanguage({});
  // Only then does the parser check its grammar when it is built.
  expect(playbook.LanguageMetaData.mode).toBe('development');
  // Throws where two alternatives begin alike.
  expect(playbook.parser.LangiumParser).toBeInstanceOf(LangiumParser);
  for (const spy of spies) spy.mockRestore();
  expect(reports).toEqual([]);
});
