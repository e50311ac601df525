import type { Zone } from '@poise/runtime';

const DAY = 86_400_000;
const MINUTE = 60_000;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The Monday from which on days of the week are looked for. */
const FIRST_MONDAY = '2026-01-05';

/** The days on which a playbook may start, both included: calendar days of UTC. */
export interface Validity {
  readonly validFrom?: string;
  readonly validUntil?: string;
}

/**
 * When it is that day of the week and that time, in UTC milliseconds: in the first week from that of Monday 2026-01-05 on in which the playbook may
 * start then. One that was over before is tried out in its own time.
 */
export function onWeekday(day: string, time: string, zone: Zone | undefined, valid: Validity): number {
  const { validFrom = FIRST_MONDAY, validUntil = FIRST_MONDAY } = valid;
  // Its first day, of UTC, may have begun on the day before in local time.
  const from = midnight(validFrom) - DAY;
  const first = validUntil < FIRST_MONDAY ? from : Math.max(from, midnight(FIRST_MONDAY));
  for (let local = first; ; local += DAY) {
    if (weekdayOf(local) !== day) continue;
    const moment = inUtc(local + minutesOf(time) * MINUTE, zone);
    if (valid.validFrom === undefined || dayOf(moment) >= valid.validFrom) return moment;
  }
}

/** When it is that time on that day (`2026-11-27`), in UTC milliseconds. */
export function onDate(date: string, time: string, zone: Zone | undefined): number {
  return inUtc(midnight(date) + minutesOf(time) * MINUTE, zone);
}

/**
 * The moment at which clocks in the zone show this. Where they show it twice, the first time; where they leap over it, what it would have been
 * without the leap. Without a zone, clocks show UTC.
 */
function inUtc(local: number, zone: Zone | undefined): number {
  if (!zone) return local;
  const offsets = [zone.offset, ...zone.transitions.map(({ offset }) => offset)];
  const moments = [...new Set(offsets)].map((offset) => local - offset * MINUTE).sort((a, b) => a - b);
  const shown = moments.find((moment) => moment + offsetAt(zone, moment) * MINUTE === local);
  return shown ?? local - offsetAt(zone, local - DAY) * MINUTE;
}

function offsetAt(zone: Zone, moment: number): number {
  return zone.transitions.findLast(({ at }) => at * 1000 <= moment)?.offset ?? zone.offset;
}

/** Day 0 is 1 January 1970, a Thursday. */
function weekdayOf(midnight: number): string | undefined {
  return WEEKDAYS[(midnight / DAY + 3) % 7];
}

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
