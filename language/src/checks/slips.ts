/** What an author wrote and most likely meant, by offsets in the text. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly suggestion: string;
}

/** Words that other languages have for the words of this one. */
const SYNONYMS: Readonly<Record<string, string>> = { if: 'when', except: 'unless', till: 'until', plus: 'and' };

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

/**
 * A slip that many make, at the place where a line stops making sense. Looks only at the few words round that place.
 */
export function slipAt(text: string, offset: number): Slip | undefined {
  const before = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 80), offset);
  const after = /^[^\r\n]{0,80}/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
  return (
    negatedOrder(before, after, offset) ?? otherComparison(before, after, offset) ?? decimalComma(before, after, offset)
  );
}

/** `anger is not at least 8`: the `not` goes in front. */
function negatedOrder(before: string, after: string, offset: number): Slip | undefined {
  const subject = /([\w-]+)\s+$/.exec(before)?.[1];
  const found = /^(is|has been)\s+not\s+(at\s+least|at\s+most|more\s+than|less\s+than)\b/.exec(after);
  if (!found || subject === undefined) return undefined;
  const order = (found[2] ?? '').replaceAll(/\s+/g, ' ');
  return { start: offset, end: offset + found[0].length, suggestion: `not ${subject} ${found[1]} ${order}` };
}

/** `anger is above 8`, `anger is higher than 8`. */
function otherComparison(before: string, after: string, offset: number): Slip | undefined {
  const found = /\b(?:is|been)\s+([a-z]+)(\s+)$/.exec(before);
  const [word, blank] = [found?.[1], found?.[2]];
  if (word === undefined || blank === undefined || !Object.hasOwn(COMPARISONS, word)) return undefined;
  const suggestion = COMPARISONS[word] ?? '';
  const start = offset - blank.length - word.length;
  if (/^-?\d/.test(after)) return { start, end: start + word.length, suggestion };
  return /^than\b/.test(after) ? { start, end: offset + 'than'.length, suggestion } : undefined;
}

/** `8,5`: decimals have a point. */
function decimalComma(before: string, after: string, offset: number): Slip | undefined {
  const [whole, decimals] = [/-?\d+$/.exec(before)?.[0], /^,(\d+)\b/.exec(after)?.[1]];
  if (whole === undefined || decimals === undefined) return undefined;
  return { start: offset - whole.length, end: offset + 1 + decimals.length, suggestion: `${whole}.${decimals}` };
}

/** The word of the language that one of another language stands for. */
export function synonymOf(word: string): string | undefined {
  return Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined;
}
