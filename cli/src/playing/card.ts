import { type CardText, cardItems, type View } from '@poise/generator/playing';
import { plain } from '@poise/generator/words';
import { wrap } from '../output/wrap.ts';
import type { Terminal } from '../terminal.ts';

type Style = Pick<Terminal, 'colors' | 'width'>;

/** How many columns labels take, with what is around them. */
export const LABEL = 12;
/** Longer lines are hard to read, however wide the terminal. */
const WIDEST = 100;

/** The guidance card: what the agent would see. */
export function showCard(view: View, style: Style): string {
  const { guidance, clock } = view;
  const when = style.colors.dim(clock.dayAndTime(guidance.time));
  const items = cardItems(view).map(
    (item) => showItem(item, style) + (item.more ?? []).map((one) => indented(one.text, style, one.tone)).join(''),
  );
  return `${when}\n${items.join('')}\n`;
}

/** An item of the card, or what looks like one. */
type Shown = CardText & { readonly label: string };

/** A label, and what it is about beside it, broken into lines. */
export function showItem({ label, text, tone }: Shown, style: Style): string {
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
export function indented(text: string, style: Style, tone: CardText['tone'] = 'plain'): string {
  return showItem({ label: '', text, tone }, style);
}

/** Words in braces are facts that aren't known, and words in »…« those that a rule forbids. */
function withMarks(line: string, { colors }: Style): string {
  return line
    .replaceAll(/\{\w+\}/g, (fact) => colors.yellow(fact))
    .replaceAll(/»[^«]*«?/g, (words) => colors.red(words));
}
