import type { Case, MeasuredOf } from '../measuring/case.ts';
import { megabytes, shown, table } from '../reporting/markdown.ts';
import { figure, grouped } from '../reporting/numbers.ts';
import type { EditorCases } from './cases.ts';
import type { AloneFigure, AmongFigure, ExtraFigure } from './figures.ts';
import type { Servers } from './servers.ts';

const NOTHING = '–';

/** What a row says, and the figure that is in it. */
type Rows<Figure extends string> = readonly (readonly [row: string, figure: Figure])[];

const ALONE: Rows<AloneFigure> = [
  ['from the start until what is wrong is told', 'found'],
  ['an edit until what comes of it is told, median', 'edit median'],
  ['95 in 100 within', 'edit p95'],
];

/** One file alone, one among many, and memory. */
export function reportOnEditor(cases: EditorCases, measuredOf: MeasuredOf): readonly string[] {
  const { sizes, small, large, among } = cases;
  const files = `${grouped(sizes.files)} files`;
  return [
    '## An editor with one file open',
    millisecondsTable(`${grouped(sizes.smallLines)} lines`, ALONE, small, measuredOf),
    millisecondsTable(`${grouped(sizes.largeLines)} lines`, ALONE, large, measuredOf),
    `## An editor with ${files}`,
    millisecondsTable(files, amongRows(cases), among, measuredOf),
    memoryTable(cases, measuredOf),
  ];
}

function amongRows({ sizes: { smallLines, largeLines } }: EditorCases): Rows<AmongFigure | ExtraFigure> {
  const edited = (lines: number) => `an edit of ${grouped(lines)} lines until what comes of it is told`;
  return [
    ['from the start until what is wrong in the open file is told', 'found'],
    ['… until all files are told of', 'found in all'],
    ['… until all is proved', 'proved'],
    [`${edited(smallLines)}, median`, 'small median'],
    ['95 in 100 within', 'small p95'],
    [`${edited(largeLines)}, median`, 'large median'],
    ['95 in 100 within', 'large p95'],
    ['a completion right after an edit, median', 'as typed median'],
    ['95 in 100 within', 'as typed p95'],
    ['a completion at rest, median', 'at rest median'],
    ['95 in 100 within', 'at rest p95'],
    ['an edit on which all depend, until an open file is told of', 'hub open'],
    ['… until all files are told of', 'hub all'],
    ['references in all files', 'references'],
    ['renaming in all files', 'rename'],
    ['a name in the whole workspace', 'symbols'],
  ];
}

function millisecondsTable<Figure extends string>(
  what: string,
  rows: Rows<Figure>,
  { Poise, ...peers }: Servers<Case>,
  measuredOf: MeasuredOf,
): string {
  const names = Object.keys(peers);
  const cells = rows.map(([row, one]) => {
    const base = measuredOf(Poise)[one];
    const compared = Object.values<Case>(peers).flatMap((peer) => {
      const spread = measuredOf(peer)[one];
      return spread && base ? [shown(spread), figure(spread.median / base.median)] : [NOTHING, NOTHING];
    });
    return [row, base ? shown(base) : NOTHING, ...compared];
  });
  return table([what, 'Poise, ms', ...names.flatMap((name) => [`${name}, ms`, 'Poise = 1'])], cells);
}

function memoryTable({ sizes, among, typing }: EditorCases, measuredOf: MeasuredOf): string {
  const typed = Object.entries(typing).flatMap(([subject, one]) => {
    const measured = measuredOf(one);
    return (['resident', 'live'] as const).map((kind) => [
      `${subject}, ${kind === 'resident' ? 'the whole process' : 'in use'}`,
      ...(['at first', 'after few', 'after many'] as const).map((when) => megabytes(measured[`${kind}Memory ${when}`])),
    ]);
  });
  const others = [
    ['tsp-server, the whole process', megabytes(measuredOf(among['tsp-server']).residentMemory), NOTHING, NOTHING],
  ];
  const after = (edits: number) => `after ${grouped(edits)} edits`;
  return table(
    ['memory, MB', 'all files told of', after(sizes.fewEdits), after(sizes.manyEdits)],
    [...typed, ...others],
  );
}
