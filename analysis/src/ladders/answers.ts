import type { Rung, Team } from '@poise/runtime';
import type { Asked } from './asked.ts';
import type { Stretch } from './open-times.ts';
import type { Rota, RotaDays } from './rota.ts';
import type { TellingDays } from './telling-days.ts';

/** A team to be asked or told, so many seconds after the beginning. */
export interface Call {
  readonly team: string;
  readonly after: number;
}

/** The first answer that can be relied on. */
export interface Answer {
  readonly team: Team;
  /** When that team is asked, in seconds from the beginning. */
  readonly asked: number;
  /** By when it has answered, in seconds from the beginning. */
  readonly seconds: number;
}

/** What comes of an escalation that begins in this stretch of time: the same for all of its moments. */
export interface Outcome extends Stretch {
  /** If whoever is asked while open does answer in time. Nobody, if no team is asked at all. */
  readonly first: Answer | undefined;
  /** If only a team that is open throughout its answer time counts. */
  readonly sure: Answer | undefined;
  /** Of the teams that were to be watched, which are open at the beginning. */
  readonly open: readonly boolean[];
}

/** What comes of an escalation over some days in a row, without a gap. */
export interface OutcomesOfDays extends Pick<TellingDays, 'ordinary'> {
  readonly outcomes: readonly Outcome[];
}

/** The calls of a ladder: each rung counts from when the one before it was asked. */
export function callsOf(ladder: readonly Rung[]): Call[] {
  let after = 0;
  return ladder.map((rung) => {
    after += rung.after;
    return { team: rung.team, after };
  });
}

/**
 * What comes of these calls, for every moment at which they can begin: on the days that tell of all others.
 *
 * Between the moments at which a team opens or closes, each less the time after which it is asked and the time it takes to answer, nothing changes, so that it is
 * enough to go from one of these to the next.
 *
 * @param watched other teams of which it matters whether they are open when it begins
 */
export function outcomesOf(calls: readonly Call[], watched: readonly string[], rota: Rota): OutcomesOfDays[] {
  const answersOf = ({ team }: Call) => rota.chainOf(team).map((member) => member.team.answersWithin);
  const lasts = Math.max(0, ...calls.map((call) => call.after + Math.max(0, ...answersOf(call)) + 1));
  return rota.daysFor(lasts).map((days) => ({
    ordinary: days.ordinary,
    outcomes: outcomesOn(days, calls, watched, rota),
  }));
}

interface Track {
  readonly asked: readonly Asked[];
  readonly after: number;
  at: number;
}

function outcomesOn(days: RotaDays, calls: readonly Call[], watched: readonly string[], rota: Rota): Outcome[] {
  const { open } = days;
  const called = calls.map(({ team, after }): Track => ({ asked: open.askedOf(rota.chainOf(team)), after, at: 0 }));
  const watching = watched.map(
    (team): Track => ({ asked: open.askedOf(rota.chainOf(team).slice(0, 1)), after: 0, at: 0 }),
  );
  const tracks = [...called, ...watching];
  const found: Outcome[] = [];
  for (let from = days.from; from < days.until; ) {
    let until = days.until;
    for (const track of tracks) {
      const { asked, after } = track;
      while ((asked[track.at + 1]?.from ?? Number.POSITIVE_INFINITY) - after <= from) track.at += 1;
      until = Math.min(until, (asked[track.at + 1]?.from ?? Number.POSITIVE_INFINITY) - after);
    }
    found.push({
      from,
      until,
      first: firstAnswer(called, ({ team }) => team !== undefined),
      sure: firstAnswer(called, ({ stays }) => stays),
      open: watching.map(({ asked, at }) => asked[at]?.team !== undefined),
    });
    from = until;
  }
  return found;
}

function firstAnswer(called: readonly Track[], counts: (asked: Asked) => boolean): Answer | undefined {
  let best: Answer | undefined;
  for (const { asked, at, after } of called) {
    const present = asked[at];
    if (!present?.team || !counts(present)) continue;
    const seconds = after + present.team.answersWithin;
    if (best === undefined || seconds < best.seconds) best = { team: present.team, asked: after, seconds };
  }
  return best;
}
