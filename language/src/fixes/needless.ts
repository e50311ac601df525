import { type AstNode, AstUtils } from 'langium';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { nounOf } from '../structure/nouns.ts';
import type { Change, Fixer, Source } from './fix.ts';
import { without } from './lines.ts';
import { placeOf } from './written.ts';

/** Takes out a `use` line. */
export const leaveOutUse: Fixer<unknown> = ({ node, document }) => {
  const use = AstUtils.getContainerOfType(node, ast.isUse);
  return use ? [{ title: 'Remove this line', changes: [withoutNode(document, use)] }] : [];
};

/** Takes out a `use` line of a file that uses itself; of a larger circle nobody knows which of its lines is one too many. */
export const leaveOutUseOfItself: Fixer<{ readonly path: readonly string[] }> = (context) =>
  context.data.path.length <= 2 ? leaveOutUse(context) : [];

/** Takes out a line of a part. */
export const leaveOutLine: Fixer<unknown> = ({ node, document }) => {
  const line = AstUtils.getContainerOfType(node, ast.isItem) ?? AstUtils.getContainerOfType(node, ast.isLadder);
  return line ? [{ title: 'Remove this line', changes: [withoutNode(document, line)] }] : [];
};

/** Takes out a whole part that nothing needs, with what describes it. */
export const leaveOutPart: Fixer<unknown> = ({ node, document }) => {
  const member = AstUtils.getContainerOfType(node, ast.isMember);
  if (!member || !('name' in member)) return [];
  const title = `Leave out the ${nounOf(member.$type)} ${code(member.name)}`;
  return [{ title, changes: [withoutMember(document, member)] }];
};

/** Takes out a second declaration of what exists only once: of a fact, a team, a list. Other parts have been written with care, and are of some use somewhere. */
export const leaveOutSecond: Fixer<unknown> = (context) => {
  const member = AstUtils.getContainerOfType(context.node, ast.isMember);
  const isSmall =
    ast.isSignal(member) ||
    ast.isField(member) ||
    ast.isAction(member) ||
    ast.isTeam(member) ||
    ast.isPhraseList(member);
  return isSmall && context.node === member ? leaveOutPart(context) : [];
};

/** Takes out a remark: all of what was found. */
export const leaveOutRemark: Fixer<unknown> = (context) => {
  const { start, end } = placeOf(context);
  return [{ title: 'Remove this remark', changes: [without(context.document, start, end)] }];
};

/** Takes out what a node is written with, and its line if nothing else stands there. */
export function withoutNode(document: Source, { $cstNode }: AstNode): Change {
  return without(document, $cstNode?.offset ?? 0, $cstNode?.end ?? 0);
}

/** Takes out a part with the remarks for it: what describes it, and what is allowed in it. */
export function withoutMember(document: Source, member: ast.Member): Change {
  return without(document, beginningOf(document, member), member.$cstNode?.end ?? 0);
}

/** Where a part begins: with the `///` and `// allow` remarks right above it. */
export function beginningOf({ textDocument }: Source, { $cstNode }: ast.Member): number {
  const offset = $cstNode?.offset ?? 0;
  const above = /(?:^|(?<=[\r\n]))(?:[^\S\r\n]*(?:\/\/\/|\/\/\s*allow\s)[^\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*)+$/.exec(
    textDocument.getText().slice(0, offset),
  );
  return above ? offset - above[0].trimStart().length : offset;
}
