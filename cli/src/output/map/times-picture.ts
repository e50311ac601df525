/** The picture of answer times: a grid of days and hours for each escalation, with its answers below. */

import type { EscalationTimes, TimeMap, WeekStretch } from '@poise/analysis/map';
import { nameOfDay } from '@poise/generator/words';
import { type Drawn, page, textLines } from './page.ts';
import { letterOf } from './shown-map.ts';
import { element, type Piece } from './svg.ts';
import {
  answerWords,
  clock,
  escalationWords,
  markWords,
  NO_ESCALATION,
  TIMES_NOTE,
  timesTitle,
  timesWords,
  unansweredWords,
} from './time-words.ts';

const HEAD = 92;
const CELL = { width: 26, height: 22 };
const WIDTH = HEAD + 24 * CELL.width;
const SWATCH = 18;
/** Between one escalation and the next. */
const APART = 32;
const NAMED_HOURS = [0, 6, 12, 18];

/** What is so at some hours: an answer, or that there can't be one. */
interface Shade {
  readonly letter: string;
  readonly words: string;
  readonly look: Readonly<Record<string, string | number>>;
  readonly times: readonly WeekStretch[];
}

export function timesPicture(map: TimeMap): string {
  const asIs = (name: string) => name;
  const answered = map.escalations.filter(({ answers }) => answers.length > 0);
  const note = textLines(
    map.escalations.length === 0 ? NO_ESCALATION : TIMES_NOTE,
    { x: 0, y: 0, width: WIDTH },
    'quiet',
  );
  const pieces: Piece[] = [...note.pieces];
  const lengths = [...new Set(answered.flatMap(({ answers }) => answers.flatMap(({ seconds }) => seconds ?? [])))].sort(
    (one, other) => one - other,
  );
  let y = note.height + 18;
  for (const times of answered) {
    const one = week(escalationWords(times, map, asIs), shadesOf(times, lengths));
    pieces.push(element('g', { transform: `translate(0 ${y})` }, ...one.pieces));
    y += one.height + APART;
  }
  const description = `For each of ${answered.length} escalations the days of the week by the hour; the longer a team may take, the stronger the colour. Letters and the list below each grid say the same.`;
  const unanswered = unansweredWords(map, asIs);
  return page(timesTitle(map, asIs), description, { pieces, width: WIDTH, height: y }, (width) =>
    unanswered === undefined
      ? { pieces: [], width: 0, height: 0 }
      : textLines(`${unanswered}.`, { x: 0, y: 0, width }, 'quiet'),
  );
}

/** A week of an escalation. Where all hours are alike, words are enough. */
function week(title: string, shades: readonly Shade[]): Drawn {
  const name = textLines(title, { x: 0, y: 0, width: WIDTH }, 'head');
  const pieces: Piece[] = [...name.pieces];
  let y = name.height + 4;
  if (shades.length > 1) {
    const days = grid(shades);
    pieces.push(element('g', { transform: `translate(0 ${y})` }, ...days.pieces));
    y += days.height + 10;
  }
  for (const { letter, words, look, times } of shades) {
    pieces.push(
      element('rect', { x: 0.5, y: y + 0.5, width: SWATCH - 1, height: SWATCH - 3, rx: 3, ...look }),
      element('text', { x: SWATCH + 8, y: y + 13, class: 'letter' }, letter),
    );
    const lines = textLines(`${words}: ${timesWords(times)}`, { x: 56, y, width: WIDTH - 56 });
    pieces.push(...lines.pieces);
    y += lines.height + 6;
  }
  return { pieces, width: WIDTH, height: y };
}

/** The days with their hours. */
function grid(shades: readonly Shade[]): Drawn {
  const pieces: Piece[] = [];
  for (const hour of NAMED_HOURS)
    pieces.push(element('text', { x: HEAD + hour * CELL.width, y: 13, class: 'quiet' }, clock(hour)));
  const top = 20;
  for (let day = 1; day <= 7; day += 1)
    pieces.push(element('text', { x: 0, y: top + (day - 1) * CELL.height + 16 }, nameOfDay(day)));
  for (const shade of shades) {
    for (const part of shade.times.flatMap(partsByDay)) {
      const box = { x: HEAD + part.from * CELL.width, y: top + (part.day - 1) * CELL.height };
      pieces.push(shadedPart(shade, { ...box, width: part.hours * CELL.width }));
    }
  }
  return { pieces, width: WIDTH, height: top + 7 * CELL.height };
}

/** The longer of all on the picture, the stronger, in one hue; where nobody is sure to answer it is striped in another, and where it can't begin there is only a frame. */
function shadesOf(escalation: EscalationTimes, lengths: readonly number[]): readonly Shade[] {
  const { answers, never } = escalation;
  const shades = answers.map((answer, place): Shade => {
    const { seconds, times } = answer;
    const strength = seconds === undefined ? 0 : (lengths.indexOf(seconds) + 1) / lengths.length;
    const look =
      seconds === undefined
        ? { class: 'escalation-may' }
        : { class: 'playbook-always', 'fill-opacity': 0.15 + 0.75 * strength };
    const mark = markWords(answer, escalation);
    const words = `${answerWords(answer)}${mark === '' ? '' : ` (${mark})`}`;
    return { letter: letterOf(place), words, look, times };
  });
  return never.length === 0
    ? shades
    : [...shades, { letter: '', words: 'can’t begin', look: { class: 'nothing' }, times: never }];
}

function shadedPart({ letter, words, look }: Shade, { x, y, width }: { x: number; y: number; width: number }): Piece {
  const center = { x: x + width / 2, y: y + CELL.height / 2 };
  const frame = { x: x + 1, y: y + 1, width: width - 2, height: CELL.height - 2, rx: 3 };
  return element(
    'g',
    {},
    element('title', {}, words),
    element('rect', { ...frame, ...look }),
    ...(letter === ''
      ? []
      : [
          element('circle', { cx: center.x, cy: center.y, r: 8.5, class: 'chip' }),
          element('text', { x: center.x, y: center.y + 4.5, 'text-anchor': 'middle', class: 'letter' }, letter),
        ]),
  );
}

/** A stretch, cut at each midnight. */
function partsByDay({ days, from, hours }: WeekStretch): readonly { day: number; from: number; hours: number }[] {
  return days.flatMap((first) => {
    const count = Math.ceil((from + hours) / 24);
    return Array.from({ length: count }, (_, index) => {
      const begin = index === 0 ? from : 0;
      const end = Math.min(24, from + hours - index * 24);
      return { day: ((first - 1 + index) % 7) + 1, from: begin, hours: end - begin };
    });
  });
}
