import * as ast from '../generated/ast.ts';
import { linesOf } from '../structure/placement.ts';
import type { Check } from './check.ts';

/** Lines that tell the agent what to say or to do. */
const GUIDANCE: ReadonlySet<string> = new Set([
  ...[ast.Say.$type, ast.Ask.$type, ast.Do.$type, ast.Offer.$type, ast.Record.$type, ast.Commitment.$type],
  ...[ast.Consult.$type, ast.EscalateTo.$type, ast.ContinueWith.$type, ast.Complete.$type],
]);

/** A step that talks with the customer has a goal, its own or its stage's. */
export const stepShouldHaveAGoal: Check<ast.Step> = (step, { report }) => {
  const talks = step.items.some((item) => ast.isSay(item) || ast.isAsk(item) || ast.isOffer(item));
  if (!step.name || !talks || linesOf(step, ast.isGoal).length > 0) return;
  const stages = linesOf(step, ast.isStageReference);
  const stageMayHaveOne = stages.some(({ stage }) => !stage?.ref || stage.ref.goal !== undefined);
  if (!stageMayHaveOne) report('missing-goal', { step: step.name }, { node: step, property: 'name' });
};

/** A step gives the agent words, or something to do. */
export const stepShouldGiveGuidance: Check<ast.Step> = (step, { report }) => {
  if (step.name && !step.items.some((item) => GUIDANCE.has(item.$type)))
    report('missing-phrase', { member: `step \`${step.name}\`` }, { node: step, property: 'name' });
};

/** A follow up gives the agent words, or something to do. */
export const followUpShouldGiveGuidance: Check<ast.FollowUp> = (followUp, { report }) => {
  if (followUp.name && !followUp.items.some((item) => GUIDANCE.has(item.$type)))
    report('missing-phrase', { member: `follow up \`${followUp.name}\`` }, { node: followUp, property: 'name' });
};
