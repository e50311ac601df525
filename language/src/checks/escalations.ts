import * as ast from '../generated/ast.ts';
import { linesOf } from '../structure/placement.ts';
import type { Check } from './check.ts';

/** An escalation calls somebody in. */
export const escalationMustReachSomebody: Check<ast.Escalation> = (escalation, { report }) => {
  const reaches = escalation.items.some((item) => ast.isLadder(item) || ast.isTell(item) || ast.isContinueWith(item));
  if (!escalation.name || reaches) return;
  report(
    'missing-line',
    {
      member: `escalation \`${escalation.name}\``,
      line: 'to',
      why: 'nobody is called in',
      example: 'to supervisors',
    },
    { node: escalation, property: 'name' },
  );
};

/** Nobody is asked again right after not having answered. */
export const ladderMustNotAskTheSameTeamAgain: Check<ast.Ladder | ast.Tell> = (ladder, { report }) => {
  for (const [index, rung] of ladder.rungs.entries()) {
    const team = rung.team?.$refText;
    if (team && team === ladder.rungs[index - 1]?.team?.$refText)
      report('ladder-to-itself', { team }, { node: rung, property: 'team' });
  }
};

/** A follow up says when it is due. */
export const followUpMustSayWhen: Check<ast.FollowUp> = (followUp, { report }) => {
  const saysWhen = followUp.items.some((item) => ast.isWithin(item) || ast.isRepeat(item));
  if (!followUp.name || saysWhen) return;
  report(
    'missing-line',
    {
      member: `follow up \`${followUp.name}\``,
      line: 'within',
      why: 'nobody knows when it is due',
      example: 'within 1 day',
    },
    { node: followUp, property: 'name' },
  );
};

/** Agent care says what is done for the agent. */
export const agentCareMustDoSomething: Check<ast.AgentCare> = (care, { report }) => {
  if (!care.name || linesOf(care, ast.isDo).length > 0) return;
  report(
    'missing-line',
    {
      member: `agent care \`${care.name}\``,
      line: 'do',
      why: 'nothing is done for the agent',
      example: 'do "Take five minutes away from the queue."',
    },
    { node: care, property: 'name' },
  );
};

/** A trend says whom to tell. */
export const trendMustTellSomebody: Check<ast.Trend> = (trend, { report }) => {
  if (!trend.name || linesOf(trend, ast.isTell).length > 0) return;
  report(
    'missing-line',
    {
      member: `trend \`${trend.name}\``,
      line: 'tell',
      why: 'nobody hears of it',
      example: 'tell duty_manager "Complaints about the courier are up."',
    },
    { node: trend, property: 'name' },
  );
};
