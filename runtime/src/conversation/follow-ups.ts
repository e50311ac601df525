/** Follow ups and agent care: what comes up, and when again. */
import { beginsToHold } from './edges.ts';
import { add, remove } from './records.ts';
import { happen, type Session } from './session.ts';

/** The phase of follow ups and agent care: what begins to hold. */
export function startFollowUpsAndCare(session: Session): void {
  const { memory, playbooks, call } = session;
  for (const rule of playbooks.rules.followUps) {
    if (!beginsToHold(rule, session)) continue;
    const { source, playbook } = rule;
    if (memory.followUps.some(({ id, playbook: owner }) => id === source.id && owner === playbook.id)) continue;
    const seconds = source.within ?? source.repeat?.every ?? 0;
    memory.followUps.push({ playbook: playbook.id, id: source.id, due: memory.now + seconds * 1000, times: 0 });
  }
  for (const rule of playbooks.rules.agentCare) {
    if (!beginsToHold(rule, session)) continue;
    const { source, playbook, own } = rule;
    happen(session, 'agentCare', source.id, own ? playbook.id : undefined, rule);
    add(call.agentCare, rule);
  }
}

/** Follow ups that are due come up, or end. */
export function comeUp(session: Session): void {
  const { memory, moment, playbooks, call } = session;
  for (const running of [...memory.followUps]) {
    if (running.due > memory.now) continue;
    const rule = playbooks.rules.followUps.find(
      ({ source, playbook }) => source.id === running.id && playbook.id === running.playbook,
    );
    const repeat = rule?.source.repeat;
    const isOver = running.times > 0 && rule?.until !== undefined && moment.certain(rule.until);
    if (rule && !isOver) {
      running.times++;
      happen(session, 'followUp', running.id, running.playbook);
      add(call.followUps, rule);
    }
    if (!isOver && repeat && running.times <= (repeat.times ?? Number.POSITIVE_INFINITY)) {
      running.due += repeat.every * 1000;
    } else {
      remove(memory.followUps, running);
    }
  }
}
