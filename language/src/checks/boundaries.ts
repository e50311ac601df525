import * as ast from '../generated/ast.ts';
import { linesOf } from '../structure/placement.ts';
import type { Check } from './check.ts';

/** A boundary rules something. (Where it has other lines, these are found wanting or misplaced themselves.) */
export const boundaryMustRuleSomething: Check<ast.Boundary> = (boundary, { report }) => {
  if (boundary.name && boundary.items.length === 0)
    report('empty-rule', { boundary: boundary.name }, { node: boundary, property: 'name' });
};

/** Where `each time …` stands, something follows from it. */
export const eachTimeMustHaveReactions: Check<ast.Boundary> = (boundary, { report }) => {
  const [cause] = linesOf(boundary, ast.isEachTime);
  if (cause && !boundary.items.some(ast.isReaction)) report('missing-reaction', {}, { node: cause, keyword: 'each' });
};

/** Reactions stand below what they answer. */
export const reactionsMustHaveACause: Check<ast.Boundary> = (boundary, { report }) => {
  const reaction = boundary.items.findIndex(ast.isReaction);
  const cause = boundary.items.findIndex(ast.isEachTime);
  const first = boundary.items[reaction];
  if (first && (cause < 0 || reaction < cause)) report('reaction-without-cause', {}, { node: first, property: 'turn' });
};

const TURNS = ['first', 'second', 'third', 'then'] as const satisfies readonly ast.Reaction['turn'][];

/** Reactions come in the order of the times they answer, none left out or said twice; `then` may come after any, for all later times. */
export const reactionsMustComeInOrder: Check<ast.Boundary> = (boundary, { report }) => {
  let expected: ast.Reaction['turn'] | undefined = 'first';
  for (const reaction of linesOf(boundary, ast.isReaction)) {
    const { turn } = reaction;
    const isInOrder = turn === expected || (turn === 'then' && expected !== undefined && expected !== 'first');
    if (!isInOrder) {
      const words = { found: said(turn), ...(expected !== undefined && { expected: said(expected) }) };
      report('reaction-order', words, { node: reaction, property: 'turn' });
      return;
    }
    expected = TURNS[TURNS.indexOf(turn) + 1];
  }
};

function said(turn: ast.Reaction['turn']): string {
  return turn === 'then' ? turn : `${turn} time`;
}

/** `say instead` gives other words for what the same boundary forbids. */
export const sayInsteadMustReplaceSomething: Check<ast.Boundary> = (boundary, { report }) => {
  const [instead] = linesOf(boundary, ast.isSayInstead);
  const forbidden = linesOf(boundary, ast.isNever).flatMap((line) => line.acts);
  if (instead && !forbidden.some((act) => ast.isSayAct(act) || ast.isMentionAct(act)))
    report('instead-of-nothing', {}, { node: instead, keyword: 'say' });
};
