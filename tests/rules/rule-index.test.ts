import type { Logic } from '@poise/runtime';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intersectionOf, unionOf } from '../../runtime/src/rules/cell-sets.ts';
import { MOST_CLAUSES } from '../../runtime/src/rules/clauses.ts';
import {
  compileLogic,
  eachBit,
  type FactValue,
  type RuleIndex,
  readLogic,
  ruleIndex,
} from '../../runtime/src/rules/index.ts';
import { layOut } from '../../runtime/src/rules/layout.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { ENGINES } from '../portability/engines.ts';
import { anyLogic, anyMoment, compiledLogic, FACTS, factNumber, typedMoment } from './any-logic.ts';

const NOTHING: readonly FactValue[] = FACTS.map(() => null);

function indexOf(logics: readonly Logic[], initial = NOTHING): RuleIndex {
  return ruleIndex(
    logics.map((logic) => readLogic(logic, factNumber)),
    initial,
  );
}

function setAll(index: RuleIndex, values: readonly FactValue[]): void {
  for (const [fact, value] of values.entries()) index.set(fact, value);
}

function held(index: RuleIndex): number[] {
  const numbers: number[] = [];
  eachBit(index.holding(), (number) => numbers.push(number));
  return numbers;
}

/** Which of the expressions hold, by those who evaluate one at a time. */
function holdingOf(logics: readonly Logic[], values: readonly FactValue[]): number[] {
  return [...logics.keys()].filter((number) => plainly(logics[number] as Logic, values));
}

/** What an expression means, as plainly as it can be said. */
function plainly(logic: Logic, values: readonly FactValue[]): boolean {
  if ('and' in logic) return logic.and.every((part) => plainly(part, values));
  if ('or' in logic) return logic.or.some((part) => plainly(part, values));
  const [[operator, [variable, constant]]] = Object.entries(logic) as [[string, [{ var: string }, FactValue]]];
  const value = values[factNumber(variable.var)];
  if (operator === '===') return value === constant;
  if (operator === '!==') return value !== constant;
  if (typeof value !== 'number' || typeof constant !== 'number') return false;
  if (operator === '<') return value < constant;
  if (operator === '<=') return value <= constant;
  return operator === '>' ? value > constant : value >= constant;
}

