/** Follow ups and agent care: what comes up, and when again. */
import { isInForce } from './demands.ts';
import { guidanceOf } from './lines.ts';
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
    const { source, playbook, own, lines } = rule;
    happen(session, 'agentCare', source.id, own ? playbook.id : undefined);
    call.careLines.push(...guidanceOf(lines, { kind: 'agentCare', id: source.id }, session, call.heldBack));
  }
}

function beginsToHold(
  rule: Parameters<typeof isInForce>[0] & {
    readonly number: number;
    readonly when: Parameters<Session['moment']['certain']>[0];
  },
  session: Session,
): boolean {
  const { memory, moment } = session;
  if (!isInForce(rule, session)) return false;
  const isCertain = moment.certain(rule.when);
  const begins = isCertain && !memory.held.includes(rule.number);
  if (isCertain) add(memory.held, rule.number);
  else remove(memory.held, rule.number);
  return begins;
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
      call.followUpLines.push(...guidanceOf(rule.lines, { kind: 'followUp', id: running.id }, session, call.heldBack));
    }
    if (!isOver && repeat && running.times <= (repeat.times ?? Number.POSITIVE_INFINITY)) {
      running.due += repeat.every * 1000;
    } else {
      memory.followUps.splice(memory.followUps.indexOf(running), 1);
    }
  }
}
