import type { IToken } from 'chevrotain';
import { LINE_WORDS, MEMBERS, type MemberType, PLACEMENT } from '../structure/placement.ts';
import { LINE_ENDS, RESERVED_WORDS } from '../structure/words.ts';

/** The words that begin members. */
export const MEMBER_STARTS: readonly string[] = Object.values(MEMBERS).map((member) => member.keyword);

/** Words that begin a line and aren't the first word of an entry of `LINE_WORDS`; and those with which a line goes on in any member. */
const OTHER_LINE_STARTS: Partial<Record<MemberType, readonly string[]>> = {
  Boundary: ['second', 'third', 'then'],
  Framework: ['stage', 'goal'],
};
const CONTINUATIONS = ['when', 'unless', 'or', 'and', 'except', 'in', 'approved'];

/** The words with which a line of a member can begin. */
export function startsOf(member: MemberType): readonly string[] {
  const starts = PLACEMENT[member].map((item) => LINE_WORDS[item].split(' ')[0] ?? '');
  return [...new Set([...starts, ...(OTHER_LINE_STARTS[member] ?? []), ...CONTINUATIONS])];
}

/** Every word that can begin a line and could also be a name. */
const AMBIGUOUS_STARTS: ReadonlySet<string> = new Set(
  [...MEMBER_STARTS, ...(Object.keys(PLACEMENT) as MemberType[]).flatMap(startsOf)].filter(
    (word) => !RESERVED_WORDS.has(word),
  ),
);

/** `supervisors approve refund`: the words behind a team that begins a line. */
export const TEAM_EVENT = /^(answers?|approves?|declines?)$/;

/** Behind these a list or condition goes on, on the next line, too. */
const GOES_ON: ReadonlySet<string> = new Set([',', '(', 'and', 'or', 'not']);

/**
 * Whether a token can be a name. A word that could also begin a line is one only where it doesn't: in the middle of a line, or at the beginning of one
 * that plainly goes on with what stands above. So a line that was cut short doesn't swallow the next one's first word.
 */
export function canBeName(
  token: IToken,
  previous: IToken | undefined,
  next: IToken | undefined,
  second: IToken | undefined,
): boolean {
  if (!startsLine(token, previous)) return true;
  if (next && TEAM_EVENT.test(next.image)) return false;
  if (!AMBIGUOUS_STARTS.has(token.image)) return true;
  const ends = (after: IToken | undefined, last: IToken) =>
    !after || startsLine(after, last) || [',', ')'].includes(after.image);
  if (next === undefined || ends(next, token) || next.image === 'is' || next.image === 'has') return true;
  if (previous === undefined || !GOES_ON.has(previous.image)) return false;
  const isFactWithValue = VALUES.has(next.image) && ends(second, next);
  const opensLine = next.tokenType.name === 'STRING' || MEMBER_STARTS.includes(token.image) || token.image === 'expect';
  return isFactWithValue || !opensLine;
}

const VALUES: ReadonlySet<string> = new Set(['yes', 'no']);

/** Whether a token is the first of its line. */
export function startsLine(token: IToken, previous: IToken | undefined): boolean {
  return previous === undefined || !((previous.endLine ?? 0) >= (token.startLine ?? 0));
}

/** Whether a line can end with this token, so that the next one begins afresh. */
export function canEndLine(token: IToken | undefined): boolean {
  if (token === undefined) return true;
  const isKeyword = /^[a-z]+$/.test(token.image) && token.tokenType.name !== 'ID';
  if (!isKeyword) return token.image !== ',' && token.image !== '(' && token.image !== ':';
  return LINE_ENDS.has(token.image) || !(RESERVED_WORDS.has(token.image) || MEMBER_STARTS.includes(token.image));
}

const KINDS_OF_LINES: ReadonlySet<string> = new Set(
  'Item HeadingItem TeamItem StepItem BoundaryItem Event Member Declaration'.split(' '),
);

/** Whether a rule of the grammar only chooses among kinds of lines or members. */
export function choosesKindOfLine(rule: string): boolean {
  return KINDS_OF_LINES.has(rule.replace('\u200B', ''));
}
