/** The units of time in seconds. A day has 24 hours, whatever the clocks do. */
const SECONDS_IN = { second: 1, minute: 60, hour: 3600, day: 86_400, week: 604_800 } as const;

export type TimeUnit = keyof typeof SECONDS_IN;

/** The longest time that can be kept, in days: ten years. */
export const MOST_DAYS = 3650;

/** The unit of time that a word names, one or many: `day`, `days`. Nothing for any other word, such as a currency. */
export function timeUnit(word: string | undefined): TimeUnit | undefined {
  const unit = word?.replace(/s$/, '');
  return unit !== undefined && Object.hasOwn(SECONDS_IN, unit) ? (unit as TimeUnit) : undefined;
}

/** A length of time in words: `1 day`, `3 days`. */
export function lengthIn(amount: number, unit: TimeUnit): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** A length of time in seconds. What a decimal fraction can't hold exactly is put right: `0.1 minutes` are 6 seconds. */
export function inSeconds(amount: number, unit: TimeUnit): number {
  return roundedTo(amount * SECONDS_IN[unit], 6);
}

/** With up to this many decimals an amount of a unit comes out even. */
const EVEN_DECIMALS = 4;

/**
 * A length of time in another unit, or nothing where it doesn't come out even: 36 hours are 1.5 days, 5 hours are no number of days that could be
 * compared exactly.
 */
export function convertTime(amount: number, from: TimeUnit, to: TimeUnit): number | undefined {
  const seconds = inSeconds(amount, from);
  const converted = roundedTo(seconds / SECONDS_IN[to], EVEN_DECIMALS);
  return inSeconds(converted, to) === seconds ? converted : undefined;
}

function roundedTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
