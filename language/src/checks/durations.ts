import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { writtenWords } from '../structure/tree.ts';
import { inSeconds, MOST_DAYS, type TimeUnit, timeUnit } from '../vocabulary/time-units.ts';
import type { Check, CheckContext } from './check.ts';

/** A length of time is some time, in whole seconds, and can be lived to see. */
export const durationMustBeUsable: Check<ast.Duration> = (duration, context) => {
  const unit = timeUnit(duration.unit);
  if (unit && Number.isFinite(duration.amount)) lengthMustBeUsable(duration, duration.amount, unit, context);
};

/** Whether a length of time can be kept; reported if not. No time at all is a length where a value is given, but none to wait for. */
export function lengthMustBeUsable(
  node: AstNode,
  amount: number,
  unit: TimeUnit,
  { report }: CheckContext,
  { orNone = false } = {},
): boolean {
  const seconds = inSeconds(amount, unit);
  const problem =
    seconds < 0 || (seconds === 0 && !orNone)
      ? 'nothing'
      : !Number.isInteger(seconds)
        ? 'split-second'
        : seconds > inSeconds(MOST_DAYS, 'day')
          ? 'too-long'
          : undefined;
  if (problem === undefined) return true;
  report('bad-duration', { written: writtenWords(node.$cstNode), problem }, { node });
  return false;
}
