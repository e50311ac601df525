import { plain } from '../output/plain.ts';
import { wrap } from '../output/wrap.ts';
import type { Terminal } from '../terminal.ts';
import type { CardItem, View } from './card-item.ts';
import { lineItems, offerItems } from './line-items.ts';
import { owedItems } from './owed-items.ts';
import { escalationItems, eventItems, heldBackItems, stepItems } from './situation-items.ts';
import { verdictItems } from './verdict-items.ts';

type Style = Pick<Terminal, 'colors' | 'width'>;

/** How many columns labels take, with what is around them. */
export const LABEL = 12;
/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 100;

/** All that the card says now, in the order in which one looks at it. An act that is held back changes nothing, so then that is all there is to say. */
export function cardItems(view: View): readonly CardItem[] {
  const verdict = verdictItems(view);
  if (verdict.some(({ label }) => label === 'blocked')) return verdict;
  return [
    ...verdict,
    ...eventItems(view),
    ...escalationItems(view),
    ...stepItems(view),
    ...lineItems(view),
    ...offerItems(view),
    ...heldBackItems(view),
    ...owedItems(view),
  ];
}

/** The guidance card: what the agent would see. */
export function showCard(view: View, style: Style): string {
  const { guidance, clock } = view;
  const when = style.colors.dim(clock.dayAndTime(guidance.time));
  return `${when}\n${cardItems(view)
    .map((item) => showItem(item, style))
    .join('')}\n`;
}

/** A label, and what it is about beside it, broken into lines. */
export function showItem({ label, text, tone }: Pick<CardItem, 'label' | 'text' | 'tone'>, style: Style): string {
  const { colors, width } = style;
  const tint = { plain: colors.cyan, good: colors.green, careful: colors.yellow, bad: colors.red }[tone];
  const lines = wrap(plain(text), Math.min(width, WIDEST) - LABEL);
  return lines
    .map((line, index) => {
      const margin = index === 0 ? `  ${tint(label.padEnd(LABEL - 2))}` : ' '.repeat(LABEL);
      return `${margin}${withMarks(line, style)}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join('');
}

/** A text below that of an item. */
export function indented(text: string, style: Style): string {
  return showItem({ label: '', text, tone: 'plain' }, style);
}

/** Words in braces are facts that aren't known, and words in »…« those that a rule forbids. */
function withMarks(line: string, { colors }: Style): string {
  return line
    .replaceAll(/\{\w+\}/g, (fact) => colors.yellow(fact))
    .replaceAll(/»[^«]*«?/g, (words) => colors.red(words));
}
