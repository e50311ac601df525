import type { Choices } from '../../harness/sound-workspace/choices.ts';

/** A literal, as an author writes it and as a solver reads it. */
export interface Literal {
  readonly text: string;
  readonly smt: string;
}

/** A signal: its declaration, and what a solver must know of it. A value is a number there; what isn't known has one that nobody looks at. */
export interface Signal {
  readonly name: string;
  /** What stands behind its name in the declaration. */
  readonly type: string;
  readonly sort: 'Bool' | 'Int' | 'Real';
  /** What always holds of its value. */
  readonly domain: readonly string[];
  readonly isOrdered: boolean;
  /** Whether its reports can be counted. */
  readonly isCount: boolean;
  readonly literal: (choices: Choices) => Literal;
}

type Kind = (name: string, choices: Choices) => Signal;

/** A number as SMT-LIB has it: minus is a function there. */
function real(number: number): string {
  const written = Number.isInteger(number) ? `${Math.abs(number)}.0` : `${Math.abs(number)}`;
  return number < 0 ? `(- ${written})` : written;
}

function int(number: number): string {
  return number < 0 ? `(- ${-number})` : `${number}`;
}

function between(name: string, min: string, max: string): string[] {
  return [`(>= ${name} ${min})`, `(<= ${name} ${max})`];
}

function range(min: number, max: number, step: number): Kind {
  return (name) => ({
    name,
    type: `from ${min} to ${max}`,
    sort: 'Real',
    domain: between(name, real(min), real(max)),
    isOrdered: true,
    isCount: false,
    literal: (choices) => {
      const number = min + step * choices.below(Math.round((max - min) / step) + 1);
      return { text: `${number}`, smt: real(number) };
    },
  });
}

/** Amounts: whole numbers of the smallest coin. */
function money(currency: string, decimals: number, most: number | undefined): Kind {
  const coins = 10 ** decimals;
  return (name) => ({
    name,
    type: `in ${currency}${most === undefined ? '' : ` from 1 to ${most}`}`,
    sort: 'Int',
    domain: most === undefined ? [`(>= ${name} 0)`] : between(name, int(coins), int(most * coins)),
    isOrdered: true,
    isCount: false,
    literal: (choices) => {
      const least = most === undefined ? 0 : coins;
      // Some are neighbours: between them is no amount.
      const number = Math.min((most ?? 9) * coins, least + choices.one([0, 1, 2, coins, coins + 1, 2 * coins]));
      return { text: `${number / coins} ${currency}`, smt: int(number) };
    },
  });
}

const HOURS = { days: 24, hours: 1 } as const;

function duration(unit: keyof typeof HOURS, bounds: readonly [number, number] | undefined): Kind {
  return (name) => ({
    name,
    type: `in ${unit}${bounds ? ` from ${bounds[0]} to ${bounds[1]}` : ''}`,
    sort: 'Real',
    domain: bounds ? between(name, real(bounds[0]), real(bounds[1])) : [`(>= ${name} 0.0)`],
    isOrdered: true,
    isCount: false,
    literal: (choices) => {
      const [min, max] = bounds ?? [0, 4];
      const amount = choices.between(min, max);
      if (choices.chance(60)) return { text: `${amount} ${unit}`, smt: real(amount) };
      const hours = Math.min(max * HOURS[unit], amount * HOURS[unit] + choices.one([0, HOURS[unit] / 2]));
      if (!Number.isInteger(hours)) return { text: `${amount} ${unit}`, smt: real(amount) };
      return { text: `${hours} hours`, smt: `(/ ${real(hours)} ${real(HOURS[unit])})` };
    },
  });
}

/** The number of a day, from 1 January 1970 on. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

const date: Kind = (name) => ({
  name,
  type: 'date',
  sort: 'Int',
  domain: between(name, int(dayNumber('0001-01-01')), int(dayNumber('9999-12-31'))),
  isOrdered: true,
  isCount: false,
  literal: (choices) => {
    const text = choices.one(['2028-02-28', '2028-02-29', '2028-03-01', '2028-12-31', '2029-01-01', '2029-03-15']);
    return { text, smt: int(dayNumber(text)) };
  },
});

const count: Kind = (name) => ({
  name,
  type: 'count',
  sort: 'Int',
  domain: [`(>= ${name} 0)`],
  isOrdered: true,
  isCount: true,
  literal: (choices) => {
    const number = choices.below(5);
    return { text: `${number}`, smt: int(number) };
  },
});

const anyNumber: Kind = (name) => ({
  name,
  type: 'number',
  sort: 'Real',
  domain: [],
  isOrdered: true,
  isCount: false,
  literal: (choices) => {
    const number = choices.one([-2.5, -1, 0, 0.1, 0.2, 3]);
    return { text: `${number}`, smt: real(number) };
  },
});

function choice(...names: readonly [string, ...string[]]): Kind {
  return (name) => ({
    name,
    type: `one of ${names.join(', ')}`,
    sort: 'Int',
    domain: between(name, '0', int(names.length - 1)),
    isOrdered: false,
    isCount: false,
    literal: (choices) => {
      const number = choices.below(names.length);
      return { text: names[number] ?? names[0], smt: int(number) };
    },
  });
}

const flag: Kind = (name) => ({
  name,
  type: 'yes or no',
  sort: 'Bool',
  domain: [],
  isOrdered: false,
  isCount: false,
  literal: (choices) => (choices.chance(50) ? { text: 'yes', smt: 'true' } : { text: 'no', smt: 'false' }),
});

const KINDS: readonly [Kind, ...Kind[]] = [
  range(0, 10, 1),
  flag,
  choice('phone', 'chat', 'email'),
  count,
  money('GBP', 2, undefined),
  duration('days', undefined),
  date,
  range(-0.5, 0.5, 0.25),
  money('JPY', 0, 5),
  money('KWD', 3, undefined),
  duration('hours', [1, 48]),
  anyNumber,
  choice('gold'),
  range(1, 2, 0.5),
];

/** Some signals, of any kind. */
export function anySignals(choices: Choices, most: number): readonly Signal[] {
  return choices.times(1, most, (index) => choices.one(KINDS)(`signal_${index}`, choices));
}
