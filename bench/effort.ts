import type { Sizes } from './plan.ts';

/** How much a benchmark does. */
export interface Effort {
  readonly sizes: Sizes;
  readonly rounds: number;
  /** For how many milliseconds a child repeats its work to become warm; twice at least. */
  readonly repeatFor: number;
}

/** What `npm run bench` does, in twenty minutes. */
export const FULL: Effort = {
  sizes: {
    compiling: { smallLines: 200, lines: 10_000, files: 1_000 },
    analysis: { some: 50, many: 1_000 },
    decisions: { rules: { few: 10, some: 100, many: 1_000, most: 10_000 }, moments: 1_000 },
    phrases: { phrases: { some: 100, many: 1_000, most: 10_000 }, messages: 10_000 },
    conversations: { few: 20_000, many: 100_000 },
    editor: {
      smallLines: 200,
      largeLines: 2_000,
      files: 1_000,
      times: { edits: 100, hubEdits: 3, requests: 40, longest: 4_000, patience: 120_000 },
      fewEdits: 1_000,
      manyEdits: 4_000,
    },
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
    editor: {
      smallLines: 60,
      largeLines: 150,
      files: 12,
      times: { edits: 4, hubEdits: 1, requests: 2, longest: 500, patience: 60_000 },
      fewEdits: 20,
      manyEdits: 40,
    },
  },
  rounds: 1,
  repeatFor: 0,
};
