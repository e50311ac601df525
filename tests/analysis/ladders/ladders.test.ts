import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callsOf, type Outcome, outcomesOf } from '../../../analysis/src/ladders/answers.ts';
import { calendarOf, openTimes } from '../../../analysis/src/ladders/open-times.ts';
import { Rota } from '../../../analysis/src/ladders/rota.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { anyLadder, anyTeams, momentsOf } from './any-teams.ts';
import { type Answered, ByTheSecond } from './by-the-second.ts';

const anyTeamsAndLadder = anyTeams.chain((all) => anyLadder(all).map((ladder) => ({ ...all, ladder })));

/** An answer in few words, to compare. */
function told(answer: Answered | undefined): string {
  return answer ? `${answer.team} after ${answer.seconds}` : 'nobody';
}

function toldOf({ first, sure }: Outcome): string {
  const [a, b] = [first, sure].map((answer) => told(answer && { team: answer.team.id, seconds: answer.seconds }));
  return `${a}, ${b}`;
}

describe('the times at which a team is open', () => {
  test('are those that the engine knows', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(anyTeams, ({ teams, zones, within }) => {
        const byTheSecond = new ByTheSecond({ teams, zones });
        for (const team of teams) {
          const open = openTimes(calendarOf({ team, zone: zones.find(({ name }) => name === team.zone) }), within);
          for (const [index, { from, until }] of open.entries()) {
            expect(from).toBeLessThan(until);
            expect(from).toBeGreaterThan(open[index - 1]?.until ?? within.from - 1);
          }
          for (const time of momentsOf(within)) {
            const isOpen = open.some(({ from, until }) => time >= from && time < until);
            if (isOpen !== byTheSecond.isOpen(team.id, time)) expect.fail(`${team.id} at ${time}: ${isOpen}`);
          }
        }
      }),
      runs(40),
    );
  });
});

describe('what becomes of a ladder', () => {
  test('on the days that are looked at tells what becomes of it on any day', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(anyTeamsAndLadder, ({ teams, zones, within, ladder }) => {
        const byTheSecond = new ByTheSecond({ teams, zones });
        const rota = new Rota({ teams: [...teams], zones: [...zones] }, within);
        const days = outcomesOf(callsOf(ladder), [], rota);
        const found = days.flatMap(({ outcomes }) => outcomes);
        const at = (time: number) =>
          [false, true].map((staying) => told(byTheSecond.answer(ladder, time, staying))).join(', ');
        const onAnyDay = new Set<string>();
        for (const time of momentsOf(within)) onAnyDay.add(at(time));
        expect(new Set(found.map(toldOf))).toEqual(onAnyDay);
        for (const outcome of found) {
          expect(at(outcome.from)).toBe(toldOf(outcome));
          expect(at(outcome.until - 1)).toBe(toldOf(outcome));
        }
      }),
      runs(60),
    );
  });
});
