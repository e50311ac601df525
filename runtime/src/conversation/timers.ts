/** What is due by itself, and when. */
import { escalationOf, nextRung } from './escalations.ts';
import { entryOf } from './records.ts';
import type { Session } from './session.ts';

/** The earliest moment after now at which something is due, in UTC milliseconds; undefined if nothing is. */
export function nextDue(session: Session): number | undefined {
  const { memory, moment, playbooks } = session;
  const { now } = memory;
  let earliest = Number.POSITIVE_INFINITY;
  const consider = (time: number | undefined): void => {
    if (time !== undefined && time > now && time < earliest) earliest = time;
  };
  for (const { due } of memory.followUps) consider(due);
  for (const { due } of memory.promises) consider(due);
  if (memory.state !== 'closed') {
    for (const running of memory.escalations) {
      const { source } = escalationOf(running, session) ?? {};
      consider(nextRung(source?.ladder ?? [], running.asked)?.time);
      for (const [index, { ladder }] of (source?.tell ?? []).entries()) {
        consider(nextRung(ladder, running.told[index] ?? [])?.time);
      }
      if (source?.resolveWithin !== undefined) consider(running.since + source.resolveWithin * 1000);
    }
    const { elapsed, waiting } = playbooks.thresholds;
    consider(firstAfter(now, memory.opened, elapsed));
    if (memory.unanswered !== null) consider(firstAfter(now, memory.unanswered, waiting));
    for (const { origin, number } of playbooks.facts.windowed) {
      const times = entryOf(memory.tallies, number)?.times;
      if (times === undefined || !('within' in origin) || origin.within === undefined) continue;
      const span = origin.within * 1000;
      if (origin.kind === 'countWithin') consider(times.map((time) => time + span).find((end) => end > now));
      else if (times.length >= origin.times) consider((times[times.length - origin.times] ?? 0) + span);
    }
    for (const { origin } of playbooks.facts.byKind.isOpen) {
      if (origin.kind !== 'isOpen') continue;
      const change = moment.nextOpening(origin.hours, Math.floor(now / 1000));
      consider(change === undefined ? undefined : change * 1000);
    }
  }
  return earliest === Number.POSITIVE_INFINITY ? undefined : earliest;
}

function firstAfter(now: number, from: number, seconds: readonly number[]): number | undefined {
  const second = seconds.find((candidate) => from + candidate * 1000 > now);
  return second === undefined ? undefined : from + second * 1000;
}
