import type * as ast from '../generated/ast.ts';
import { languageLike, languageTag } from '../vocabulary/languages.ts';
import type { Check } from './check.ts';

/** A language is called by its English name. */
export const languageMustBeKnown: Check<ast.Translation | ast.LanguageFact> = (node, { report }) => {
  const name = node.language;
  if (!name || languageTag(name) !== undefined) return;
  const suggestion = languageLike(name);
  report('unknown-language', { name, ...(suggestion !== undefined && { suggestion }) }, { node, property: 'language' });
};
