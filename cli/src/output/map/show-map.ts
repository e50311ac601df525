import { boxesOf, type Lead, type SituationMap } from '@poise/analysis/map';
import type { Colors, Terminal } from '../../terminal.ts';
import { columns, HOW_WIDTH, type Row, type Said } from './columns.ts';
import { boxWords, byHow, dependentLeads, nobodyHandles, titleOf, whateverWords } from './shown-map.ts';
import { dependencesWords, HOW_WORDS, leadsWords, outcomeWords } from './words.ts';

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

function saidOf(leads: readonly Lead[], { green, yellow, dim }: Colors): readonly Said[] {
  if (leads.length === 0) return [['', dim('nothing')]];
  return byHow(leads).map(([how, some]) => [
    (how === 'always' ? green : yellow)(HOW_WORDS[how].padEnd(HOW_WIDTH)),
    leadsWords(some),
  ]);
}
