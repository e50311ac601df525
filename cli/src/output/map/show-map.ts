import { boxesOf, type Lead, type SituationMap } from '@poise/analysis/map';
import type { Colors, Terminal } from '../../terminal.ts';
import { plain } from '../plain.ts';
import { columnsOf } from '../width.ts';
import { wrap } from '../wrap.ts';
import { boxWords, byHow, dependentLeads, nobodyHandles, titleOf, whateverWords } from './shown-map.ts';
import { dependencesWords, HOW_WORDS, leadsWords, outcomeWords } from './words.ts';

const GAP = '  ';
/** What is said about a situation has at least so much room. */
const NARROWEST = 30;
const HOW_WIDTH = Math.max(...Object.values(HOW_WORDS).map((word) => word.length));

/** A map for a terminal: a row for each box of situations, then where no playbook starts, then what the facts make no difference to. */
export function showMap(map: SituationMap, { colors, width }: Pick<Terminal, 'colors' | 'width'>): string {
  const { bold, dim } = colors;
  const boxes = boxesOf(map).map((box) => ({ cells: boxWords(box, map), leads: box.leads }));
  const head: Row = { cells: map.axes.map(({ fact }) => fact), said: [] };
  const rows = boxes.map(({ cells, leads }): Row => ({ cells, said: saidOf(leads, colors) }));
  const unhandled = nobodyHandles(map);
  const elsewhere = saidOf(map.elsewhere, colors).map((line): Row => ({ cells: [''], said: [line] }));
  const besides = dependentLeads(map).map(
    ({ outcome, dependsOn }): Row => ({
      cells: ['', outcomeWords(outcome)],
      said: [['', dependencesWords(dependsOn)]],
    }),
  );
  const parts: readonly (readonly [string, readonly Row[]])[] = [
    [bold(titleOf(map)), []],
    ['', [head, ...rows]],
    [unhandled.words, unhandled.boxes.map((box): Row => ({ cells: ['', ...boxWords(box, map)], said: [] }))],
    ...(map.elsewhere.length > 0 ? [[`The same ${whateverWords(map)}:`, elsewhere] as const] : []),
    ...(besides.length > 0 ? [[dim(`Where it says ${HOW_WORDS.may}, it depends on:`), besides] as const] : []),
  ];
  return parts.map(([title, some]) => (title === '' ? '' : `${title}\n`) + columns(some, width)).join('\n');
}

/** How surely, and what. */
type Said = readonly [how: string, what: string];

/** A row of a table: what stands in its columns, and what is said behind them, as wide as there is room. */
interface Row {
  readonly cells: readonly string[];
  readonly said: readonly Said[];
}

function saidOf(leads: readonly Lead[], { green, yellow, dim }: Colors): readonly Said[] {
  if (leads.length === 0) return [['', dim('nothing')]];
  return byHow(leads).map(([how, some]) => [
    (how === 'always' ? green : yellow)(HOW_WORDS[how].padEnd(HOW_WIDTH)),
    leadsWords(some),
  ]);
}

function columns(rows: readonly Row[], width: number): string {
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
