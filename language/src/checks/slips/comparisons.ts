import type { Slip } from './slip.ts';

/** How people compare, and how it is written here. */
const COMPARISONS: Readonly<Record<string, string>> = {
  least: 'at least',
  most: 'at most',
  minimum: 'at least',
  maximum: 'at most',
  above: 'more than',
  over: 'more than',
  higher: 'more than',
  greater: 'more than',
  larger: 'more than',
  below: 'less than',
  under: 'less than',
  lower: 'less than',
  smaller: 'less than',
  fewer: 'less than',
};

/** `anger is not at least 8`: the `not` goes in front. */
export function negatedOrder(before: string, after: string, offset: number): Slip | undefined {
  const subject = /([\w-]+)\s+$/.exec(before)?.[1];
  const found = /^(is|has been)\s+not\s+(at\s+least|at\s+most|more\s+than|less\s+than)\b/.exec(after);
  if (!found || subject === undefined) return undefined;
  const order = (found[2] ?? '').replaceAll(/\s+/g, ' ');
  return { start: offset, end: offset + found[0].length, suggestion: `not ${subject} ${found[1]} ${order}` };
}

/** `anger is above 8`, `anger is higher than 8`. */
export function otherComparison(before: string, after: string, offset: number): Slip | undefined {
  const found = /\b(?:is|been)\s+([a-z]+)(\s+)$/.exec(before);
  const [word, blank] = [found?.[1], found?.[2]];
  if (word === undefined || blank === undefined || !Object.hasOwn(COMPARISONS, word)) return undefined;
  const suggestion = COMPARISONS[word] ?? '';
  const start = offset - blank.length - word.length;
  if (/^-?\d/.test(after)) return { start, end: start + word.length, suggestion };
  return /^than\b/.test(after) ? { start, end: offset + 'than'.length, suggestion } : undefined;
}

/** `anger is 7 or more`. */
export function orMore(before: string, after: string, offset: number): Slip | undefined {
  const found = /\b(?:is|been)\s+((-?\d\S*(?: [a-zA-Z]+)?)\s+or\s+)$/.exec(before);
  const word = /^(more|less)\b/.exec(after)?.[1];
  const [written, value] = [found?.[1], found?.[2]];
  if (written === undefined || value === undefined || word === undefined) return undefined;
  const suggestion = `${word === 'more' ? 'at least' : 'at most'} ${value}`;
  return { start: offset - written.length, end: offset + word.length, suggestion };
}
