import {
  between,
  contraction,
  isLeftOut,
  negatedOrder,
  ofCustomer,
  orMore,
  orOther,
  otherComparison,
} from './comparisons.ts';
import { lastComma, orForComma, wordForComma } from './lists.ts';
import { nameOfTwoWords, titleWithoutQuotes } from './names.ts';
import { currencyFirst, decimalComma, ordinal, timesWithoutLeast, worthLeftOut } from './numbers.ts';
import type { Slip } from './slip.ts';
import {
  approval,
  channelsBehind,
  doNot,
  goBack,
  goToEnd,
  goToNext,
  goToStep,
  otherwiseBehind,
  whenBehindTeams,
  whenTooMuch,
} from './ways.ts';

/** Each looks at what stands on a line before a place and behind it. The first that knows what was meant is heard. */
const SLIPS = [
  ...[doNot, negatedOrder, between, otherComparison, orMore, orOther, isLeftOut, contraction, ofCustomer],
  ...[decimalComma, currencyFirst, ordinal, timesWithoutLeast, worthLeftOut],
  ...[goToStep, goToNext, goToEnd, goBack, approval, channelsBehind, otherwiseBehind, whenTooMuch, whenBehindTeams],
  ...[orForComma, wordForComma, lastComma],
  ...[titleWithoutQuotes, nameOfTwoWords],
];

/**
 * A slip that many make, at the place where a line stops making sense. Looks only at the few words round that place.
 */
export function slipAt(text: string, offset: number): Slip | undefined {
  const before = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 80), offset);
  const after = /^[^\r\n]{0,80}/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
  for (const slip of SLIPS) {
    const found = slip(before, after, offset);
    if (found) return found;
  }
  return undefined;
}
