import type { Zone } from '@poise/runtime';
import type { Outcome, OutcomesOfDays } from './answers.ts';
import { timeOfWeek, WEEK } from './moment.ts';
import type { Stretch } from './open-times.ts';

/** Beginnings that come out wrong, all in the same way. */
export interface Fault {
  readonly outcome: Outcome;
  /** It is so at that time of every week, in summer and in winter. */
  readonly weekly: boolean;
  /** Whatever the moment, it comes out as badly. */
  readonly always: boolean;
}

/** How bad an outcome is; nothing where it is fine. */
export type Badness = (outcome: Outcome) => number | undefined;

/**
 * The fault to tell of: of the worst, one of an ordinary week before one of a special day, at a whole minute if there is one. In weeks that are all alike it is the first from Monday on, else the first
 * to come.
 *
 * @param zones those of the teams; the first is the one in whose time it will be told
 */
export function worstFault(
  days: readonly OutcomesOfDays[],
  badness: Badness,
  zones: readonly Zone[],
): Fault | undefined {
  const [zone] = zones;
  const placeInTime = ({ from }: Outcome, ordinary: boolean) =>
    zone && ordinary && zones.length === 1 ? timeOfWeek(from, zone) : from;
  const levels = new Set<number | undefined>();
  let worst: { readonly outcome: Outcome; readonly ordinary: boolean; readonly rank: readonly number[] } | undefined;
  for (const { ordinary, outcomes } of days) {
    // A week goes on as it began, so that what its first day begins with may have begun on its last.
    const last = outcomes.at(-1);
    let before = ordinary && last ? badness(last) : undefined;
    for (const outcome of outcomes) {
      const bad = badness(outcome);
      levels.add(bad);
      if (bad !== undefined) {
        const rank = [
          -bad,
          ordinary ? 0 : 1,
          tellingMoment(outcome) % 60 && 1,
          before === bad ? 1 : 0,
          placeInTime(outcome, ordinary),
        ];
        if (worst === undefined || isBefore(rank, worst.rank)) worst = { outcome, ordinary, rank };
      }
      before = bad;
    }
  }
  if (worst === undefined) return undefined;
  const { outcome, ordinary } = worst;
  const weekly = ordinary && zone !== undefined && isWeekly(tellingMoment(outcome), days, badness, zone);
  return { outcome, weekly, always: levels.size === 1 };
}

function isBefore(rank: readonly number[], other: readonly number[]): boolean {
  const differs = rank.findIndex((part, index) => part !== other[index]);
  return differs >= 0 && (rank[differs] ?? 0) < (other[differs] ?? 0);
}

/** Whether at that time of the week it is never fine, on days without anything special. */
function isWeekly(time: number, days: readonly OutcomesOfDays[], badness: Badness, zone: Zone): boolean {
  const moment = timeOfWeek(time, zone);
  const isThen = ({ from, until }: Outcome) => (moment - timeOfWeek(from, zone) + WEEK) % WEEK < until - from;
  return !days.some(
    ({ ordinary, outcomes }) =>
      ordinary && outcomes.some((outcome) => isThen(outcome) && badness(outcome) === undefined),
  );
}

/** A moment of a stretch that is easily said: a whole minute, if there is one. */
export function tellingMoment({ from, until }: Stretch): number {
  const minute = Math.ceil(from / 60) * 60;
  return minute < until ? minute : from;
}
