import type { AstNode, LangiumDocument } from 'langium';
import { pathBetween } from '../checks/places.ts';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import type { Declared, Workspace } from '../linking/workspace.ts';
import { textValue } from '../parsing/texts.ts';
import { noteOf } from '../structure/notes.ts';
import { nounOf } from '../structure/nouns.ts';
import { factsOf } from './facts.ts';
import { ruleReading } from './members.ts';
import { prose } from './quote.ts';

/**
 * What a declared thing is, for whoever comes across its name: its noun and name, what its author says of it, what it holds, and what it asks of a
 * conversation if it is a rule. Short paragraphs of Markdown.
 *
 * @param from the file in which its name was come across: of what stands in another, that is said
 */
export function descriptionOf(
  declared: Declared,
  workspace: Workspace,
  from: LangiumDocument<ast.PlaybookFile>,
): readonly string[] {
  const home = documentOf(declared);
  const title = 'title' in declared && ast.isText(declared.title) ? textValue(declared.title) : '';
  const elsewhere = home !== from ? `_In ${prose(pathBetween(from, home))}_` : '';
  const rules = ruleReading(declared as AstNode as ast.Member);
  return [
    [`**${nounOf(declared.$type)}** ${code(declared.name)}`, prose(title)].filter(Boolean).join(' · '),
    prose(noteOf(declared) ?? ''),
    ...factsOf(declared, workspace, from),
    rules.length > 1 ? rules.map((rule) => `- ${rule}`).join('\n') : (rules[0] ?? ''),
    elsewhere,
  ].filter((paragraph) => paragraph !== '');
}
