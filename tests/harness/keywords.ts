import { createPlaybookLanguage } from '@poise/language';
import { AstUtils, GrammarAST } from 'langium';

/** Every word of the language, as the grammar has them. */
export function keywords(): ReadonlySet<string> {
  const { Grammar } = createPlaybookLanguage({}).playbook;
  const values = AstUtils.streamAst(Grammar)
    .filter(GrammarAST.isKeyword)
    .map((keyword) => keyword.value)
    .filter((value) => /^[a-z]+$/.test(value));
  return new Set([...values].sort());
}
