import type { CardItem, View } from './card-item.ts';
import { lineItems, offerItems } from './line-items.ts';
import { owedItems } from './owed-items.ts';
import { escalationItems, eventItems, heldBackItems, stepItems } from './situation-items.ts';
import { verdictItems } from './verdict-items.ts';

/** All that the card says now, in the order in which one looks at it. An act that is held back changes nothing, so then that is all there is to say. */
export function cardItems(view: View): readonly CardItem[] {
  const verdict = verdictItems(view);
  if (verdict.some(({ label }) => label === 'blocked')) return verdict;
  return [...verdict, ...eventItems(view), ...standingItems(view)];
}

/** What the card says but for what has just happened. */
export function standingItems(view: View): readonly CardItem[] {
  return [
    ...escalationItems(view),
    ...stepItems(view),
    ...lineItems(view),
    ...offerItems(view),
    ...heldBackItems(view),
    ...owedItems(view),
  ];
}
