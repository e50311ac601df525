import type { Hours } from '@poise/runtime';
import { byMoreAndLess, type Direction } from './direction.ts';

const MINUTES_OF_A_DAY = 24 * 60;
const MINUTES_OF_A_WEEK = 7 * MINUTES_OF_A_DAY;

/** When a team is open, in its own time. Without hours: always. */
export interface OpeningHours {
  readonly zone: string | null;
  readonly hours: readonly Hours[];
}

/** The longer a team is open, the tighter. In another zone the same hours are others. */
export function compareHours(before: OpeningHours, after: OpeningHours): Direction {
  const [wasAlways, isAlways] = [before.hours.length === 0, after.hours.length === 0];
  if (wasAlways || isAlways) return byMoreAndLess(!wasAlways, !isAlways);
  if (before.zone !== after.zone) return 'moved';
  const [was, is] = [openMinutes(before.hours), openMinutes(after.hours)];
  const minutes = Array.from({ length: MINUTES_OF_A_WEEK }, (_, minute) => minute);
  return byMoreAndLess(
    minutes.some((minute) => is.has(minute) && !was.has(minute)),
    minutes.some((minute) => was.has(minute) && !is.has(minute)),
  );
}

function openMinutes(hours: readonly Hours[]): ReadonlySet<number> {
  const open = new Set<number>();
  for (const { days, from, to } of hours) {
    const end = to > from ? to : to + MINUTES_OF_A_DAY;
    for (const day of days) {
      const start = (day - 1) * MINUTES_OF_A_DAY;
      for (let minute = from; minute < end; minute += 1) open.add((start + minute) % MINUTES_OF_A_WEEK);
    }
  }
  return open;
}
