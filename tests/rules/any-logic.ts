import type { Logic } from '@poise/runtime';
import fc from 'fast-check';
import type { FactValue } from '../../runtime/src/rules/index.ts';

/** Facts of every type, each with what it is compared with: also what engines and objects take for something else. */
const CONSTANTS: readonly (readonly [id: string, constants: readonly (boolean | number | string)[]])[] = [
  ['anger', [0, 1, 2, 3, 8, 10]],
  ['warmth', [-1, -0.5, -0, 0.3, 1]],
  ['order_value', [0, 0.01, 12.5, 99.99, 1e21, Number.MAX_SAFE_INTEGER, -Number.MAX_VALUE]],
  ['__proto__', [1, 2]],
  ['channel', ['phone', 'chat', 'email']],
  ['mood', ['yes', 'null', 'true', '0', '', '8', '__proto__']],
  ['vip', [true, false]],
  ['customer says late_parcel', [true, false]],
  ['constructor', [true, false]],
];
/** The ids of all facts, by their numbers. */
export const FACTS: readonly string[] = CONSTANTS.map(([id]) => id);
/** The number of a fact. */
export const factNumber = (id: string): number => FACTS.indexOf(id);

const ORDER = ['<', '<=', '>', '>='] as const;
type Order = (typeof ORDER)[number];

/** Where a fact of a playbook is compared: as the compiler writes it, with a guard where it is a number. */
const guarded: fc.Arbitrary<Logic> = fc.constantFrom(...CONSTANTS).chain(([id, constants]) => {
  const variable = { var: id };
  const unknown = fc.constantFrom<Logic>({ '===': [variable, null] }, { '!==': [variable, null] });
  const comparison = fc.constantFrom(...constants).chain((constant): fc.Arbitrary<Logic> => {
    if (typeof constant !== 'number') {
      return fc.constantFrom<Logic>({ '===': [variable, constant] }, { '!==': [variable, constant] });
    }
    return fc.constantFrom(...ORDER).chain((order) => {
      const compared = ordered(order, id, constant);
      return fc.constantFrom<Logic>(
        { and: [{ '!==': [variable, null] }, compared] },
        { or: [{ '===': [variable, null] }, compared] },
      );
    });
  });
  return fc.oneof({ arbitrary: unknown, weight: 1 }, { arbitrary: comparison, weight: 5 });
});

/** Any comparison of any fact, without guards. */
const bare: fc.Arbitrary<Logic> = fc.constantFrom(...FACTS).chain((id) =>
  fc.oneof(
    anyConstant().map((constant): Logic => ({ '===': [{ var: id }, constant] })),
    anyConstant().map((constant): Logic => ({ '!==': [{ var: id }, constant] })),
    fc.tuple(fc.constantFrom(...ORDER), anyNumber()).map(([order, constant]) => ordered(order, id, constant)),
  ),
);

/** Expressions as the compiler writes them. */
export const compiledLogic = bushOf(guarded);
/** Any expressions that the format could have. */
export const anyLogic = bushOf(bare);

/** For each fact null or a value of its type, near what it is compared with. */
export const typedMoment: fc.Arbitrary<readonly FactValue[]> = fc.tuple(
  ...CONSTANTS.map(([, constants]) => fc.constantFrom<FactValue>(null, ...constants.flatMap(near))),
);
/** For each fact anything. */
export const anyMoment: fc.Arbitrary<readonly FactValue[]> = fc.tuple(...CONSTANTS.map(() => anyConstant()));

function bushOf(leaf: fc.Arbitrary<Logic>): fc.Arbitrary<Logic> {
  return fc.letrec<{ bush: Logic }>((again) => {
    const parts = fc.array(again('bush'), { minLength: 1, maxLength: 5 });
    return {
      bush: fc.oneof(
        { maxDepth: 5, depthIdentifier: 'bush' },
        leaf,
        parts.map(([first, ...others]): Logic => ({ and: [first as Logic, ...others] })),
        parts.map(([first, ...others]): Logic => ({ or: [first as Logic, ...others] })),
      ),
    };
  }).bush;
}

function ordered(order: Order, id: string, constant: number): Logic {
  return { [order]: [{ var: id }, constant] } as unknown as Logic;
}

function anyConstant(): fc.Arbitrary<FactValue> {
  return fc.oneof(
    fc.constantFrom<FactValue>(null, true, false),
    anyNumber(),
    fc.constantFrom('', '0', '1', 'null', 'true', '__proto__', 'constructor', '[object Object]'),
  );
}

function anyNumber(): fc.Arbitrary<number> {
  const extremes = [Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 2 ** 53, 2 ** 53 + 2, 2 ** 31, -(2 ** 31)];
  return fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(-0, 0.5, -0.5, 1 + Number.EPSILON, ...extremes));
}

function near(value: boolean | number | string): FactValue[] {
  if (typeof value === 'boolean') return [value];
  if (typeof value === 'string') return [value, `${value}s`];
  const least = Math.max(1, Math.abs(value)) * 2 ** -51;
  return [value, value - least, value + least, value - 1, value + 1, -value].filter(Number.isFinite);
}
