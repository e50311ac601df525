import type { Escalation, FollowUp } from '../generated/format.ts';
import { checkCondition } from './conditions.ts';
import type { Checking } from './known.ts';
import { checkLines } from './lines.ts';
import { checkLadder, checkTell, placed } from './parts.ts';
import { Path } from './path.ts';
import { refer, referFact } from './references.ts';

/** Triggers, escalations, follow ups, agent care and trends: what they speak of is there. */
export function checkRules(checking: Checking): void {
  const { triggers, escalations, followUps, agentCare, trends } = checking.playbook;
  for (const [index, trigger] of triggers.entries()) {
    const path = Path.ROOT.at('triggers', index);
    placed(checking, trigger, path);
    checkCondition(checking, trigger.when, path.at('when'));
  }
  for (const [index, escalation] of escalations.entries())
    checkEscalation(checking, escalation, Path.ROOT.at('escalations', index));
  for (const [index, followUp] of followUps.entries())
    checkFollowUp(checking, followUp, Path.ROOT.at('followUps', index));
  for (const [index, care] of agentCare.entries()) {
    const path = Path.ROOT.at('agentCare', index);
    placed(checking, care, path);
    checkCondition(checking, care.when, path.at('when'));
    checkLines(checking, care.lines, path.at('lines'));
  }
  for (const [index, trend] of trends.entries()) {
    const path = Path.ROOT.at('trends', index);
    placed(checking, trend, path);
    checkTell(checking, trend.tell, path.at('tell'));
  }
}

function checkEscalation(checking: Checking, escalation: Escalation, path: Path): void {
  placed(checking, escalation, path);
  checkCondition(checking, escalation.when, path.at('when'));
  for (const [index, other] of escalation.beats.escalations.entries())
    refer(checking, 'escalation', other, path.at('beats', 'escalations', index));
  checkLadder(checking, escalation.ladder, path.at('ladder'));
  checkTell(checking, escalation.tell, path.at('tell'));
  checkLines(checking, escalation.lines, path.at('lines'));
  for (const [index, fact] of escalation.handOver.entries())
    referFact(checking, fact, 'value', path.at('handOver', index));
  for (const [index, { when }] of escalation.continueWith.entries())
    checkCondition(checking, when, path.at('continueWith', index, 'when'));
}

function checkFollowUp(checking: Checking, followUp: FollowUp, path: Path): void {
  const { within, repeat } = followUp;
  placed(checking, followUp, path);
  checkCondition(checking, followUp.when, path.at('when'));
  if (within === undefined && !repeat)
    checking.report('needs-part', { of: 'a follow up', part: '`within` or `repeat`' }, path);
  if (repeat?.every === 0) checking.report('endless-repeat', {}, path.at('repeat', 'every'));
  checkCondition(checking, repeat?.until, path.at('repeat', 'until'));
  checkLines(checking, followUp.lines, path.at('lines'));
}
