import type { IToken } from 'chevrotain';
import type { Lexer } from 'langium';
import { startOfLine } from '../parsing/line-ends.ts';
import { startsLine } from '../parsing/lines.ts';
import { MEMBERS, type MemberType } from '../structure/placement.ts';
import type { RuleStates } from './grammar-states.ts';
import { beginningOf, type Expectation, expectationsAt, type Reached, walk } from './walk.ts';

/** What the cursor stands in. All places are UTF-16 offsets in the text. */
export type Inside =
  /** In a word that is being written, or where one could begin. */
  | { readonly kind: 'word'; readonly start: number; readonly end: number }
  /** In a text in quotes: `raw` is what stands of it before the cursor, with its quote. */
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'remark' };

/** Where a cursor stands, and what may be written there. */
export interface Place {
  readonly offset: number;
  readonly inside: Inside;
  /** The part of the file that it is in; none above the first. */
  readonly member: MemberType | undefined;
  /** Nothing stands before it on its line. */
  readonly startsLine: boolean;
  readonly expectations: readonly Expectation[];
  readonly previous: IToken | undefined;
}

/** How far back a line may begin: the longest list of phrases. */
const MOST_LINES_BACK = 400;

const MEMBER_START = new RegExp(
  `^[^\\S\\r\\n]*(?:${Object.values(MEMBERS)
    .map(({ keyword }) => keyword.replace('agent', 'agent\\s+care').replace('follow', 'follow\\s+up'))
    .join('|')})(?![\\w-])(?!\\s+(?:answers?|approves?|declines?)\\b)`,
);

/**
 * What may be written at a place. Only the part of the file up to the cursor is read: what follows may be anything, and what precedes may be broken.
 *
 * @param offset in UTF-16 units
 */
export function placeAt(text: string, offset: number, lexer: Lexer, rules: ReadonlyMap<string, RuleStates>): Place {
  const memberStart = startOfMember(text, offset);
  const { tokens, hidden } = lexer.tokenize(text.slice(memberStart, offset));
  const cursor = offset - memberStart;
  const last = tokens.at(-1);
  const remark = hidden.at(-1);
  const isInRemark = remark?.image.startsWith('//') && remark.startOffset + remark.image.length === cursor;
  // A word that the lexer took for another one still stands where it was typed.
  const touchesLast = last !== undefined && last.endOffset === cursor - 1;
  const isText = touchesLast && last.tokenType.name === 'STRING' && !CLOSED.test(last.image);
  const isWord = touchesLast && !isText && /[\w-]$/.test(last.image);
  const read = isText || isWord ? tokens.slice(0, -1) : tokens;
  const member = memberOf(tokens[0], tokens[1]);
  const start = isWord ? memberStart + last.startOffset : offset;
  const starts = text.slice(startOfLine(text, start), isText ? memberStart + last.startOffset : start).trim() === '';
  const inside: Inside = isInRemark
    ? { kind: 'remark' }
    : isText
      ? { kind: 'text', raw: last.image }
      : { kind: 'word', start, end: offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0) };
  const previous = read.at(-1);
  const reached = isInRemark ? [] : reachedBy(read, member, starts, rules);
  return {
    offset,
    inside,
    member,
    startsLine: starts,
    previous,
    expectations: expectationsAt(reached, { isFirst: starts, previous }),
  };
}

/** Whether a line begins a part of a file. */
export function beginsMember(line: string): boolean {
  return MEMBER_START.test(line);
}

/** Where the part of the file that holds a place begins: words in quotes and remarks end on their line, so that a line can be read by itself. */
function startOfMember(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const start = startOfLine(text, end);
    if (beginsMember(text.slice(start, end))) return start;
    // An editor may ask for half a character.
    if (start <= 0) return 0;
    end = start - 1;
  }
}

function memberOf(first: IToken | undefined, second: IToken | undefined): MemberType | undefined {
  if (first === undefined || (first.image === 'agent' && second?.image !== 'care')) return undefined;
  const entry = Object.entries(MEMBERS).find(([, { keyword }]) => keyword === first.image);
  return entry?.[0] as MemberType | undefined;
}

/** A text with its closing quote, as the grammar's `STRING` has them: without one it goes on behind the cursor. */
const CLOSED = /^(?:"(?:\\.|[^"\\])*"|[“”„](?:\\.|[^"“”\\])*["“”]|'[^']*')$/;

/**
 * What the words before the cursor lead to: those from the beginning of the nearest line from which on all of them make sense. Where there is none,
 * and the cursor is on a line of its own, another line may begin.
 */
function reachedBy(
  tokens: readonly IToken[],
  member: MemberType | undefined,
  isFirst: boolean,
  rules: ReadonlyMap<string, RuleStates>,
): readonly Reached[] {
  const file = rules.get('PlaybookFile');
  const members = file?.loops.get('members');
  if (!file || !members) return [];
  const top = beginningOf(file, members);
  const rule = member === undefined ? undefined : rules.get(member);
  const lines = rule && (rule.loops.get('items') ?? rule.loops.get('stages'));
  const inMember = rule && lines ? beginningOf(rule, lines, top) : undefined;
  let lineCount = 0;
  let lineBelow = Number.POSITIVE_INFINITY;
  for (let index = tokens.length - 1; index >= 0 && lineCount < MOST_LINES_BACK; index -= 1) {
    const token = tokens[index];
    if (!token || !startsLine(token, tokens[index - 1])) continue;
    lineCount += 1;
    const { reached, read } = walk(index === 0 && member !== undefined ? top : (inMember ?? top), tokens.slice(index));
    if (reached.length > 0) return reached;
    // This line makes sense by itself, and what stands below it doesn't: what stands above can't mend that.
    if (index + read >= lineBelow) break;
    lineBelow = index;
  }
  return isFirst || tokens.length === 0 ? [inMember ?? top] : [];
}
