/// <reference types="node" />
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleChildren } from './bundle-children.ts';
import type { Effort } from './effort.ts';
import type { MeasuredOf } from './measuring/case.ts';
import { measureInRounds } from './measuring/rounds.ts';
import { type Plan, partsOf, preparePlan } from './plan.ts';

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
    const plan = await preparePlan({ children, scratch, repeatFor }, sizes);
    const cases = partsOf(plan).flatMap((part) => part.cases);
    const measuredOf = measureInRounds(cases, rounds, (name, round) =>
      onStep(`round ${round + 1} of ${rounds}: ${name}`),
    );
    return { plan, measuredOf };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
