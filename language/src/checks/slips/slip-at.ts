import { negatedOrder, orMore, otherComparison } from './comparisons.ts';
import { nameOfTwoWords } from './names.ts';
import { decimalComma, worthLeftOut } from './numbers.ts';
import type { Slip } from './slip.ts';

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
