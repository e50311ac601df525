import type { IToken } from 'chevrotain';
import { nearest } from '../findings/words.ts';
import type { MemberType } from '../structure/placement.ts';
import { canEndLine, startsLine } from './lines.ts';

/** What agents and customers do in a scenario. */
const ACTS: Readonly<Record<string, readonly string[]>> = {
  agent: ['says', 'offers', 'records', 'does', 'completes', 'ends', 'closes'],
  customer: ['says', 'accepts', 'declines'],
};

/** In these a condition has a line of its own. */
const WITH_CONDITION: ReadonlySet<MemberType | undefined> = new Set(['Trigger', 'Situation', 'Escalation']);

const BEFORE_NUMBERS: ReadonlySet<string> = new Set(['within', 'after', 'least', 'most', 'than', 'every', 'last']);

const UNITS: ReadonlySet<string> = new Set(['minute', 'hour', 'day', 'week']);

/** What a token was plainly meant for by what stands round it: `if` for `when`, `agent say` for `agent says`, `within a day` for `within 1 day`. */
export function otherWord(
  token: IToken,
  previous: IToken | undefined,
  next: IToken | undefined,
  member: MemberType | undefined,
): string | undefined {
  if (token.image === 'if')
    return startsLine(token, previous) && canEndLine(previous) && WITH_CONDITION.has(member) ? 'when' : undefined;
  if (previous === undefined || startsLine(token, previous)) return undefined;
  if (/^an?$/.test(token.image) && BEFORE_NUMBERS.has(previous.image))
    return UNITS.has(next?.image ?? '') ? '1' : undefined;
  const acts = member === 'Scenario' && Object.hasOwn(ACTS, previous.image) ? ACTS[previous.image] : undefined;
  const act = acts?.find((one) => one === `${token.image}s` || one === `${token.image}es`);
  return act ?? (token.tokenType.name === 'ID' ? nearest(token.image, acts ?? []) : undefined);
}
