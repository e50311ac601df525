import type { Subject } from '../subject.ts';
import { DAY, dayOf, type Stretch } from './open-times.ts';

/** The days (of UTC) on which something can begin: those on which the playbook is valid and all clocks are known, from a day on. */
export function daysThatMatter(
  { zones, validFrom, validUntil }: Pick<Subject, 'zones' | 'validFrom' | 'validUntil'>,
  today?: string,
): Stretch {
  const from = [
    ...zones.map((zone) => Math.ceil(zone.from / DAY)),
    ...(validFrom === undefined ? [] : [dayOf(validFrom)]),
    ...(today === undefined ? [] : [dayOf(today)]),
  ];
  const until = [
    ...zones.map((zone) => Math.floor(zone.until / DAY)),
    ...(validUntil === undefined ? [] : [dayOf(validUntil) + 1]),
  ];
  const first = Math.max(0, ...from);
  return { from: first * DAY, until: Math.min(...(until.length === 0 ? [first + 1] : until)) * DAY };
}
