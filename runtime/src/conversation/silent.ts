/** The rules that stay silent only for lack of a fact. */
import type { Silent } from '../generated/conversation.ts';
import type { Ruled } from '../prepared/rules.ts';
import { isInForce } from './demands.ts';
import { isRunning } from './escalations.ts';
import { isStepShown, leadingFrame } from './runs.ts';
import type { Session } from './session.ts';
import { isAtWork, isStartable } from './starts.ts';

export function silentRules(session: Session): Silent[] {
  const { memory, moment, playbooks } = session;
  const { rules } = playbooks;
  const silent: Silent[] = [];
  const add = (kind: Silent['kind'], { rule, playbook, at, when }: Ruled): void => {
    if (moment.certain(when) || !moment.possible(when)) return;
    silent.push({ kind, rule, playbook: playbook.id, at, missing: moment.missing(when) });
  };
  if (memory.state === 'closed') return silent;
  for (const rule of rules.eachTime) if (isInForce(rule, session)) add('eachTime', rule);
  for (const rule of rules.triggers) {
    if (isStartable(rule.playbook.source, memory.now) && !isAtWork(rule.playbook.id, session)) add('trigger', rule);
  }
  for (const rule of rules.escalations) {
    if (isInForce(rule, session) && !isRunning(rule.key, session)) add('escalation', rule);
  }
  const present = isStepShown(session) ? leadingFrame(session) : undefined;
  if (present) {
    const { step } = present;
    for (const line of step.lines) add('line', line);
    for (const exit of step.exits) add('exit', exit);
    if (step.done) add('done', { ...step, when: step.done });
  }
  for (const rule of rules.followUps) {
    const isOn = memory.followUps.some(({ id, playbook }) => id === rule.source.id && playbook === rule.playbook.id);
    if (isInForce(rule, session) && !isOn) add('followUp', rule);
  }
  for (const rule of rules.agentCare) if (isInForce(rule, session)) add('agentCare', rule);
  return silent;
}