describe('an index', () => {
  test(
    'agrees with direct evaluation and with other people’s engines on what the compiler writes',
    () => {
      const engines = Object.entries(ENGINES);
      fc.assert(
        fc.property(
          fc.array(compiledLogic, { maxLength: 6 }),
          fc.array(typedMoment, { maxLength: 4 }),
          (logics, moments) => {
            const index = indexOf(logics);
            const direct = logics.map((logic) => compileLogic(logic, factNumber));
            const others = engines.map(([name, read]) => ({ name, evaluators: logics.map(read) }));
            for (const values of moments) {
              setAll(index, values);
              const expected = holdingOf(logics, values);
              expect(held(index)).toEqual(expected);
              expect([...logics.keys()].filter((number) => direct[number]?.(values))).toEqual(expected);
              const facts = Object.fromEntries(FACTS.map((id, fact) => [id, values[fact] ?? null]));
              for (const { name, evaluators } of others) {
                expect(
                  [...logics.keys()].filter((number) => evaluators[number]?.(facts)),
                  name,
                ).toEqual(expected);
              }
            }
          },
        ),
        runs(500),
      );
    },
    PATIENCE,
  );

  test(
    'is exact on anything, whatever is changed and asked in between',
    () => {
      const step = fc.record({
        // Now and then all begins anew.
        reset: fc.nat({ max: 3 }).map((choice) => choice === 0),
        changes: fc.array(fc.tuple(fc.nat({ max: FACTS.length - 1 }), anyMoment), { maxLength: 4 }),
        asked: fc.array(fc.nat(), { maxLength: 3 }),
      });
      const logics = fc.array(anyLogic, { minLength: 1, maxLength: 20 });
      fc.assert(
        fc.property(logics, anyMoment, fc.array(step, { maxLength: 8 }), (logics, initial, steps) => {
          const index = indexOf(logics, initial);
          const direct = logics.map((logic) => compileLogic(logic, factNumber));
          expect(held(index)).toEqual(holdingOf(logics, initial));
          let values = [...initial];
          for (const { reset, changes, asked } of steps) {
            if (reset) {
              index.reset();
              values = [...initial];
            }
            for (const [fact, anything] of changes) {
              values[fact] = anything[fact] ?? null;
              index.set(fact, values[fact]);
            }
            const expected = holdingOf(logics, values);
            for (const number of asked.map((number) => number % logics.length)) {
              expect(index.holds(number)).toBe(expected.includes(number));
            }
            expect(held(index)).toEqual(expected);
            expect([...logics.keys()].filter((number) => direct[number]?.(values))).toEqual(expected);
          }
        }),
        runs(500),
      );
    },
    PATIENCE,
  );

  test('holds thousands of expressions', () => {
    const logics = fc.sample(anyLogic, { numRuns: 4_000, seed: 1 });
    const index = indexOf(logics);
    for (const values of fc.sample(anyMoment, { numRuns: 30, seed: 2 })) {
      setAll(index, values);
      const expected = new Set(holdingOf(logics, values));
      for (const number of [0, 31, 32, 127, 128, 1023, 1024, 3_999]) {
        expect(index.holds(number), String(number)).toBe(expected.has(number));
      }
      expect(held(index)).toEqual([...expected]);
    }
  });

  test('may have no expressions, and facts that nobody asks for', () => {
    const index = indexOf([]);
    index.set(0, 3);
    expect(held(index)).toEqual([]);
    expect(held(ruleIndex([], []))).toEqual([]);
    const [anger, vip] = [factNumber('anger'), factNumber('vip')];
    const one = indexOf([{ '===': [{ var: 'vip' }, true] }]);
    one.set(anger, 8);
    expect(held(one)).toEqual([]);
    one.set(vip, true);
    expect(held(one)).toEqual([0]);
    expect(one.holds(0)).toBe(true);
  });

  test('knows what always holds and what never does', () => {
    const always: Logic = { or: [{ '===': [{ var: 'vip' }, null] }, { '!==': [{ var: 'vip' }, null] }] };
    const never: Logic = { and: [{ '===': [{ var: 'vip' }, true] }, { '===': [{ var: 'vip' }, false] }] };
    const other: Logic = { '===': [{ var: 'mood' }, 'yes'] };
    const index = indexOf([never, always, { or: [other, always] }, { and: [other, never] }, { or: [never, never] }]);
    for (const vip of [null, true, false, 'true', 1]) {
      index.set(factNumber('vip'), vip);
      expect(held(index)).toEqual([1, 2]);
    }
  });

  test('tells numbers apart to the last bit, and 0 from nothing', () => {
    const constants = [-Number.MAX_VALUE, -1, -0, Number.MIN_VALUE, 1, 1 + Number.EPSILON, 2 ** 53, Number.MAX_VALUE];
    const variable = { var: 'order_value' };
    const logics = constants.flatMap((constant): Logic[] => [
      { '<': [variable, constant] },
      { '<=': [variable, constant] },
      { '>': [variable, constant] },
      { '>=': [variable, constant] },
      { '===': [variable, constant] },
      { '!==': [variable, constant] },
    ]);
    const index = indexOf(logics);
    for (const value of [...constants, 0, 2 ** 53 - 1, 0.5, null, '1', '', true, false]) {
      index.set(factNumber('order_value'), value);
      const values = [...NOTHING];
      values[factNumber('order_value')] = value;
      expect(held(index), String(value)).toEqual(holdingOf(logics, values));
    }
  });

  test('refuses a fact that isn’t there', () => {
    expect(() => indexOf([{ '===': [{ var: 'nobody' }, true] }])).toThrow(RangeError);
    expect(() => ruleIndex([{ fact: 1, operator: '===', constant: true }], [null])).toThrow('there is no fact 1');
  });
});

