import type { IToken } from 'chevrotain';
import { MEMBERS } from '../structure/placement.ts';
import { canEndLine, MEMBER_STARTS, startsLine } from './lines.ts';

/** The last three tokens before one, the nearest first. */
export type LastTokens = readonly [IToken | undefined, IToken | undefined, IToken | undefined];

/**
 * Whether people write a token that the language does without: a colon behind a heading or a line's first words, the number of a step, an
 * article before a name.
 *
 * @param before the tokens before it, repaired, the nearest first
 * @param isWithPoint whether a point stands right behind it
 */
export function isNeedless(token: IToken, before: LastTokens, next: IToken | undefined, isWithPoint: boolean): boolean {
  const [previous] = before;
  if (token.image === ':') return !before.slice(1).some((one) => one?.image === MEMBERS.PhraseList.keyword);
  if (next === undefined || startsLine(next, token)) return false;
  if (token.tokenType.name === 'NUMBER')
    return startsLine(token, previous) ? isWithPoint && canEndLine(previous) : isStepNumber(token, before, next);
  if (previous === undefined || startsLine(token, previous) || next.tokenType.name !== 'ID') return false;
  return token.image === 'the'
    ? previous.image !== 'in'
    : /^an?$/.test(token.image) && BEFORE_NEW_OR_KNOWN.has(previous.image);
}

/** `step 1 listen` */
function isStepNumber(number: IToken, [keyword, above]: LastTokens, next: IToken): boolean {
  if (keyword?.image !== MEMBERS.Step.keyword || !startsLine(keyword, above)) return false;
  const isApart = next.startOffset > (number.endOffset ?? number.startOffset) + 1;
  return isApart && next.tokenType.name === 'ID' && !MEMBER_STARTS.includes(next.image);
}

/** Behind these a name stands alone: what is called `a` is followed by no other name. */
const BEFORE_NEW_OR_KNOWN: ReadonlySet<string> = new Set(['to', 'by', 'offer', 'consult', 'record', 'promise', 'tell']);
