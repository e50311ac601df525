import type { Slip } from './slip.ts';

/** `record complaint and order_number`, `one of refund or replacement`: the place is that of `and`. */
export function wordForComma(before: string, after: string, offset: number): Slip | undefined {
  const [, , last] = LIST.exec(before) ?? [];
  const [joined, word] = /^(and|or)\s+["\w]/.exec(after) ?? [];
  if (last === undefined || joined === undefined || word === undefined || CONDITION.test(before)) return undefined;
  const blank = /\s*$/.exec(before)?.[0].length ?? 0;
  return { start: offset - blank - last.length, end: offset + word.length, suggestion: `${last},` };
}

/** `customer says "broken" or "leaks"`: the place is that of the second text. */
export function orForComma(before: string, after: string, offset: number): Slip | undefined {
  const [written, text] = /("[^"]*")\s+or\s+$/.exec(before) ?? [];
  if (written === undefined || !after.startsWith('"') || !/\b(?:says|said)\s+"/.test(before)) return undefined;
  return {
    start: offset - written.length,
    end: offset - (/\s*$/.exec(before)?.[0].length ?? 0),
    suggestion: `${text},`,
  };
}

/** `"arrived broken", "kettle leaks",` with nothing behind it. */
export function lastComma(before: string, after: string, offset: number): Slip | undefined {
  return /^,\s*(?:\/\/.*)?$/.test(after) && /"\s*$/.test(before)
    ? { start: offset, end: offset + 1, suggestion: '', instead: 'leave it out' }
    : undefined;
}

/** What is followed by a list, as far as the last of it. */
const LIST =
  /(?:^\s*(?:record|hand over|beats|open|closed|phrases\b.*:|(?="))|\bone of|\bon|\bnever \w+|\balways \w+|\bexcept)(\s+[\w-]+|\s*"[^"]*",?)*?\s*([\w-]+|"[^"]*")\s+$/;

const CONDITION = /\b(?:when|unless|says|said)\b/;
