import type { Lead, SituationMap } from '@poise/analysis/map';
import { classOf, type Tone, toneWords } from './look.ts';
import { type Drawn, roomFor, textLines } from './page.ts';
import { element, type Piece } from './svg.ts';
import { leadsWords, outcomeWords, stretchesWords } from './words.ts';

const CELL = { width: 104, height: 26 };
const GAP = 6;
const WIDEST_HEAD = 300;

/** For one fact: a row for each thing that its values lead to, with a bar over the values that do; and at last one for what leads to nothing. */
export function bars({ axes, situations }: SituationMap): Drawn {
  const [axis] = axes;
  if (!axis) return { pieces: [], width: 0, height: 0 };
  const names = axis.stretches.map((_, place) => stretchesWords(axis, [place]));
  const outcomes = new Map(
    situations.flatMap(({ leads }) => leads.map((lead) => [outcomeWords(lead.outcome), lead] as const)),
  );
  const head = Math.min(WIDEST_HEAD, roomFor([axis.fact, ...outcomes.keys(), 'nothing'])) + 12;
  const cell = Math.max(CELL.width, roomFor(names.flatMap((name) => name.split(' '))) + 8);
  const width = head + names.length * cell;
  const columns = names.map((name, column) => textLines(name, { x: head + column * cell, y: 0, width: cell }, 'head'));
  const pieces: Piece[] = [
    element('text', { x: 0, y: 13, class: 'head' }, axis.fact),
    ...columns.flatMap((one) => one.pieces),
  ];
  const tones = new Map<string, Tone>();
  let y = Math.max(...columns.map(({ height }) => height)) + 8;
  const row = (
    name: string,
    toneAt: (leads: readonly Lead[]) => Tone | undefined,
    wordsAt: (leads: readonly Lead[]) => string,
  ): void => {
    const label = textLines(name, { x: 0, y: y + 3, width: head - 12 });
    const height = Math.max(CELL.height, label.height);
    pieces.push(...label.pieces);
    for (const { at, leads } of situations) {
      const tone = toneAt(leads);
      const [column = 0] = at;
      if (!tone) continue;
      tones.set(classOf(tone), tone);
      pieces.push(
        element(
          'g',
          {},
          element('title', {}, `${axis.fact}: ${names[column] ?? ''}\n${wordsAt(leads)}`),
          element('rect', {
            x: head + column * cell + 1,
            y: y + 0.5,
            width: cell - 2,
            height: height - 1,
            rx: 3,
            class: classOf(tone),
          }),
        ),
      );
    }
    y += height + GAP;
  };
  for (const name of outcomes.keys()) {
    const leadIn = (leads: readonly Lead[]) => leads.find(({ outcome }) => outcomeWords(outcome) === name);
    const toneAt = (leads: readonly Lead[]) => {
      const lead = leadIn(leads);
      return lead && { kind: lead.outcome.kind, how: lead.how };
    };
    row(name, toneAt, (leads) => leadsWords(leads.filter((lead) => lead === leadIn(leads))));
  }
  row(
    'nothing',
    (leads) => (leads.length === 0 ? { kind: 'nothing', how: 'may' } : undefined),
    () => 'nothing',
  );
  y += GAP * 2;
  for (const tone of tones.values()) {
    pieces.push(
      element('rect', { x: 0.5, y: y + 0.5, width: 17, height: 15, rx: 3, class: classOf(tone) }),
      element('text', { x: 28, y: y + 13, class: 'quiet' }, toneWords(tone)),
    );
    y += CELL.height;
  }
  return { pieces, width, height: y };
}
