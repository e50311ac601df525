import type { Type } from '@poise/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { domainOf } from '../../../analysis/src/states/domains.ts';
import { type Origin, valueAs } from '../../../runtime/src/prepared/index.ts';
import { cellOf, cutIntoCells, type FactValue } from '../../../runtime/src/rules/index.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';

/** The largest number that a playbook can say, and some in a larger unit of time. */
const LARGE = [999_999_999_999_999, 999_999_999_999_999 * 604_800];

const reals = fc.oneof(
  fc.integer({ min: -5, max: 40 }),
  fc.integer({ min: -50, max: 400 }).map((tenths) => tenths / 10),
  // Amounts that are a few coins apart.
  fc.integer({ min: 100, max: 120 }).map((pence) => pence / 100),
  fc.integer({ min: 1000, max: 1020 }).map((fils) => fils / 1000),
  fc.double({ min: -10, max: 50, noNaN: true }),
  fc.constantFrom(...LARGE, ...LARGE.map((large) => -large), 0, -0),
);
const days = fc
  .oneof(
    fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
    fc.constantFrom(
      ...['0001-01-01', '9999-12-31', '2028-02-28', '2028-02-29', '2028-03-01'].map((day) => new Date(day)),
    ),
  )
  .map((date) => date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate());
const bounds = fc
  .tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map(([from, more]) => ({ min: from / 4, max: (from + more + 1) / 4 }));
const perhapsBounds = fc.option(bounds, { nil: {} });

const numeric: fc.Arbitrary<Type> = fc.oneof(
  bounds.map((of): Type => ({ type: 'range', ...of })),
  perhapsBounds.map((of): Type => ({ type: 'duration', unit: 'hours', ...of })),
  fc
    .tuple(perhapsBounds, fc.constantFrom(['JPY', 0] as const, ['GBP', 2] as const, ['KWD', 3] as const))
    .map(([of, [currency, decimals]]): Type => ({ type: 'money', currency, decimals, ...of })),
  fc.constantFrom<Type>({ type: 'number' }, { type: 'count' }),
);
const words = ['phone', 'chat', 'email'];
const anyType: fc.Arbitrary<{
  readonly type: Type;
  readonly constants: readonly FactValue[];
  readonly values: readonly FactValue[];
}> = fc.oneof(
  fc.record({
    type: numeric,
    constants: fc.array(reals, { maxLength: 6 }),
    values: fc.array(reals, { maxLength: 40 }),
  }),
  fc.record({
    type: fc.constant<Type>({ type: 'date' }),
    constants: fc.array(days, { maxLength: 4 }),
    values: fc.array(days, { maxLength: 20 }),
  }),
  fc.record({
    type: fc
      .subarray(words, { minLength: 1 })
      .map((choices): Type => ({ type: 'choice', choices: choices as [string, ...string[]] })),
    constants: fc.subarray(words),
    values: fc.constant(words),
  }),
  fc.record({
    type: fc.constant<Type>({ type: 'flag' }),
    constants: fc.subarray([true, false]),
    values: fc.constant([true, false]),
  }),
  fc.record({
    type: fc.constant<Type>({ type: 'text' }),
    constants: fc.subarray([...words, '…', '']),
    values: fc.constant([...words, '…', '', 'other']),
  }),
);

/** What a fact of the type is cut by, besides constants: its bounds, and all its words. */
function ownConstants(type: Type): readonly FactValue[] {
  if (type.type === 'choice') return type.choices;
  if (type.type === 'flag') return [true, false];
  return ['min' in type ? type.min : undefined, 'max' in type ? type.max : undefined].filter(
    (bound) => bound !== undefined,
  );
}

test(
  'a cell has a value exactly where the type has one that falls into it',
  () => {
    let tried = 0;
    fc.assert(
      fc.property(anyType, fc.boolean(), ({ type, constants, values }, withOwn) => {
        const origin: Origin = { kind: 'signal', name: 'asked', type, fixed: false };
        const cells = cutIntoCells(new Set([...constants, ...(withOwn ? ownConstants(type) : [])]));
        const domain = domainOf(origin, cells);
        expect(domain.length).toBe(cells.count);
        expect(domain[0]).toBe(null);
        for (const [cell, value] of domain.entries()) {
          if (value === undefined) continue;
          expect(cellOf(cells, value)).toBe(cell);
          expect(valueAs(type, value)).toBe(value);
        }
        // Values near what the type is cut by are those that get lost.
        const asked = [...values, ...constants, ...ownConstants(type)].flatMap((value): readonly FactValue[] =>
          typeof value === 'number' ? near(value) : [value],
        );
        for (const value of asked) {
          if (valueAs(type, value) === null) continue;
          tried += 1;
          expect({ value, sample: domain[cellOf(cells, value)] }).not.toEqual({ value, sample: undefined });
        }
      }),
      runs(1000),
    );
    expect(tried).toBeGreaterThan(10_000);
  },
  PATIENCE,
);

function near(value: number): readonly number[] {
  const least = Math.max(1, Math.abs(value)) * 2 ** -51;
  const cents = [100, 1000].flatMap((parts) => [1, -1].map((one) => (Math.round(value * parts) + one) / parts));
  return [value, value + least, value - least, value + 1, value - 1, value * 2, ...cents];
}

test('what is always known has no cell for what is unknown, and yes or no have one each', () => {
  const cells = cutIntoCells(new Set([true, false]));
  const of = (origin: Origin) => domainOf(origin, cells).filter((value) => value !== undefined);
  expect(of({ kind: 'says', speaker: 'customer', lists: [0] })).toEqual([true, false]);
  expect(of({ kind: 'hasHappened', happening: 'offer refund', times: 2, within: 60 })).toEqual([true, false]);
  expect(of({ kind: 'approved', team: 'supervisors' })).toEqual([null, true, false]);
  expect(
    domainOf({ kind: 'builtin', name: 'elapsed' }, cutIntoCells(new Set([1.5, 1.75]))).filter(
      (value) => value !== undefined,
    ),
  ).toEqual([1, 2]);
});
