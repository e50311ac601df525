import { createPlaybookLanguage } from '@poise/language';
import { LangiumParser, prepareLangiumParser } from 'langium';
import { expect, test, vi } from 'vitest';

test('the grammar leaves no doubt how a text is read: nothing is reported when the parser is built, with all of its own checks on', () => {
  const reports: unknown[] = [];
  const listen = (...words: unknown[]): void => void reports.push(words);
  const spies = (['log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level).mockImplementation(listen));
  const { playbook } = createPlaybookLanguage({});
  // Langium skips the parser's checks of itself in production; asked for here, whatever the build says.
  const parser = prepareLangiumParser({
    ...playbook,
    parser: { ...playbook.parser, ParserConfig: { ...playbook.parser.ParserConfig, skipValidations: false } },
  });
  parser.finalize();
  for (const spy of spies) spy.mockRestore();
  expect(parser).toBeInstanceOf(LangiumParser);
  expect(reports).toEqual([]);
});
