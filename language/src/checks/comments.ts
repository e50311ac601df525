import type { LeafCstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { visitWords } from '../structure/tree.ts';
import type { Check } from './check.ts';

/** A `///` comment stands above what it describes: a member, a stage, an offer or a promise. Of one in several lines the first is marked. */
export const commentShouldDescribeADeclaration: Check<ast.PlaybookFile> = (file, { report }) => {
  // Most files have none, and to go through all words takes longer than most checks.
  if (!file.$cstNode?.root.fullText.includes('///')) return;
  const beginnings = new Set(describable(file).map((node) => node.$cstNode?.offset));
  let pending: LeafCstNode | undefined;
  let lastLine = -1;
  const complain = (): void => {
    if (pending) report('unattached-comment', {}, { node: file, range: pending.range });
    pending = undefined;
  };
  visitWords(file.$cstNode, (leaf) => {
    if (leaf.tokenType.name === 'DOC_COMMENT') {
      const standsBehind = leaf.range.start.line === lastLine;
      if (standsBehind) report('unattached-comment', {}, { node: file, range: leaf.range });
      else pending ??= leaf;
    } else if (!leaf.hidden) {
      if (beginnings.has(leaf.offset)) pending = undefined;
      else complain();
      lastLine = leaf.range.end.line;
    }
  });
  complain();
};

function describable(file: ast.PlaybookFile): (ast.Member | ast.Stage | ast.Offer | ast.Commitment)[] {
  return file.members.flatMap((member) => {
    if (ast.isUse(member)) return [];
    const inside = ast.isFramework(member)
      ? member.stages
      : member.items.filter((item) => ast.isOffer(item) || ast.isCommitment(item));
    return [member, ...inside];
  });
}
