import { nearest } from '../findings/words.ts';
import { MEMBERS } from '../structure/placement.ts';
import { RESERVED_WORDS } from '../structure/words.ts';

/** What an author wrote and most likely meant, by offsets in the text. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly suggestion: string;
}

/** Words that other languages have for the words of this one. */
const SYNONYMS: Readonly<Record<string, string>> = { if: 'when', except: 'unless', till: 'until', plus: 'and' };

/** Words that go on with a line that has begun well. */
export const CONTINUATIONS = [
  ...['when', 'unless', 'or', 'and', 'with', 'within', 'after', 'before', 'until', 'except', 'worth', 'fixed'],
  'optional',
];

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
    negatedOrder(before, after, offset) ??
    otherComparison(before, after, offset) ??
    orMore(before, after, offset) ??
    decimalComma(before, after, offset) ??
    worthLeftOut(before, after, offset) ??
    nameOfTwoWords(before, after, offset)
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

/** `anger is 7 or more`. */
function orMore(before: string, after: string, offset: number): Slip | undefined {
  const found = /\b(?:is|been)\s+((-?\d\S*(?: [a-zA-Z]+)?)\s+or\s+)$/.exec(before);
  const word = /^(more|less)\b/.exec(after)?.[1];
  const [written, value] = [found?.[1], found?.[2]];
  if (written === undefined || value === undefined || word === undefined) return undefined;
  const suggestion = `${word === 'more' ? 'at least' : 'at most'} ${value}`;
  return { start: offset - written.length, end: offset + word.length, suggestion };
}

/** `8,5`: decimals have a point. */
function decimalComma(before: string, after: string, offset: number): Slip | undefined {
  const [whole, decimals] = [/-?\d+$/.exec(before)?.[0], /^,(\d+)\b/.exec(after)?.[1]];
  if (whole === undefined || decimals === undefined) return undefined;
  return { start: offset - whole.length, end: offset + 1 + decimals.length, suggestion: `${whole}.${decimals}` };
}

/** `offer voucher up to 100 EUR`. */
function worthLeftOut(before: string, after: string, offset: number): Slip | undefined {
  const written = /^up +to\b/.exec(after)?.[0];
  if (written === undefined || !/^\s*offer +[\w-]+ +(?:"[^"]*" +)?$/.test(before)) return undefined;
  return { start: offset, end: offset + written.length, suggestion: 'worth up to' };
}

/** `signal order value in EUR`, `ask order number`: a name is one word. Only where what follows is what may stand behind such a name. */
function nameOfTwoWords(before: string, after: string, offset: number): Slip | undefined {
  const [, keyword = '', first = '', blank = ''] =
    /^\s*([a-z]+(?: up| care)?) +([a-zA-Z][\w-]*)( +)$/.exec(before) ?? [];
  const more = (VALUES.has(keyword) ? NAMED_VALUE : NAMED).exec(after)?.[1];
  if (!BEFORE_NAMES.has(keyword) || more === undefined) return undefined;
  const words = [first, ...more.split(/ +/)];
  if (words.some(isWordOfTheLanguage)) return undefined;
  return {
    start: offset - blank.length - first.length,
    end: offset + more.length,
    suggestion: words.join('_').toLowerCase(),
  };
}

/** What has a kind of value. */
const VALUES: ReadonlySet<string> = new Set([MEMBERS.Signal.keyword, MEMBERS.Field.keyword]);

/** The words of lines behind which a name stands: of the parts of a file those that have one, and aren't begun with two words. */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(MEMBERS)
    .map(({ keyword }) => keyword as string)
    .filter((keyword) => !['use', 'scenario', 'follow', 'agent'].includes(keyword)),
  ...['follow up', 'agent care', 'stage', 'ask', 'record', 'offer', 'consult'],
]);

/** The rest of a name of several words, and the kind of value that follows it. */
const NAMED_VALUE =
  /^([a-zA-Z][\w-]*(?: +[a-zA-Z][\w-]*){0,3}?) +(?:from|one of|yes or no|in|count|number|date|text)\b/;

/** The same, and what follows the names of all else: a title, a condition, the end of the line. */
const NAMED = /^([a-zA-Z][\w-]*(?: +[a-zA-Z][\w-]*){0,3}?)(?= *(?:[":,]|\/\/|$)| +(?:when|unless|worth|answers)\b)/;

/** Whether a word means something by itself, or is to be one that does. */
function isWordOfTheLanguage(word: string): boolean {
  return RESERVED_WORDS.has(word) || synonymOf(word) !== undefined || nearest(word, CONTINUATIONS) !== undefined;
}

/** The word of the language that one of another language stands for. */
export function synonymOf(word: string): string | undefined {
  return Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined;
}

/** What to do instead of beginning a line with a word that other languages, or pages, have for it. */
const LINES: Readonly<Record<string, string>> = {
  if: 'a condition ends its line, as in `offer refund when anger is at least 8`',
  else: 'each line says itself when it counts, such as `unless anger is at least 8`',
  next: 'write `go to` and the name of a step',
  title: 'a title stands in quotes behind the name',
  name: 'a title stands in quotes behind the name',
  description: 'write `about` below `playbook`, elsewhere a text behind the name',
  question: 'write `ask`',
  transfer: 'write `escalate to` and the name of a team',
};

/** What to write instead of a line that begins with such a word. */
export function insteadOfLine(word: string): string | undefined {
  return Object.hasOwn(LINES, word.toLowerCase()) ? LINES[word.toLowerCase()] : undefined;
}
