import type { Measured, MeasuredOf, Spread } from '../measuring/case.ts';
import type { RunFigure } from '../measuring/runs.ts';
import type { Aim } from '../reporting/aim.ts';
import { figure } from '../reporting/numbers.ts';
import { MEGABYTE } from '../reporting/units.ts';
import type { CompileCase, CompilingCases } from './cases.ts';
import type { CommandCase } from './commands.ts';

/** How much more a line may cost at eight times the size until we say that cost isn't linear: what a noisy machine may add, and no more. */
const LINEAR = 1.25;

/** What compiling has to reach. */
export function compilingAims({ compared, growing, commands }: CompilingCases, measuredOf: MeasuredOf): readonly Aim[] {
  const under = (aim: string, by: string, { median }: Spread, limit: number): Aim => {
    return { aim, by, measured: `${figure(median)} ms`, isMet: median < limit };
  };
  const firstUnder = (aim: string, of: CompileCase, limit: number): Aim =>
    under(aim, 'the first time in a process', measuredOf(of).first, limit);
  const commandUnder = (aim: string, of: CommandCase, limit: number, remark = ''): Aim =>
    under(aim, of.command + remark, measuredOf(of).took, limit);
  const memoryUnder = (aim: string, of: CommandCase, limit: number): Aim => {
    const megabytes = measuredOf(of).peakMemory.median / MEGABYTE;
    return { aim, by: of.command, measured: `${figure(megabytes)} MB`, isMet: megabytes < limit };
  };
  const linear = (by: string, smallest: CompileCase, largest: CompileCase): Aim => {
    const perLine = (of: CompileCase, figureOf: (measured: Measured<RunFigure>) => Spread) =>
      figureOf(measuredOf(of)).median / of.corpus.lines;
    const times = (figureOf: (measured: Measured<RunFigure>) => Spread) =>
      perLine(largest, figureOf) / perLine(smallest, figureOf);
    const first = times((measured) => measured.first);
    const warm = times((measured) => measured.warm);
    return {
      aim: `at 8 times the size a line costs no more than ${LINEAR} times as much`,
      by,
      measured: `${figure(first)} first, ${figure(warm)} warm`,
      isMet: first <= LINEAR && warm <= LINEAR,
    };
  };
  return [
    firstUnder('10,000 lines under 300 ms', compared.one[0], 300),
    commandUnder('10,000 lines under 300 ms', commands.buildOne, 300),
    firstUnder('1,000 files under 2 s', compared.many[0], 2000),
    commandUnder('1,000 files under 2 s', commands.buildMany, 2000),
    memoryUnder('1,000 files under 300 MB', commands.buildMany, 300),
    commandUnder('unchanged again under 0.3 s', commands.buildManyAgain, 300),
    commandUnder('a small file checked under 100 ms', commands.starter, 100, ', the starter'),
    commandUnder('a small file checked under 100 ms', commands.small, 100, ', 200 lines'),
    linear('one file, 1,250 to 10,000 lines', growing.one[0], compared.one[0]),
    linear('125 to 1,000 files', growing.many[0], compared.many[0]),
  ];
}
