const factor = Number(process.env.POISE_RUNS ?? 1);

/**
 * How often a property is tried: `usual` times, or as many times more as the environment variable `POISE_RUNS` says (`POISE_RUNS=20` for a night).
 * fast-check prints the seed and the smallest example of what fails.
 *
 * @throws Error where `POISE_RUNS` is no number above zero
 */
export function runs(usual: number): { readonly numRuns: number } {
  if (!(factor > 0)) throw new Error('POISE_RUNS is a number above zero');
  return { numRuns: Math.max(1, Math.round(usual * factor)) };
}

/** How long a test of properties may take, in milliseconds: it is there to end a hang, and grows with the number of runs. */
export const PATIENCE = 120_000 * Math.max(1, factor);
