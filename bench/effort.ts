import type { Sizes } from './plan.ts';

/** How much a benchmark does. */
export interface Effort {
  readonly sizes: Sizes;
  readonly rounds: number;
  /** For how many milliseconds a child repeats its work to become warm; twice at least. */
  readonly repeatFor: number;
}

/** What `npm run bench` does, in a quarter of an hour. */
export const FULL: Effort = {
  sizes: {
    compiling: { smallLines: 200, lines: 10_000, files: 1_000 },
    analysis: { some: 50, many: 1_000 },
    decisions: { rules: { few: 10, some: 100, many: 1_000, most: 10_000 }, moments: 1_000 },
    phrases: { phrases: { some: 100, many: 1_000, most: 10_000 }, messages: 10_000 },
    conversations: { few: 20_000, many: 100_000 },
  },
  rounds: 3,
  repeatFor: 800,
};

/** Enough to see that all of it works. */
export const QUICK: Effort = {
  sizes: {
    compiling: { smallLines: 150, lines: 400, files: 16 },
    analysis: { some: 10, many: 20 },
    decisions: { rules: { few: 10, some: 20, many: 30, most: 40 }, moments: 20 },
    phrases: { phrases: { some: 10, many: 20, most: 30 }, messages: 20 },
    conversations: { few: 150, many: 300 },
  },
  rounds: 1,
  repeatFor: 0,
};
