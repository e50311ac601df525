import type { Figures } from './case.ts';
import { peakMemoryNow, tell, told } from './child.ts';
import { medianOfLaterHalf } from './samples.ts';

/**
 * - `first`: milliseconds of the first run in the process, with everything loaded but nothing made yet.
 * - `warm`: milliseconds of a run once the machine has got used to it, the median of the later half of the runs after the first.
 * - `peakMemory`: the most memory that the process had until the first run ended, in bytes.
 */
export type RunFigure = 'first' | 'warm' | 'peakMemory';

/** One run of the work. It gives how many it found of what it looks for. */
export type Run = () => number | Promise<number>;

/**
 * Measures in this process, which does nothing else, the first run and later ones, and tells the figures.
 *
 * @param prepare what doesn't count: reading the workload
 */
export async function measureRuns(prepare: (folder: string) => Run): Promise<void> {
  const { folder, repeatFor } = told();
  const run = prepare(folder);
  const timed = async () => {
    const start = performance.now();
    const found = await run();
    return { found, took: performance.now() - start };
  };
  const { found, took: first } = await timed();
  const peakMemory = peakMemoryNow();
  const later: number[] = [];
  const end = performance.now() + repeatFor;
  while (later.length < 2 || performance.now() < end) later.push((await timed()).took);
  const figures: Figures<RunFigure> = { first, warm: medianOfLaterHalf(later), peakMemory };
  tell({ found, figures });
}
