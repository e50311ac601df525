import type { Slip } from './slip.ts';

/** `8,5`: decimals have a point. */
export function decimalComma(before: string, after: string, offset: number): Slip | undefined {
  const [whole, decimals] = [/-?\d+$/.exec(before)?.[0], /^,(\d+)\b/.exec(after)?.[1]];
  if (whole === undefined || decimals === undefined) return undefined;
  return { start: offset - whole.length, end: offset + 1 + decimals.length, suggestion: `${whole}.${decimals}` };
}

/** `offer voucher up to 100 EUR`. */
export function worthLeftOut(before: string, after: string, offset: number): Slip | undefined {
  const written = /^up +to\b/.exec(after)?.[0];
  if (written === undefined || !/^\s*offer +[\w-]+ +(?:"[^"]*" +)?$/.test(before)) return undefined;
  return { start: offset, end: offset + written.length, suggestion: 'worth up to' };
}

/** `GBP 100`: the currency stands behind. */
export function currencyFirst(before: string, after: string, offset: number): Slip | undefined {
  const [behind, currency] = /\b([A-Z]{3})\s*$/.exec(before) ?? [];
  const [written, here, number] = /^(?:([A-Z]{3})\s*)?(\d[\d.]*)/.exec(after) ?? [];
  if (written === undefined || (currency ?? here) === undefined) return undefined;
  return {
    start: here === undefined ? offset - (behind?.length ?? 0) : offset,
    end: offset + written.length,
    suggestion: `${number} ${here ?? currency}`,
  };
}

/** `1st time`: the place is that of the letters. */
export function ordinal(before: string, after: string, offset: number): Slip | undefined {
  const [number, letters] = [/\b[123]$/.exec(before)?.[0], /^(?:st|nd|rd)\b/.exec(after)?.[0]];
  if (number === undefined || letters === undefined) return undefined;
  return {
    start: offset - 1,
    end: offset + letters.length,
    suggestion: ['first', 'second', 'third'][Number(number) - 1] ?? '',
  };
}

/** `customer says "idiot" 3 times`: so often or more often. */
export function timesWithoutLeast(before: string, after: string, offset: number): Slip | undefined {
  const written = /^\d+\s+times\b/.exec(after)?.[0];
  if (written === undefined || !/["\w]\s+$/.test(before) || /\b(?:least|most|than)\s+$/.test(before)) return undefined;
  return { start: offset, end: offset + written.length, suggestion: `at least ${written}` };
}
