/** When a team is there: its hours in local time, by the offsets that the document brings. All times are UTC seconds. */
import type { Team, Zone } from '../generated/format.ts';

const MINUTES_A_DAY = 1440;

/** A team and the zone that its hours are in. */
export interface TeamHours {
  readonly team: Team;
  readonly zone: Zone | undefined;
}

/** Whether the team itself is open; `null` where its zone doesn't say what the local time is. */
export function isOpen({ team, zone }: TeamHours, time: number): boolean | null {
  if (team.hours.length === 0) return true;
  const offset = zone && offsetAt(zone, time);
  if (offset === undefined) return null;
  const minutes = Math.floor(time / 60) + offset;
  const day = Math.floor(minutes / MINUTES_A_DAY);
  const minute = minutes - day * MINUTES_A_DAY;
  if (team.closed.includes(dayName(day))) return false;
  return team.hours.some(({ days, from, to }) => {
    const listed = days as readonly number[];
    if (to > from) return minute >= from && minute < to && listed.includes(weekday(day));
    return (minute >= from && listed.includes(weekday(day))) || (minute < to && listed.includes(weekday(day - 1)));
  });
}

/** When `isOpen` next gives another answer; `undefined` if it never does. */
export function nextChange(hours: TeamHours, time: number): number | undefined {
  const { team, zone } = hours;
  if (team.hours.length === 0 || zone === undefined) return undefined;
  const now = isOpen(hours, time);
  const today = Math.floor(Math.max(time, zone.from) / 86400);
  // A week shows every opening, and a closed day changes only what is in it, and in the nights before and after.
  const days = new Set(around(today, -2, 9));
  for (const closed of team.closed) for (const day of around(dayNumber(closed), -2, 3)) days.add(day);
  const minutesOfDay = new Set([0, ...team.hours.flatMap(({ from, to }) => [from, to])]);
  const offsets = new Set([zone.offset, ...zone.transitions.map(({ offset }) => offset)]);
  const moments = [zone.from, zone.until, ...zone.transitions.map(({ at }) => at)];
  for (const day of days) {
    for (const minute of minutesOfDay) {
      for (const offset of offsets) moments.push((day * MINUTES_A_DAY + minute - offset) * 60);
    }
  }
  return moments
    .filter((moment) => moment > time)
    .sort((a, b) => a - b)
    .find((moment) => isOpen(hours, moment) !== now);
}

function around(day: number, from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => day + from + index);
}

function offsetAt(zone: Zone, time: number): number | undefined {
  if (time < zone.from || time >= zone.until) return undefined;
  return zone.transitions.findLast(({ at }) => at <= time)?.offset ?? zone.offset;
}

/** 1 is Monday, 7 is Sunday; day 0 is 1 January 1970, a Thursday. */
function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The number of a calendar day, given as `2026-12-25`. */
function dayNumber(name: string): number {
  return Date.parse(`${name}T00:00:00Z`) / 86_400_000;
}

/** The calendar day, as `2026-12-25`. */
export function dayName(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
