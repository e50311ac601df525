import type { Hours, Rung, Team, Zone } from '@poise/runtime';
import fc from 'fast-check';
import { compileZone } from '../../../generator/src/compile/zone.ts';

/** Teams with their zones, and days of UTC (midnight to midnight, in seconds) in which to look at them. */
export interface AnyTeams {
  readonly teams: readonly Team[];
  readonly zones: readonly Zone[];
  readonly within: { readonly from: number; readonly until: number };
}

export const DAY = 86_400;
/** All that people choose is a multiple of this, and so are all changes of clocks: between two of them nothing happens but what a second more or less does. */
export const STEP = 900;

/** Zones with clocks that change on different days, by whole and half hours, twice as often around Ramadan, and never. */
const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'UTC',
];

const FIRST = Date.UTC(2026, 0, 1) / 1000;

export const anyTeams: fc.Arbitrary<AnyTeams> = fc
  .record({ day: fc.nat(500), days: fc.integer({ min: 1, max: 40 }), count: fc.integer({ min: 1, max: 5 }) })
  .chain(({ day, days, count }) => {
    const within = { from: FIRST + day * DAY, until: FIRST + (day + days) * DAY };
    return fc.array(anyTeam(count, within), { minLength: count, maxLength: count }).map(
      (all): AnyTeams => ({
        teams: all.map((team, index) => ({ ...team, id: nameOf(index) })),
        zones: ZONES.map(compileZone),
        within,
      }),
    );
  });

function nameOf(index: number): string {
  return `team_${index}`;
}

function anyTeam(count: number, { from, until }: AnyTeams['within']): fc.Arbitrary<Team> {
  const quarter = fc.nat(24 * 4 - 1).map((quarters) => quarters * 15);
  const hours = fc.record({
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) as fc.Arbitrary<Hours['days']>,
    from: quarter,
    to: fc.oneof(quarter, fc.constant(1440)),
  });
  const closed = fc.integer({ min: from / DAY - 2, max: until / DAY + 2 }).map((day) => {
    return new Date(day * DAY * 1000).toISOString().slice(0, 10);
  });
  return fc
    .record({
      answers: fc.integer({ min: 1, max: 12 }),
      zone: fc.constantFrom(...ZONES),
      hours: fc.oneof(
        { weight: 5, arbitrary: fc.array(hours, { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constant<Hours[]>([]) },
      ),
      closed: fc.array(closed, { maxLength: 3 }),
      otherwise: fc.option(fc.nat(count - 1), { nil: undefined }),
    })
    .map(({ answers, zone, hours, closed, otherwise }) => ({
      id: '',
      answersWithin: answers * STEP,
      ...(hours.length > 0 && { zone }),
      hours,
      closed: hours.length > 0 ? closed : [],
      ...(otherwise !== undefined && { otherwise: nameOf(otherwise) }),
      at: { file: 0, line: 1, column: 1 },
    }));
}

/** Every moment at which something can begin to be otherwise, and the second after it. */
export function* momentsOf({ from, until }: { readonly from: number; readonly until: number }): Generator<number> {
  for (let time = from; time < until; time += STEP) yield* [time, time + 1];
}

/** A ladder of some of these teams. */
export function anyLadder({ teams }: AnyTeams): fc.Arbitrary<[Rung, ...Rung[]]> {
  const team = fc.constantFrom(...teams.map(({ id }) => id));
  return fc
    .array(fc.record({ team, after: fc.integer({ min: 1, max: 8 }).map((steps) => steps * STEP) }), {
      minLength: 1,
      maxLength: 3,
    })
    .map(([first, ...others]) => [{ team: first?.team ?? '', after: 0 }, ...others]);
}
