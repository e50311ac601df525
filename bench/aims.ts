import { figure } from './numbers.ts';
import type { CompileCase, Plan } from './plan.ts';
import { type Case, type Measured, type MeasuredOf, warmOf } from './rounds.ts';

/** What we want to reach, and how far it is. */
export interface Aim {
  readonly aim: string;
  /** How it was measured. */
  readonly by: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** How much more a line may cost at eight times the size until we say that cost isn't linear: what a noisy machine may add, and no more. */
const LINEAR = 1.25;
const MEGABYTE = 1e6;

/** The aims of the first benchmark. They belong to the sizes of a full run. */
export function aimsOf({ compiling, growing, commands }: Plan, measuredOf: MeasuredOf): readonly Aim[] {
  const under = (aim: string, by: string, of: Case, limit: number): Aim => {
    const { median } = measuredOf(of).took;
    return { aim, by, measured: `${figure(median)} ms`, isMet: median < limit };
  };
  const memoryUnder = (aim: string, by: string, of: Case, limit: number): Aim => {
    const megabytes = measuredOf(of).peakMemory.median / MEGABYTE;
    return { aim, by, measured: `${figure(megabytes)} MB`, isMet: megabytes < limit };
  };
  const linear = (by: string, smallest: CompileCase, largest: CompileCase): Aim => {
    const times = (figureOf: (measured: Measured) => number) =>
      figureOf(measuredOf(largest)) / largest.corpus.lines / (figureOf(measuredOf(smallest)) / smallest.corpus.lines);
    const first = times(({ took }) => took.median);
    const warm = times((measured) => warmOf(measured).median);
    return {
      aim: `at 8 times the size a line costs no more than ${LINEAR} times as much`,
      by,
      measured: `${figure(first)} first, ${figure(warm)} warm`,
      isMet: first <= LINEAR && warm <= LINEAR,
    };
  };
  const inside = 'the first time in a process';
  return [
    under('10,000 lines under 300 ms', inside, compiling.one[0], 300),
    under('10,000 lines under 300 ms', commands.buildOne.command, commands.buildOne, 300),
    under('1,000 files under 2 s', inside, compiling.many[0], 2000),
    under('1,000 files under 2 s', commands.buildMany.command, commands.buildMany, 2000),
    memoryUnder('1,000 files under 300 MB', commands.buildMany.command, commands.buildMany, 300),
    under('unchanged again under 0.3 s', commands.buildManyAgain.command, commands.buildManyAgain, 300),
    under('a small file checked under 100 ms', `${commands.starter.command}, the starter`, commands.starter, 100),
    under('a small file checked under 100 ms', `${commands.small.command}, 200 lines`, commands.small, 100),
    linear('one file, 1,250 to 10,000 lines', growing.one[0], compiling.one[0]),
    linear('125 to 1,000 files', growing.many[0], compiling.many[0]),
  ];
}
