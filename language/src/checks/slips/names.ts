import { nearest } from '../../findings/words.ts';
import { MEMBERS } from '../../structure/placement.ts';
import { RESERVED_WORDS } from '../../structure/words.ts';
import type { Slip } from './slip.ts';
import { CONTINUATIONS, synonymOf } from './synonyms.ts';

/** `signal order value in EUR`, `ask order number`: a name is one word. Only where what follows is what may stand behind such a name. */
export function nameOfTwoWords(before: string, after: string, offset: number): Slip | undefined {
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

/** `step hear Listen first`: a title stands in quotes. */
export function titleWithoutQuotes(before: string, after: string, offset: number): Slip | undefined {
  const [, keyword = ''] = /^\s*([a-z]+(?: up| care)?) +[a-z][\w-]* +$/.exec(before) ?? [];
  const title = /^\p{Lu}[^"“”:,]*?(?= *(?:\/\/|$))/u.exec(after)?.[0];
  if (!BEFORE_NAMES.has(keyword) || VALUES.has(keyword) || title === undefined) return undefined;
  if (RESERVED_WORDS.has(/^\w*/.exec(title)?.[0].toLowerCase() ?? '')) return undefined;
  return { start: offset, end: offset + title.length, suggestion: `"${title}"` };
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
