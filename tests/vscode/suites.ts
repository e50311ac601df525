/** Where suites can run. */
export type SuiteFlavour = 'desktop' | 'web';

const BOTH = ['desktop', 'web'] as const;

/** Which suite of `suites/` runs where. */
export const SUITES: Readonly<Record<string, readonly SuiteFlavour[]>> = {
  'start.test.ts': BOTH,
  'manifest.test.ts': BOTH,
  // Of files that are gone, the editor keeps the text for minutes, with the mistakes in it: others leave such behind.
  'compare.test.ts': ['desktop'],
  'reading.test.ts': BOTH,
  'completing.test.ts': BOTH,
  'correcting.test.ts': BOTH,
  'formatting.test.ts': BOTH,
  'renaming.test.ts': BOTH,
  'workspace.test.ts': BOTH,
  'tasks.test.ts': ['desktop'],
  'simulator.test.ts': BOTH,
  'preview.test.ts': BOTH,
  'scenarios.test.ts': BOTH,
};
