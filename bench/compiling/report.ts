import type { MeasuredOf, Spread } from '../measuring/case.ts';
import { megabytes, shown, table } from '../reporting/markdown.ts';
import { figure, grouped } from '../reporting/numbers.ts';
import { MEGABYTE } from '../reporting/units.ts';
import type { Compared, CompilingCases } from './cases.ts';
import type { CommandCase } from './commands.ts';
import { sizeOf } from './corpus.ts';

/** Compiling inside a process, commands, and what a line costs as the input grows. */
export function reportOnCompiling(cases: CompilingCases, measuredOf: MeasuredOf): readonly string[] {
  const { compared, growing, commands } = cases;
  return [
    ...Object.values(compared).flatMap((some) => comparison(some, measuredOf)),
    '## Commands, from start to end',
    commandsTable(Object.values(commands), measuredOf(commands.node).took, measuredOf),
    '## What a line costs as the input grows',
    ...Object.values(growing).map((some) => growingTable(some, measuredOf)),
  ];
}

function comparison(cases: Compared, measuredOf: MeasuredOf): readonly string[] {
  const [ours] = cases;
  const base = measuredOf(ours);
  const rows = cases.map((one) => {
    const measured = measuredOf(one);
    const timed = [
      { spread: measured.first, base: base.first },
      { spread: measured.warm, base: base.warm },
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
    const { first, warm, peakMemory } = measuredOf(one);
    const timed = [first, warm].flatMap((spread) => [shown(spread), figure((spread.median / one.corpus.lines) * 1000)]);
    return [sizeOf(one.corpus), ...timed, megabytes(peakMemory)];
  });
  return table(['Poise', 'first, ms', 'µs/line', 'warm, ms', 'µs/line', 'peak, MB'], rows);
}

function perSecond(amount: number, { median }: Spread): number {
  return (amount / median) * 1000;
}
