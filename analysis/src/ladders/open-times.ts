import type { Hours, Team, Zone } from '@poise/runtime';
import type { TeamHours } from '@poise/runtime/prepared';

export const DAY = 86_400;
const DAY_IN_MINUTES = 1440;

/** A time in which something is so, in UTC seconds: up to, not including, `until`. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** A team's hours and closed days, made ready to be gone through day by day. */
export interface Calendar {
  readonly team: Team;
  /** Absent where the team is always open. */
  readonly zone: Zone | undefined;
  /** The numbers of the days on which it is closed. */
  readonly closed: ReadonlySet<number>;
  /** The minutes of each day of the week in which it is open, from Monday on. */
  readonly week: readonly (readonly Stretch[])[];
}

/** A team is always open without hours; and for all that is known, without a zone. */
export function calendarOf({ team, zone }: TeamHours): Calendar {
  return {
    team,
    zone: team.hours.length === 0 ? undefined : zone,
    closed: new Set(team.closed.map(dayOf)),
    week: [1, 2, 3, 4, 5, 6, 7].map((day) => hoursOfDay(team.hours, day)),
  };
}

/**
 * When a team is open within a time, in order, none touching the next. It is what `isOpen` of the engine says of each second, found by going over
 * the days instead; where the zone doesn't say what the local time is, the team counts as open, since it would be asked.
 */
export function openTimes({ zone, closed, week }: Calendar, within: Stretch): Stretch[] {
  if (zone === undefined) return [within];
  const open: Stretch[] = [];
  const add = (from: number, until: number): void => {
    const [begin, end] = [Math.max(from, within.from), Math.min(until, within.until)];
    if (begin >= end) return;
    const last = open.at(-1);
    if (last?.until === begin) open[open.length - 1] = { from: last.from, until: end };
    else open.push({ from: begin, until: end });
  };
  add(Number.NEGATIVE_INFINITY, zone.from);
  const changes = [{ at: zone.from, offset: zone.offset }, ...zone.transitions];
  for (const [index, { at, offset }] of changes.entries()) {
    const from = Math.max(at, within.from);
    const until = Math.min(changes[index + 1]?.at ?? zone.until, within.until);
    const ahead = offset * 60;
    for (let day = Math.floor((from + ahead) / DAY); day * DAY - ahead < until; day += 1) {
      if (closed.has(day)) continue;
      const midnight = day * DAY - ahead;
      for (const part of week[weekday(day) - 1] ?? []) {
        add(Math.max(midnight + part.from * 60, from), Math.min(midnight + part.until * 60, until));
      }
    }
  }
  add(zone.until, Number.POSITIVE_INFINITY);
  return open;
}

/** The minutes of a day of the week in which hours hold, those included that began the day before. */
function hoursOfDay(hours: readonly Hours[], day: number): Stretch[] {
  const on = (days: readonly number[], which: number) => days.includes(which);
  const dayBefore = day === 1 ? 7 : day - 1;
  const parts = hours.flatMap(({ days, from, to }): Stretch[] => {
    if (to > from) return on(days, day) ? [{ from, until: to }] : [];
    return [
      ...(on(days, dayBefore) ? [{ from: 0, until: to }] : []),
      ...(on(days, day) ? [{ from, until: DAY_IN_MINUTES }] : []),
    ];
  });
  const joined: Stretch[] = [];
  for (const part of parts.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && part.from <= last.until) {
      joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, part.until) };
    } else joined.push(part);
  }
  return joined;
}

/** The number of a calendar day; 0 is 1 January 1970. */
export function dayOf(name: string): number {
  return Date.parse(`${name}T00:00:00Z`) / 1000 / DAY;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
