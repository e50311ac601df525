import type { AstNode, LangiumDocument } from 'langium';
import * as ast from '../generated/ast.ts';
import { placeholdersOf } from '../parsing/texts.ts';
import { referencesOf, visitNodes } from '../structure/tree.ts';
import { documentOf } from './files.ts';
import type { Workspace } from './workspace.ts';

/** Who refers to what in a workspace: each declaration with the nodes that name it. */
export type Usage = ReadonlyMap<AstNode, readonly AstNode[]>;

/** Collects all references of all files. A choice counts for the signal or field whose choice it is, too; so does a `{name}` in a text. */
export function collectUsage(workspace: Workspace): Usage {
  const usage = new Map<AstNode, AstNode[]>();
  const add = (target: AstNode | undefined, referrer: AstNode): void => {
    if (!target) return;
    const known = usage.get(target);
    if (known) known.push(referrer);
    else usage.set(target, [referrer]);
    if (ast.isChoice(target)) add(factWithChoice(target), referrer);
  };
  for (const document of workspace.documents()) visitReferences(document, workspace, add);
  return usage;
}

/** Every reference of a file, with what it names if that is known. */
export function visitReferences(
  document: LangiumDocument<ast.PlaybookFile>,
  workspace: Workspace,
  visit: (target: AstNode | undefined, referrer: AstNode) => void,
): void {
  visitNodes(document.parseResult.value, (node) => {
    for (const reference of referencesOf(node)) visit(reference.ref, node);
    if (ast.isText(node)) {
      for (const { name } of placeholdersOf(node)) visit(factFor(name, node, workspace), node);
    }
  });
}

/** The signal or field that a `{name}` in a text stands for. */
export function factFor(name: string, text: ast.Text, workspace: Workspace): ast.Signal | ast.Field | undefined {
  const kinds = [ast.Signal.$type, ast.Field.$type];
  return workspace.visible(documentOf(text), kinds, name)[0] as ast.Signal | ast.Field | undefined;
}

function factWithChoice(choice: ast.Choice): AstNode | undefined {
  return choice.$container?.$container;
}
