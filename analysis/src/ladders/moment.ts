import type { Zone } from '@poise/runtime';
import { DAY, weekday } from './open-times.ts';

export const WEEK = 7 * DAY;

/** A moment as the clock on the wall of a team shows it. */
export interface LocalMoment {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Seconds of that day. */
  readonly time: number;
  /** `2026-12-25`, where it isn't so every week. */
  readonly date?: string;
  readonly zone: string;
}

function localTime(time: number, zone: Zone): { readonly day: number; readonly time: number } {
  const offset = zone.transitions.findLast(({ at }) => at <= time)?.offset ?? zone.offset;
  const local = time + offset * 60;
  const day = Math.floor(local / DAY);
  return { day, time: local - day * DAY };
}

/**
 * A moment in a zone, with the date only where it is told of one day.
 *
 * @param time UTC seconds
 */
export function momentIn(zone: Zone, time: number, isEveryWeek: boolean): LocalMoment {
  const local = localTime(time, zone);
  return {
    weekday: weekday(local.day),
    time: local.time,
    ...(!isEveryWeek && { date: new Date(local.day * DAY * 1000).toISOString().slice(0, 10) }),
    zone: zone.name,
  };
}

/** Seconds since Monday's midnight in a zone. */
export function timeOfWeek(time: number, zone: Zone): number {
  const local = localTime(time, zone);
  return (weekday(local.day) - 1) * DAY + local.time;
}
