import type { Escalation } from '@poise/runtime';
import type { Subject } from '../subject.ts';
import { outcomesOf } from './answers.ts';
import { daysThatMatter } from './days-that-matter.ts';
import { callsOfEscalation } from './handovers.ts';
import type { Beginning } from './may-begin.ts';
import { timeOfWeek, WEEK } from './moment.ts';
import { DAY } from './open-times.ts';
import { Rota } from './rota.ts';

const HOUR = 3600;

/** The longest that an escalation which begins within an hour of the week can wait for an answer. */
export interface LongestAnswer {
  /** Seconds; absent where at some moment of the hour nobody is sure to answer. */
  readonly seconds?: number;
  /** Who answers then. */
  readonly team?: string;
}

/** For each hour of the week. */
export interface AnswerTimes {
  /** The zone of the hours: that of the first team with opening hours. Absent where all are always open: then they are hours of UTC. */
  readonly zone?: string;
  /** Seven days from Monday on, with 24 hours each. Nothing stands for an hour in which it can't begin. */
  readonly week: readonly (readonly (LongestAnswer | undefined)[])[];
}

const AT_ANY_TIME: Beginning = { watched: [], isPossible: () => true };

/**
 * The longest time until a team answers, for each hour of the week in which an escalation begins. A team answers within its answer time if it is open throughout. It
 * is about weeks like any other, in summer and in winter: without closed days and changes of clocks.
 *
 * @param subject the playbook, for its teams and their zones
 * @param today `2026-11-22`: weeks before it don't matter
 * @param beginning when it can begin
 */
export function longestAnswers(
  subject: Pick<Subject, 'teams' | 'zones' | 'validFrom' | 'validUntil'>,
  escalation: Pick<Escalation, 'ladder' | 'tell' | 'resolveWithin' | 'stayUntilAnswered'>,
  today?: string,
  beginning = AT_ANY_TIME,
): AnswerTimes {
  const rota = new Rota(subject, daysThatMatter(subject, today));
  const calls = callsOfEscalation(escalation);
  const { watched, isPossible } = beginning;
  const zone = rota.zonesOf([...calls.map(({ team }) => team), ...watched])[0];
  const longest: (LongestAnswer | undefined)[] = new Array(WEEK / HOUR).fill(undefined);
  const days = outcomesOf(calls, watched, rota).filter(({ ordinary }) => ordinary);
  for (const { from, until, sure, open } of days.flatMap(({ outcomes }) => outcomes)) {
    if (!isPossible(open)) continue;
    const answer = sure ? { seconds: sure.seconds, team: sure.team.id } : {};
    const begins = zone ? timeOfWeek(from, zone) : (from + 3 * DAY) % WEEK;
    const last = Math.ceil((begins + until - from) / HOUR);
    for (let hour = Math.floor(begins / HOUR); hour < last; hour += 1) {
      const at = hour % longest.length;
      longest[at] = longerOf(longest[at], answer);
    }
  }
  // Where no hours matter, one day is looked at for all.
  const anyHour = zone ? undefined : longest[0];
  const week = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_, hour) => longest[day * 24 + hour] ?? anyHour),
  );
  return zone ? { zone: zone.name, week } : { week };
}

function longerOf(one: LongestAnswer | undefined, other: LongestAnswer): LongestAnswer {
  if (one === undefined) return other;
  return (other.seconds ?? Number.POSITIVE_INFINITY) > (one.seconds ?? Number.POSITIVE_INFINITY) ? other : one;
}
