/** What stands in rules, in words. */
import type { Amount, Condition } from '@poise/runtime';

/** `when parcel is lost`, `unless issue is known`: a condition as its author wrote it. */
export function conditionWords({ text }: Pick<Condition, 'text'>): string {
  return text.startsWith('unless ') ? text : `when ${text}`;
}

/** `20 GBP`, or the fact that says how much. @param shown how names are shown */
export function amountWords(amount: Amount, shown = (name: string): string => name): string {
  return 'fact' in amount ? shown(amount.fact) : `${amount.amount} ${amount.currency}`;
}

/** Whether a phrase list has a name of its own. Those that are written in place are called after what they stand in. */
export function isNamed(list: string): boolean {
  return !list.includes(' ');
}
