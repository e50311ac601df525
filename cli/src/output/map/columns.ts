import { plain } from '@poise/generator/words';
import { columnsOf } from '../width.ts';
import { wrap } from '../wrap.ts';
import { HOW_WORDS } from './words.ts';

const GAP = '  ';
/** What is said behind the columns has at least so much room. */
const NARROWEST = 30;
export const HOW_WIDTH = Math.max(...Object.values(HOW_WORDS).map((word) => word.length));

/** How surely, if that is a question, and what. */
export type Said = readonly [how: string, what: string];

/** A row of a table: what stands in its columns, and what is said behind them, as wide as there is room. */
export interface Row {
  readonly cells: readonly string[];
  readonly said: readonly Said[];
}

/** Rows as columns; what is said behind them is broken where there is no more room. */
export function columns(rows: readonly Row[], width: number): string {
  const widths = (rows[0]?.cells ?? []).map((_, column) =>
    Math.max(...rows.map(({ cells }) => columnsOf(plain(cells[column] ?? '')))),
  );
  const indent = widths.reduce((sum, one) => sum + one + GAP.length, 0);
  return rows
    .flatMap(({ cells, said }) => {
      const start = cells.map((cell, column) => {
        const shown = plain(cell);
        return shown + ' '.repeat((widths[column] ?? 0) - columnsOf(shown));
      });
      const lines = said.flatMap(([how, what]) => {
        const before = how === '' ? '' : how + GAP;
        const room = Math.max(NARROWEST, width - indent - (how === '' ? 0 : HOW_WIDTH + GAP.length));
        return wrap(what, room).map(
          (part, at) => (at === 0 ? before : ' '.repeat(how === '' ? 0 : HOW_WIDTH + GAP.length)) + part,
        );
      });
      const [first = '', ...more] = lines;
      return [[...start, first].join(GAP), ...more.map((line) => ' '.repeat(indent) + line)];
    })
    .map((line) => `${line.trimEnd()}\n`)
    .join('');
}
