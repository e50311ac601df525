import { nameSpaceOf } from '../checks/duplicates.ts';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { type Declared, isDeclared } from '../linking/workspace.ts';
import { rename } from '../names/rename.ts';
import { proposalFor } from '../structure/names.ts';
import type { FixContext, Fixer } from './fix.ts';
import { write } from './written.ts';

/** Gives something a name that names can have, wherever it is named, if nothing means something else then. */
export const renameEverywhere: Fixer<{ readonly proposal?: string | undefined }> = (context) => {
  const { data, node, document, services } = context;
  const { proposal } = data;
  if (proposal === undefined || !isDeclared(node)) return [];
  if (neighboursOf(node, context).some(({ name }) => name !== node.name && proposalFor(name ?? '') === proposal))
    return [];
  const renaming = rename({ declaration: node, document }, proposal, services);
  if (renaming.kind === 'refused') return [];
  const { places } = renaming;
  if (places.length < 2) return [write(context, proposal)];
  const changes = places.map(({ document: file, range }) => ({
    document: file,
    start: file.textDocument.offsetAt(range.start),
    end: file.textDocument.offsetAt(range.end),
    text: proposal,
  }));
  return [{ title: `Write ${code(proposal)} everywhere`, changes }];
};

/** What a thing must not have a name in common with: two names that are wrong may come to one that is right. */
function neighboursOf(node: Declared, { document, workspace }: FixContext<unknown>): readonly Declared[] {
  if (ast.isChoice(node)) return node.$container.choices;
  if (ast.isStage(node)) return node.$container.stages;
  return [...workspace.allVisible(document, nameSpaceOf(node.$type))];
}
