import { quantile } from '../measuring/samples.ts';
import type { Repetitions } from './work.ts';

/** Of how many times the first one doesn't count: by then the machine has got used to it. */
const WARMING = 10;

/** Milliseconds: those of the median, and those that one time in twenty exceeds. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

/**
 * Does something again and again, at least once, and sums up how long it took. Of ten times the first doesn't count.
 *
 * @param act does it and says how many milliseconds it took
 */
export async function timesOf(
  count: number,
  { longest }: Repetitions,
  act: (index: number) => Promise<number>,
): Promise<Times> {
  const times: number[] = [];
  const end = performance.now() + longest;
  while (times.length === 0 || (times.length < count && performance.now() < end)) times.push(await act(times.length));
  const counted = times.slice(Math.floor(times.length / WARMING));
  return { median: quantile(counted, 0.5), p95: quantile(counted, 0.95) };
}

/** How many milliseconds something takes. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