describe('an expression that comes to many clauses', () => {
  /** Any of so many pairs: as many clauses. */
  const pairs = (count: number): Logic => {
    const [first, ...others] = Array.from(
      { length: count },
      (_, n): Logic => ({
        and: [{ '===': [{ var: 'mood' }, `mood ${n}`] }, { '===': [{ var: 'channel' }, `channel ${n}`] }],
      }),
    );
    return { or: [first as Logic, ...others] };
  };
  /** Two times two, six times over, less what contradicts itself: 48. */
  const everyFact: Logic = {
    and: [
      { or: [{ '===': [{ var: 'vip' }, true] }, { '>': [{ var: 'anger' }, 3] }] },
      { or: [{ '===': [{ var: 'constructor' }, true] }, { '>': [{ var: 'warmth' }, 0] }] },
      { or: [{ '===': [{ var: 'mood' }, 'yes'] }, { '>': [{ var: 'order_value' }, 5] }] },
      { or: [{ '===': [{ var: 'channel' }, 'chat'] }, { '>': [{ var: '__proto__' }, 1] }] },
      { or: [{ '===': [{ var: 'customer says late_parcel' }, true] }, { '<': [{ var: 'anger' }, 9] }] },
      { or: [{ '!==': [{ var: 'vip' }, false] }, { '===': [{ var: 'mood' }, null] }] },
    ],
  };

  test('is kept as clauses up to a bound, and evaluated by itself beyond', () => {
    const isDirect = (logic: Logic) => layOut([readLogic(logic, factNumber)], FACTS.length).direct.length === 1;
    expect(isDirect(pairs(MOST_CLAUSES))).toBe(false);
    expect(isDirect(pairs(MOST_CLAUSES + 1))).toBe(true);
    expect(isDirect({ and: [{ '===': [{ var: 'vip' }, null] }, pairs(MOST_CLAUSES + 1)] })).toBe(true);
    expect(isDirect(everyFact)).toBe(true);
  });

  test.each([1, MOST_CLAUSES, MOST_CLAUSES + 1, 200])('answers the same with %i', (count) => {
    const few: Logic = { '===': [{ var: 'mood' }, 'mood 1'] };
    const logics = [few, pairs(count), everyFact, few, { and: [few, pairs(count)] } satisfies Logic];
    const index = indexOf(logics);
    for (let n = 0; n <= count; n++) {
      const values = [...NOTHING];
      values[factNumber('mood')] = `mood ${n}`;
      index.set(factNumber('mood'), `mood ${n}`);
      expect(held(index)).toEqual(holdingOf(logics, values));
      values[factNumber('channel')] = `channel ${n}`;
      index.set(factNumber('channel'), `channel ${n}`);
      expect(index.holds(1)).toBe(n < count);
      expect(index.holds(4)).toBe(n === 1 && n < count);
      expect(held(index)).toEqual(holdingOf(logics, values));
      index.reset();
      expect(index.holds(1)).toBe(false);
      expect(held(index)).toEqual(holdingOf(logics, NOTHING));
    }
  });
});

test('sets of cells that meet are one, and have nothing in common', () => {
  expect(
    unionOf([
      [1, 2],
      [2, 3],
      [5, 7, 9, 10],
    ]),
  ).toEqual([1, 3, 5, 7, 9, 10]);
  expect(
    unionOf([
      [4, 8],
      [0, 5],
    ]),
  ).toEqual([0, 8]);
  expect(
    intersectionOf([
      [0, 2],
      [2, 4],
    ]),
  ).toEqual([]);
  expect(
    intersectionOf([
      [0, 3, 5, 9],
      [2, 6],
      [1, 8],
    ]),
  ).toEqual([2, 3, 5, 6]);
});

describe('an expression', () => {
  const never = (logic: unknown) => () => compileLogic(logic as Logic, factNumber);

  test('compares a fact with a constant, and nothing else', () => {
    expect(never({ '===': [true, { var: 'vip' }] })).toThrow(TypeError);
    expect(never({ '===': [{ var: 'vip' }, { var: 'anger' }] })).toThrow('=== compares a fact with a constant');
    expect(never({ '!==': [true, false] })).toThrow(TypeError);
    expect(never({ '<': [{ var: 'anger' }, '8'] })).toThrow('< compares a fact with a number');
    expect(never({ '>=': [3, { var: 'anger' }] })).toThrow(TypeError);
    expect(never({ '>': [{ var: 'anger' }, null] })).toThrow(TypeError);
  });
});
