/** Rules that begin to hold. */
import type { EdgeRule } from '../prepared/rules.ts';
import { isInForce } from './demands.ts';
import { add, remove } from './records.ts';
import type { Session } from './session.ts';

/** Whether the condition of a rule in force is certain, and wasn't when last looked at. Each is looked at once in its phase. */
export function beginsToHold(rule: EdgeRule<unknown>, session: Session): boolean {
  const { memory, moment } = session;
  if (!isInForce(rule, session)) return false;
  const isCertain = moment.certain(rule.when);
  const begins = isCertain && !memory.held.includes(rule.number);
  if (isCertain) add(memory.held, rule.number);
  else remove(memory.held, rule.number);
  return begins;
}
