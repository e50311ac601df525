import type { LangiumDocument } from 'langium';
import { type FindingParameters, finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import type { Declared, Workspace } from '../linking/workspace.ts';
import { stringValue } from '../parsing/strings.ts';
import { textValue } from '../parsing/texts.ts';
import { rightName, spelledAsName } from '../structure/names.ts';
import { typesCalled } from '../structure/nouns.ts';

/** What a mistake is about, with the name that should stand there if it is a title: `go to "Bring in a colleague"`. */
export function withNameForTitle(
  found: Finding,
  document: LangiumDocument<ast.PlaybookFile>,
  workspace: Workspace,
): Finding {
  if (found.code !== 'expected-something') return found;
  const data = found.data as FindingParameters<'expected-something'>;
  const noun = /^the name of an? ([a-z ]+)/.exec(data.expected)?.[1];
  const written = document.textDocument.getText(found.range);
  if (noun === undefined || !written.startsWith('"')) return found;
  const text = stringValue(written);
  const titled = [...workspace.allVisible(document, typesCalled(noun))].filter(
    (node) => isNamedIn(document, node) && (isCalled(node, text) || node.name === spelledAsName(text)),
  );
  const [meant, ...others] = new Set(titled.map(({ name }) => rightName(name)));
  if (meant === undefined || others.length > 0) return found;
  return { ...found, ...finding('expected-something', { ...data, instead: meant }) };
}

/** A step isn't seen from other files, whatever these use. */
function isNamedIn(document: LangiumDocument, node: Declared): boolean {
  return !ast.isStep(node) || documentOf(node) === document;
}

function isCalled(node: Declared, text: string): boolean {
  const title = 'title' in node && ast.isText(node.title) ? textValue(node.title) : '';
  return title !== '' && title.toLowerCase() === text.trim().toLowerCase();
}
