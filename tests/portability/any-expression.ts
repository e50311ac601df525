import fc from 'fast-check';
import type { Expression, Facts, Test } from '../../generator/src/compile/expression.ts';

type Value = boolean | number | string;

/** How deep conditions may be nested in a playbook. */
const DEEPEST = 20;

/** Facts of every type, with what a playbook may compare them with. Dates are numbers, durations and amounts too. */
const NUMBERS: Readonly<Record<string, fc.Arbitrary<number>>> = {
  anger: fc.integer({ min: 0, max: 10 }),
  warmth: fc.constantFrom(-1, -0.5, -0.01, 0, 0.3, 1),
  order_delay: fc.nat({ max: 90 }),
  order_value: fc.nat({ max: 100_000 }).map((pence) => pence / 100),
  contract_start: fc.constantFrom(20240229, 20251231, 20260101, 20261122),
  'contacts in the last 604800 seconds': fc.nat({ max: 5 }),
  messages: fc.constantFrom(0, 1, 2, 3, Number.MAX_SAFE_INTEGER),
};
const WORDS: Readonly<Record<string, readonly string[]>> = {
  channel: ['phone', 'chat', 'email'],
  /** A choice may have the names of values, and words that engines take for something else. */
  mood: ['yes', 'null', 'true', 'var', '0', ''],
  order_number: ['A-1.5', 'ÅÄÖ "quoted" \\ text', '  '],
};
const FLAGS = [
  'vip',
  'at_risk',
  'customer says late_parcel',
  'approved by supervisors',
  'anger is at least 8 for 2 messages',
];

const numberTest: fc.Arbitrary<Test> = fc
  .constantFrom(...Object.entries(NUMBERS))
  .chain(([fact, value]) =>
    fc.record({ fact: fc.constant(fact), is: fc.constantFrom<Test['is']>('=', '<', '<=', '>', '>='), value }),
  );
const wordTest: fc.Arbitrary<Test> = fc
  .constantFrom(...Object.entries(WORDS))
  .chain(([fact, words]) =>
    fc.record({ fact: fc.constant(fact), is: fc.constant('=' as const), value: fc.constantFrom(...words) }),
  );
const flagTest: fc.Arbitrary<Test> = fc.record({
  fact: fc.constantFrom(...FLAGS),
  is: fc.constant('=' as const),
  value: fc.boolean(),
});
const known: fc.Arbitrary<Expression> = fc.record({
  known: fc.constantFrom(...Object.keys(NUMBERS), ...Object.keys(WORDS), ...FLAGS),
});
const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { arbitrary: numberTest, weight: 4 },
  { arbitrary: wordTest, weight: 2 },
  { arbitrary: flagTest, weight: 2 },
  known,
);

/** Conditions that spread out. */
const { bush } = fc.letrec<{ bush: Expression }>((again) => {
  const parts = fc.array(again('bush'), { minLength: 1, maxLength: 4 });
  return {
    bush: fc.oneof(
      { maxDepth: 6, depthIdentifier: 'bush' },
      leaf,
      parts.map((all) => ({ all })),
      parts.map((any) => ({ any })),
      again('bush').map((not) => ({ not })),
      again('bush').map((unless) => ({ unless })),
    ),
  };
});

/** Conditions as deep as the language lets them be: each layer goes round the one before it. */
const tower = fc
  .tuple(
    leaf,
    fc.array(fc.tuple(fc.constantFrom('all', 'any', 'not', 'unless'), leaf), {
      minLength: DEEPEST,
      maxLength: DEEPEST,
    }),
  )
  .map(([inmost, layers]) =>
    layers.reduce<Expression>((inner, [layer, beside]) => {
      switch (layer) {
        case 'all':
          return { all: [beside, inner] };
        case 'any':
          return { any: [inner, beside] };
        case 'not':
          return { not: inner };
        default:
          return { unless: inner };
      }
    }, inmost),
  );

/** Any condition that a playbook could say. */
export const anyExpression: fc.Arbitrary<Expression> = fc.oneof({ arbitrary: bush, weight: 3 }, tower);

/** Moments of a conversation: every fact of the expression near the values it is compared with, or unknown (null, or not there at all). */
export function momentsFor(expression: Expression, count: number): fc.Arbitrary<Facts[]> {
  const pools = Object.fromEntries(
    [...valuesOf(expression)].map(([fact, values]) => [fact, fc.constantFrom(null, ...[...values].flatMap(near))]),
  );
  const moment = fc.record(pools, { requiredKeys: [] }).map((facts) => facts as Facts);
  return fc.array(moment, { minLength: count, maxLength: count });
}

/** What each fact is compared with; for what is only asked about being known, anything. */
function valuesOf(expression: Expression, values = new Map<string, Set<Value>>()): Map<string, Set<Value>> {
  const add = (fact: string, ...more: Value[]) => values.set(fact, new Set([...(values.get(fact) ?? []), ...more]));
  if ('all' in expression) for (const part of expression.all) valuesOf(part, values);
  else if ('any' in expression) for (const part of expression.any) valuesOf(part, values);
  else if ('not' in expression) valuesOf(expression.not, values);
  else if ('unless' in expression) valuesOf(expression.unless, values);
  else if ('fact' in expression) add(expression.fact, expression.value);
  else add(expression.known, ...anyValueOf(expression.known));
  return values;
}

function anyValueOf(fact: string): Value[] {
  if (fact in NUMBERS) return [0];
  return FLAGS.includes(fact) ? [true] : (WORDS[fact] ?? ['']).slice(0, 1);
}

function near(value: Value): Value[] {
  if (typeof value === 'boolean') return [true, false];
  if (typeof value === 'string') return [value, `${value}s`];
  const least = Math.max(1, Math.abs(value)) * 2 ** -51;
  return [value, value - least, value + least, value - 1, value + 1, -value];
}
