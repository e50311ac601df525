import { AstUtils, isReference, UriUtils } from 'langium';
import { isShared, nameSpaceOf } from '../checks/duplicates.ts';
import { pathBetween } from '../checks/places.ts';
import { code } from '../findings/words.ts';
import type { Change, Source } from '../fixes/fix.ts';
import { without, withUse } from '../fixes/lines.ts';
import { declared, isGround } from '../fixes/missing-declarations.ts';
import { beginningOf } from '../fixes/needless.ts';
import * as ast from '../generated/ast.ts';
import { documentOf, headingOf } from '../linking/files.ts';
import type { Workspace } from '../linking/workspace.ts';
import { MEMBERS } from '../structure/placement.ts';
import type { Refactorer, Rewriting } from './refactoring.ts';

type Movable = Extract<ast.Member, { name: string }>;

/**
 * Moves a declaration to a library, so that other playbooks can share it: to one that this file uses already, or to a new file beside it. What it
 * names itself must be known there. Rules stay: in a library they would hold for all who use it.
 */
export const moveToLibrary: Refactorer = ({ node, start, document, services: { Workspace: workspace }, canCreate }) => {
  const member = AstUtils.getContainerOfType(node, ast.isMember);
  if (!member || !('name' in member) || !isShared(member) || !isGround(member)) return [];
  const line = document.textDocument.positionAt(start).line;
  if (!member.name || member.$cstNode?.range.start.line !== line) return [];
  const needed = filesNamedIn(member);
  const known = workspace
    .closureOf(document)
    .filter((target) => target !== document && !headingOf(target.parseResult.value))
    .filter((target) => needed.every((file) => workspace.closureOf(target).includes(file)))
    .filter((target) => !isTakenBeside(member, target, workspace));
  const { text, removal } = takenOut(document, member);
  return [
    ...known.map(
      (target): Rewriting => ({
        kind: 'move',
        title: `Move to ${code(pathBetween(document, target))}`,
        changes: [removal, declared(member.$type, text, member, target)],
      }),
    ),
    ...(canCreate && !needed.includes(document) ? newFile(member, text, removal, needed, document, workspace) : []),
  ];
};

function newFile(
  member: Movable,
  text: string,
  removal: Change,
  needed: readonly Source[],
  document: Source,
  workspace: Workspace,
): Rewriting[] {
  const folder = UriUtils.dirname(document.uri);
  const name = `${MEMBERS[member.$type].keyword.replace(/s?$/, 's')}.playbook`;
  const uri = UriUtils.joinPath(folder, name);
  if (workspace.documents().some((other) => UriUtils.equals(other.uri, uri))) return [];
  const uses = needed.map((file) => `use "${UriUtils.relative(folder, file.uri)}"\n`);
  return [
    {
      kind: 'move',
      title: `Move to a new file ${code(name)}`,
      changes: [withUse(document, name), removal],
      creates: { uri, text: `${uses.join('')}${uses.length > 0 ? '\n' : ''}${text}\n` },
    },
  ];
}

/** A declaration's text, with what describes it and the remark behind it, and the change that takes it out. */
function takenOut(document: Source, member: Movable): { readonly text: string; readonly removal: Change } {
  const source = document.textDocument.getText();
  const start = beginningOf(document, member);
  const end = member.$cstNode?.end ?? start;
  const remark = /^[^\S\r\n]*\/\/[^\r\n]*/.exec(source.slice(end))?.[0].trimEnd() ?? '';
  return {
    text: source.slice(start, end + remark.length),
    removal: without(document, start, end + remark.length),
  };
}

/** The files that declare what a declaration names. */
function filesNamedIn(member: Movable): readonly Source[] {
  const files = AstUtils.streamAst(member).flatMap((node) =>
    AstUtils.streamReferences(node).flatMap(({ reference }) => {
      const target = isReference(reference) ? reference.ref : undefined;
      return target && AstUtils.getContainerOfType(target, ast.isMember) !== member ? [documentOf(target)] : [];
    }),
  );
  return files.distinct().toArray();
}

/** Whether somebody sees something else of that name beside a file. */
function isTakenBeside(member: Movable, target: Source, workspace: Workspace): boolean {
  const twins = nameSpaceOf(member.$type)
    .flatMap((kind) => workspace.everywhere(kind, member.name))
    .filter((twin) => twin !== member);
  if (twins.length === 0) return false;
  return workspace.documents().some((viewer) => {
    const seen = workspace.closureOf(viewer);
    return seen.includes(target) && twins.some((twin) => seen.includes(documentOf(twin)));
  });
}
