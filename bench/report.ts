import { aimsOf } from './aims.ts';
import type { CommandCase } from './commands.ts';
import { sizeOf } from './corpus.ts';
import { figure, grouped } from './numbers.ts';
import type { Compared, Plan } from './plan.ts';
import { type MeasuredOf, type Spread, warmOf } from './rounds.ts';

/** Where and when a benchmark ran. */
export interface Setting {
  readonly day: string;
  readonly machine: string;
  /** Of Node, of ours and of the peers. */
  readonly versions: string;
  readonly rounds: number;
}

const MEGABYTE = 1e6;

/** The results, as Markdown. */
export function reportOn(plan: Plan, measuredOf: MeasuredOf, { day, machine, versions, rounds }: Setting): string {
  const { compiling, growing, commands } = plan;
  const parts = [
    '# Benchmark',
    'Written by `npm run bench`; [how to read it](README.md).',
    `${day}, ${machine}. ${versions}. Medians of ${rounds} rounds, in brackets the least and the most.`,
    '## Aims',
    aimsTable(plan, measuredOf),
    ...Object.values(compiling).flatMap((cases) => compilingSection(cases, measuredOf)),
    '## Commands, from start to end',
    commandsTable(Object.values(commands), measuredOf(commands.node).took, measuredOf),
    '## What a line costs as the input grows',
    ...Object.values(growing).map((cases) => growingTable(cases, measuredOf)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function aimsTable(plan: Plan, measuredOf: MeasuredOf): string {
  const rows = aimsOf(plan, measuredOf).map(({ aim, by, measured, isMet }) => [
    aim,
    by,
    measured,
    isMet ? 'met' : '**not met**',
  ]);
  return table(['aim', 'by', 'measured', ''], rows);
}

function compilingSection(cases: Compared, measuredOf: MeasuredOf): readonly string[] {
  const [ours] = cases;
  const base = measuredOf(ours);
  const rows = cases.map((one) => {
    const measured = measuredOf(one);
    const timed = [
      { spread: measured.took, base: base.took },
      { spread: warmOf(measured), base: warmOf(base) },
    ].flatMap(({ spread, base }) => [
      shown(spread),
      figure(spread.median / one.corpus.lines / (base.median / ours.corpus.lines)),
      grouped(perSecond(one.corpus.lines, spread)),
      figure(perSecond(one.corpus.bytes / MEGABYTE, spread)),
    ]);
    return [one.subject, figure(one.corpus.bytes / MEGABYTE), ...timed, megabytes(measured.peakMemory)];
  });
  const speed = ['per line, Poise = 1', 'lines/s', 'MB/s'];
  const columns = ['', 'MB', 'first, ms', ...speed, 'warm, ms', ...speed, 'peak, MB'];
  return [`## Compiling ${sizeOf(ours.corpus)}, inside a process`, table(columns, rows)];
}

function commandsTable(cases: readonly CommandCase[], floor: Spread, measuredOf: MeasuredOf): string {
  const rows = cases.map((one) => {
    const { took, peakMemory } = measuredOf(one);
    return [one.command, one.on, shown(took), figure(took.median / floor.median), megabytes(peakMemory)];
  });
  return table(['command', 'on', 'ms', '`node -e 0` = 1', 'peak, MB'], rows);
}

function growingTable(cases: Compared, measuredOf: MeasuredOf): string {
  const rows = cases.map((one) => {
    const measured = measuredOf(one);
    const timed = [measured.took, warmOf(measured)].flatMap((spread) => [
      shown(spread),
      figure((spread.median / one.corpus.lines) * 1000),
    ]);
    return [sizeOf(one.corpus), ...timed, megabytes(measured.peakMemory)];
  });
  return table(['Poise', 'first, ms', 'µs/line', 'warm, ms', 'µs/line', 'peak, MB'], rows);
}

function perSecond(amount: number, { median }: Spread): number {
  return (amount / median) * 1000;
}

function shown({ median, least, most }: Spread): string {
  return `${figure(median)} (${figure(least)}–${figure(most)})`;
}

function megabytes({ median }: Spread): string {
  return figure(median / MEGABYTE);
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
