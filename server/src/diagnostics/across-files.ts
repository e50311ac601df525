import { type ast, documentOf, headingOf, rangeOf, type Workspace } from '@poise/language';
import type { LangiumDocument } from 'langium';

/**
 * All that the playbooks of a workspace are to each other without using each other's files, as one text to compare: how they are called and where, and
 * what other files name of them. While it is the same, a change in one file makes no difference to what is found in those that don't use it.
 */
export function acrossFiles(workspace: Workspace): string {
  return JSON.stringify(
    workspace.documents().map((document) => [document.uri.toString(), ...namedFrom(document, workspace)]),
  );
}

function namedFrom(document: LangiumDocument<ast.PlaybookFile>, workspace: Workspace): readonly unknown[] {
  const heading = headingOf(document.parseResult.value);
  if (!heading) return [];
  const declared = [...workspace.declarationsOf(document).values()].flatMap((byName) => [...byName.values()].flat());
  return [
    rangeOf({ node: heading, property: 'name' }),
    ...declared.map((node) => [
      node.name,
      ...workspace
        .referrersOf(node)
        .filter((referrer) => documentOf(referrer) !== document)
        .map((referrer) => [referrer.$type, documentOf(referrer).uri.toString()]),
    ]),
  ];
}
