/// <reference types="node" />
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleChildren } from './bundle-children.ts';
import { casesOf, type Plan, preparePlan, type Sizes } from './plan.ts';
import { type MeasuredOf, measureInRounds } from './rounds.ts';

/** How much a benchmark does. */
export interface Effort {
  readonly sizes: Sizes;
  readonly rounds: number;
  /** For how many milliseconds a child repeats its work to become warm; twice at least. */
  readonly repeatFor: number;
}

/** What `npm run bench` does, in ten minutes. */
export const FULL: Effort = { sizes: { smallLines: 200, lines: 10_000, files: 1_000 }, rounds: 3, repeatFor: 1_500 };
/** Enough to see that all of it works. */
export const QUICK: Effort = { sizes: { smallLines: 50, lines: 400, files: 16 }, rounds: 1, repeatFor: 0 };

/** What was measured, and the figures. */
export interface Benchmark {
  readonly plan: Plan;
  readonly measuredOf: MeasuredOf;
}

/**
 * Runs the benchmark; it needs the built command. Whatever it writes goes into a folder that is removed.
 *
 * @param onStep is told what is being done, now and then
 * @throws Error where anything fails, finds something that isn't there, or doesn't find all
 */
export async function runBenchmark(
  { sizes, rounds, repeatFor }: Effort,
  onStep: (step: string) => void,
): Promise<Benchmark> {
  const children = await bundleChildren();
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'poise-bench-')));
  try {
    onStep('preparing');
    const plan = preparePlan({ children, scratch, repeatFor }, sizes);
    const measuredOf = measureInRounds(casesOf(plan), rounds, (name, round) =>
      onStep(`round ${round + 1} of ${rounds}: ${name}`),
    );
    return { plan, measuredOf };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
