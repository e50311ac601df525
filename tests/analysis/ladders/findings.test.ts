import type { Zone } from '@poise/runtime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLadders } from '../../../analysis/src/ladders/check-ladders.ts';
import { longestAnswers } from '../../../analysis/src/ladders/longest-answers.ts';
import type { LocalMoment } from '../../../analysis/src/ladders/moment.ts';
import { StateSpace } from '../../../analysis/src/states/state-space.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { type AnyTeams, anyLadder, anyTeams, DAY, momentsOf, STEP } from './any-teams.ts';
import { ByTheSecond } from './by-the-second.ts';
import { playbookWith } from './document.ts';

const dayName = (time: number): string => new Date(time * 1000).toISOString().slice(0, 10);

/** A moment as the clock on a wall shows it, by the offsets of the table. */
function onTheWall(time: number, zone: Zone | undefined): { weekday: number; time: number; date: string } {
  const offset = zone?.transitions.filter(({ at }) => at <= time).at(-1)?.offset ?? zone?.offset ?? 0;
  const local = time + offset * 60;
  return { weekday: new Date(local * 1000).getUTCDay() || 7, time: local % DAY, date: dayName(local) };
}

/** The moments within some days that a finding may speak of. */
function momentsLike(told: LocalMoment, { zones, within }: AnyTeams): number[] {
  const zone = zones.find(({ name }) => name === told.zone);
  const offsets = new Set([zone?.offset ?? 0, ...(zone?.transitions ?? []).map(({ offset }) => offset)]);
  const days = Array.from(
    { length: (within.until - within.from) / DAY + 2 },
    (_, day) => within.from + (day - 1) * DAY,
  );
  return days
    .flatMap((day) => [...offsets].map((offset) => day + told.time - offset * 60))
    .filter((time) => {
      const wall = onTheWall(time, zone);
      const isSame = wall.weekday === told.weekday && wall.time === told.time;
      return isSame && (told.date ?? wall.date) === wall.date && time >= within.from && time < within.until;
    });
}

describe('an escalation', () => {
  const anyDeadline = fc.integer({ min: 1, max: 20 }).map((steps) => steps * STEP);
  const anyEscalation = anyTeams.chain((all) =>
    fc.record({ ladder: anyLadder(all), resolveWithin: anyDeadline }).map((rest) => ({ ...all, ...rest })),
  );

  test('has the findings that are there by the second, at such a moment', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(anyEscalation, ({ ladder, resolveWithin, ...all }) => {
        const { within } = all;
        const playbook = {
          ...playbookWith(all, ladder, resolveWithin),
          validFrom: dayName(within.from),
          validUntil: dayName(within.until - 1),
        };
        const found = checkLadders(playbook, new StateSpace([playbook]));

        const byTheSecond = new ByTheSecond(all);
        const wrongAt = (time: number) => {
          const [first, sure] = [false, true].map((staying) => byTheSecond.answer(ladder, time, staying));
          if (first === undefined) return 'nobody-asked';
          if (first.seconds > resolveWithin) return 'late-answer';
          return sure === undefined || sure.seconds > resolveWithin ? 'asked-before-closing' : undefined;
        };
        const wrong = new Set([...momentsOf(within)].map(wrongAt));
        const errors = (['nobody-asked', 'late-answer'] as const).filter((code) => wrong.has(code));
        const warnings = wrong.has('asked-before-closing') ? ['asked-before-closing'] : [];
        expect(found.map(({ code }) => code)).toEqual(errors.length > 0 ? errors : warnings);

        for (const { code, data } of found) {
          if (!('begins' in data) || data.begins === undefined) continue;
          const moments = momentsLike(data.begins, all);
          expect(moments.map(wrongAt), `${JSON.stringify(data.begins)}`).toContain(code);
          if (code === 'late-answer') {
            const seconds = moments.map((time) => byTheSecond.answer(ladder, time, false)?.seconds);
            expect(seconds).toContain(data.answer.seconds);
          }
        }
      }),
      runs(60),
    );
  });
});

describe('what is told without a date', () => {
  const YEAR = { from: Date.UTC(2026, 0, 1) / 1000, until: Date.UTC(2027, 0, 1) / 1000 };
  const anyYear = anyTeams.chain((all) =>
    anyLadder(all).map((ladder) => ({
      ...all,
      ladder,
      within: YEAR,
      teams: all.teams.map((team) => ({ ...team, closed: [] })),
    })),
  );

  test('is so every week but for those in which clocks are changed', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(anyYear, ({ ladder, ...all }) => {
        const playbook = { ...playbookWith(all, ladder), validFrom: '2026-01-01', validUntil: '2026-12-31' };
        const byTheSecond = new ByTheSecond(all);
        const changes = all.zones.flatMap(({ transitions }) => transitions.map(({ at }) => at));
        const isOrdinary = (time: number) => changes.every((at) => Math.abs(at - time) > 3 * DAY);
        for (const { code, data } of checkLadders(playbook, new StateSpace([playbook]))) {
          if (code === 'late-answer' || !('begins' in data) || data.begins?.date !== undefined || !data.begins)
            continue;
          for (const time of momentsLike(data.begins, all).filter(isOrdinary)) {
            const answer = byTheSecond.answer(ladder, time, code === 'asked-before-closing');
            expect(answer, `${code} at ${dayName(time)}`).toBeUndefined();
          }
        }
      }),
      runs(100),
    );
  });
});

describe('the longest answers of the hours of a week', () => {
  /** Two weeks of a June in which no clock of the zones is changed. */
  const JUNE = { from: Date.UTC(2026, 5, 1) / 1000, until: Date.UTC(2026, 5, 15) / 1000 };
  const anyJune = anyTeams.chain((all) =>
    anyLadder(all).map((ladder) => ({
      ...all,
      ladder,
      within: JUNE,
      teams: all.teams.map((team) => ({ ...team, closed: [] })),
    })),
  );

  test('are those that there are by the second', { timeout: PATIENCE }, () => {
    fc.assert(
      fc.property(anyJune, ({ ladder, ...all }) => {
        const playbook = {
          ...playbookWith(all, ladder),
          validFrom: dayName(JUNE.from),
          validUntil: dayName(JUNE.until - 1),
        };
        const [escalation] = playbook.escalations;
        if (!escalation) throw new Error('the playbook has an escalation');
        const found = longestAnswers(playbook, escalation);
        const zone = all.zones.find(({ name }) => name === found.zone);
        const byTheSecond = new ByTheSecond(all);
        const longest = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
        for (const begins of momentsOf(JUNE)) {
          const { weekday, time } = onTheWall(begins, zone);
          const day = longest[weekday - 1] ?? [];
          const hour = Math.floor(time / 3600);
          const seconds = byTheSecond.answer(ladder, begins, true)?.seconds ?? Number.POSITIVE_INFINITY;
          day[hour] = Math.max(day[hour] ?? 0, seconds);
        }
        expect(found.week.map((day) => day.map((hour) => hour?.seconds ?? Number.POSITIVE_INFINITY))).toEqual(longest);
      }),
      runs(60),
    );
  });
});
