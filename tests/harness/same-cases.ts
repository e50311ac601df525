import fc from 'fast-check';

const { POISE_RUNS, POISE_SEED } = process.env;

// The same cases each time, so that no check fails by chance. A longer run looks for others: `POISE_SEED` says which, or fast-check draws them.
if (POISE_SEED || !POISE_RUNS) fc.configureGlobal({ seed: Number(POISE_SEED ?? 1) });
