import type { Fact, Type } from '@poise/runtime';

/** How values of a fact are measured and named. */
export interface Measure {
  /** What one of it is, as a number; for a threshold, how far away is close at least. */
  readonly unitAt: (threshold: number) => number;
  /** How far apart two values are. */
  readonly distance: (one: number, other: number) => number;
  readonly inWords: (value: number) => string;
  /** Whether a tenth of a threshold means anything. */
  readonly isProportional: boolean;
  readonly min: number;
  readonly max: number;
}

const WHOLE_NUMBERS: Measure = {
  unitAt: () => 1,
  distance: (one, other) => Math.abs(one - other),
  inWords: String,
  isProportional: true,
  min: 0,
  max: Number.POSITIVE_INFINITY,
};

/** For how often something happened. */
export const TIMES: Measure = { ...WHOLE_NUMBERS, inWords: (times) => (times === 1 ? '1 time' : `${times} times`) };

/** For messages in a row. */
export const MESSAGES: Measure = {
  ...WHOLE_NUMBERS,
  inWords: (messages) => (messages === 1 ? '1 message' : `${messages} messages`),
};

/** For amounts of money. */
export function moneyMeasure(currency: string): Measure {
  return { ...WHOLE_NUMBERS, inWords: (amount) => `${amount} ${currency}` };
}

/** For amounts as parts of another, which is a fact's and so not always the same: 1 is that amount itself. */
export function shareMeasure(fact: string): Measure {
  return {
    ...WHOLE_NUMBERS,
    unitAt: () => 0,
    inWords: (share) => (share === 1 ? fact : `${Math.round(share * 100)} % of ${fact}`),
  };
}

/** A length of time in seconds, in words of the largest unit that divides it. */
export const SECONDS: Measure = {
  ...WHOLE_NUMBERS,
  unitAt: (threshold) => clockUnit(threshold).seconds,
  inWords: (value) => {
    const { name, seconds } = clockUnit(value);
    return amountOf(value / seconds, `${name}s`);
  },
};

const DATES: Measure = {
  ...WHOLE_NUMBERS,
  distance: (one, other) => Math.abs(dayNumber(one) - dayNumber(other)),
  inWords: (date) => String(date).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3'),
  isProportional: false,
};

/** How a fact that is a number is measured. */
export function measureOf(fact: Fact): Measure {
  switch (fact.kind) {
    case 'builtin':
      return fact.id === 'elapsed' || fact.id === 'waiting' ? SECONDS : WHOLE_NUMBERS;
    case 'signal':
    case 'field':
      return typeMeasure(fact.type);
    default:
      return WHOLE_NUMBERS;
  }
}

/** A scale this wide or narrower has no steps of one: from -1 to 1, from 0 to 1. */
const NARROW = 2;

function typeMeasure(type: Type): Measure {
  switch (type.type) {
    case 'range': {
      const { min, max } = type;
      const unit = max - min <= NARROW ? (max - min) / 10 : 1;
      return { ...WHOLE_NUMBERS, unitAt: () => unit, min, max };
    }
    case 'duration':
      return { ...WHOLE_NUMBERS, ...limitsOf(type), inWords: (value) => amountOf(value, type.unit) };
    case 'money':
      return { ...moneyMeasure(type.currency), ...limitsOf(type) };
    case 'date':
      return DATES;
    case 'number':
      return { ...WHOLE_NUMBERS, min: Number.NEGATIVE_INFINITY };
    default:
      return WHOLE_NUMBERS;
  }
}

function limitsOf({ min = 0, max = Number.POSITIVE_INFINITY }: { readonly min?: number; readonly max?: number }) {
  return { min, max };
}

const CLOCK_UNITS = [
  { name: 'day', seconds: 86_400 },
  { name: 'hour', seconds: 3_600 },
  { name: 'minute', seconds: 60 },
] as const;

function clockUnit(seconds: number): { readonly name: string; readonly seconds: number } {
  const unit = seconds === 0 ? undefined : CLOCK_UNITS.find((each) => seconds % each.seconds === 0);
  return unit ?? { name: 'second', seconds: 1 };
}

/** `1 day`, `2.5 hours`. */
function amountOf(amount: number, units: string): string {
  return `${amount} ${amount === 1 ? units.replace(/s$/, '') : units}`;
}

/** The day of a date as facts hold it, YYYYMMDD, counted from some day on. */
function dayNumber(date: number): number {
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  return Date.UTC(year, month - 1, day) / 86_400_000;
}
