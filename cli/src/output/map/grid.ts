import type { SituationMap } from '@poise/analysis/map';
import { legend } from './legend.ts';
import { classOf, toneOf } from './look.ts';
import { type Drawn, roomFor, textLines } from './page.ts';
import { type Area, areasOf, byHow } from './shown-map.ts';
import { element, type Piece } from './svg.ts';
import { HOW_WORDS, leadsWords, stretchesWords } from './words.ts';

const CELL = { width: 96, height: 44 };
const GAP = 4;
const CHIP = 13;
/** The widest that the names of rows get before they are broken. */
const WIDEST_HEAD = 220;
/** Between one grid and the next. */
const APART = 28;

/** A grid of the last two facts; with three facts, one for each stretch of the first. Below, what the letters mean. */
export function grids(map: SituationMap): Drawn {
  const { areas, areaAt } = areasOf(map);
  const outer = map.axes.length === 3 ? map.axes[0] : undefined;
  const [rows, columns] = map.axes.slice(-2);
  if (!rows || !columns) return { pieces: [], width: 0, height: 0 };
  const size = sizeOf(map);
  const pieces: Piece[] = [];
  let y = 0;
  for (const place of outer ? outer.stretches.keys() : [undefined]) {
    const before = place === undefined ? [] : [place];
    if (outer && place !== undefined) {
      pieces.push(
        element('text', { x: 0, y: y + 13, class: 'head' }, `${outer.fact}: ${stretchesWords(outer, [place])}`),
      );
      y += 24;
    }
    const one = grid(map, size, (row, column) => areaAt([...before, row, column]));
    pieces.push(element('g', { transform: `translate(0 ${y})` }, ...one.pieces));
    y += one.height + APART;
  }
  const keys = legend(areas, Math.max(size.width, 512));
  pieces.push(element('g', { transform: `translate(0 ${y})` }, ...keys.pieces));
  return { pieces, width: Math.max(size.width, keys.width), height: y + keys.height };
}

/** How much room the parts of a grid take. */
interface GridSize {
  /** The names of rows. */
  readonly head: number;
  readonly cell: number;
  readonly width: number;
}

function sizeOf({ axes }: SituationMap): GridSize {
  const [rows, columns] = axes.slice(-2);
  const names = (axis: typeof rows) => axis?.stretches.map((_, place) => stretchesWords(axis, [place])) ?? [];
  const head = Math.min(WIDEST_HEAD, roomFor([rows?.fact ?? '', ...names(rows)])) + 12;
  // Names of columns are broken at spaces, but no word is.
  const longest = roomFor(names(columns).flatMap((name) => name.split(' ')));
  const cell = Math.max(CELL.width, longest + 8);
  return { head, cell, width: head + (columns?.stretches.length ?? 0) * (cell + GAP) };
}

function grid(
  { axes }: SituationMap,
  { head, cell, width }: GridSize,
  areaAt: (row: number, column: number) => Area | undefined,
): Drawn {
  const [rows, columns] = axes.slice(-2);
  if (!rows || !columns) return { pieces: [], width: 0, height: 0 };
  const pieces: Piece[] = [];
  const x = (column: number) => head + column * (cell + GAP);
  pieces.push(element('text', { x: head, y: 13, class: 'head' }, columns.fact));
  const names = [...columns.stretches.keys()].map((column) =>
    textLines(stretchesWords(columns, [column]), { x: x(column), y: 24, width: cell }),
  );
  pieces.push(...names.flatMap((name) => name.pieces));
  const top = 24 + Math.max(...names.map((name) => name.height)) + 8;
  pieces.push(element('text', { x: 0, y: top - 9, class: 'head' }, rows.fact));
  let y = top;
  for (const row of rows.stretches.keys()) {
    const name = textLines(stretchesWords(rows, [row]), { x: 0, y, width: head - 12 });
    const height = Math.max(CELL.height, name.height);
    const middle = element('g', { transform: `translate(0 ${(height - name.height) / 2})` }, ...name.pieces);
    pieces.push(middle);
    for (const column of columns.stretches.keys()) {
      const where = `${rows.fact}: ${stretchesWords(rows, [row])}; ${columns.fact}: ${stretchesWords(columns, [column])}`;
      pieces.push(...shownCell(areaAt(row, column), { x: x(column), y, width: cell, height }, where));
    }
    y += height + GAP;
  }
  return { pieces, width, height: y };
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One situation; nothing where it can't be. */
function shownCell(area: Area | undefined, { x, y, width, height }: Rectangle, where: string): readonly Piece[] {
  if (!area) return [];
  const { letter, leads } = area;
  const words = byHow(leads).map(([how, some]) => `${HOW_WORDS[how]}: ${leadsWords(some)}`);
  const rectangle = {
    x: x + 0.5,
    y: y + 0.5,
    width: width - 1,
    height: height - 1,
    rx: 4,
    class: classOf(toneOf(leads)),
  };
  const center = { x: x + width / 2, y: y + height / 2 };
  return [
    element(
      'g',
      {},
      element('title', {}, `${where}\n${words.join('\n') || 'nothing'}`),
      element('rect', rectangle),
      ...(letter === ''
        ? [element('text', { x: center.x, y: center.y + 5, 'text-anchor': 'middle', class: 'quiet' }, 'nothing')]
        : [
            element('circle', { cx: center.x, cy: center.y, r: CHIP, class: 'chip' }),
            element('text', { x: center.x, y: center.y + 5, 'text-anchor': 'middle', class: 'letter' }, letter),
          ]),
    ),
  ];
}
