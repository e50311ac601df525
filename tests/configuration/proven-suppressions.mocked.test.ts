import { type ast, createPlaybookLanguage, suppress } from '@poise/language';
import { URI } from 'langium';
import { expect, test, vi } from 'vitest';

// So far all that is proved are errors, which nothing can allow.
vi.mock('../../language/src/findings/proven.ts', () => ({
  provenFindings: { 'crossing-paths': { severity: 'warning', message: () => 'these paths cross' } },
}));

const TEXT = `// allow crossing-paths: both end in the same place
step hear
  goal "The customer feels heard."
  say "Thank you."
`;

test('one of what has to be proved is called unneeded only where something was proved', () => {
  const { LangiumDocumentFactory } = createPlaybookLanguage({}).shared.workspace;
  const document = LangiumDocumentFactory.fromString<ast.PlaybookFile>(TEXT, URI.parse('playbook:///main.playbook'));
  expect(suppress(document, [], false).findings).toEqual([]);
  expect(suppress(document, [], true).findings.map(({ code }) => code)).toEqual(['unneeded-suppression']);
});
