import type { IToken } from 'chevrotain';
import type { FindingParameters } from '../findings/catalogue.ts';
import { MEMBERS, type MemberType } from '../structure/placement.ts';
import { canEndLine, MEMBER_STARTS, startsLine, startsOf } from './lines.ts';

/** The last three tokens before one, the nearest first. */
export type LastTokens = readonly [IToken | undefined, IToken | undefined, IToken | undefined];

/** What to do about a word; no words in the place of it where it can simply be left out. */
export type Advice = Pick<FindingParameters<'unexpected-word'>, 'suggestion' | 'instead'>;

const LEAVE_OUT: Advice = { suggestion: '', instead: 'leave it out' };

/**
 * What to do about a token that the language does without, and people write: a colon behind a heading or a line's first words, the number of a
 * step, an article before a name, `escalate` before the `to` of an escalation, `otherwise` before a line of a step.
 *
 * @param before the tokens before it, repaired, the nearest first
 * @param isWithPoint whether a point stands right behind it
 */
export function adviceOnNeedless(
  token: IToken,
  before: LastTokens,
  next: IToken | undefined,
  isWithPoint: boolean,
  member: MemberType | undefined,
): Advice | undefined {
  const [previous] = before;
  if (token.image === ':')
    return before.slice(1).some((one) => one?.image === MEMBERS.PhraseList.keyword) ? undefined : LEAVE_OUT;
  if (next === undefined || startsLine(next, token)) return undefined;
  if (!startsLine(token, previous))
    return isStepNumber(token, before, next) || isArticle(token, previous, next) ? LEAVE_OUT : undefined;
  if (!canEndLine(previous)) return undefined;
  if (token.tokenType.name === 'NUMBER') return isWithPoint ? LEAVE_OUT : undefined;
  if (token.image === 'escalate' && next.image === 'to' && member === 'Escalation')
    return { suggestion: '', instead: 'leave it out, an escalation needs no more than `to`' };
  if (token.image === 'otherwise' && member === 'Step' && startsOf(member).includes(next.image))
    return { instead: 'each line says itself when it counts, such as `unless anger is at least 8`' };
  return undefined;
}

/** `step 1 listen` */
function isStepNumber(number: IToken, [keyword, above]: LastTokens, next: IToken): boolean {
  if (number.tokenType.name !== 'NUMBER' || keyword?.image !== MEMBERS.Step.keyword || !startsLine(keyword, above))
    return false;
  const isApart = next.startOffset > (number.endOffset ?? number.startOffset) + 1;
  return isApart && next.tokenType.name === 'ID' && !MEMBER_STARTS.includes(next.image);
}

/** `to the supervisors` */
function isArticle(token: IToken, previous: IToken | undefined, next: IToken): boolean {
  if (previous === undefined || next.tokenType.name !== 'ID') return false;
  return token.image === 'the'
    ? previous.image !== 'in'
    : /^an?$/.test(token.image) && BEFORE_NEW_OR_KNOWN.has(previous.image);
}

/** Behind these a name stands alone: what is called `a` is followed by no other name. */
const BEFORE_NEW_OR_KNOWN: ReadonlySet<string> = new Set(['to', 'by', 'offer', 'consult', 'record', 'promise', 'tell']);
