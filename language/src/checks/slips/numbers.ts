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
