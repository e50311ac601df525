import { defineConfig } from 'vitest/config';

const MOCKED = 'tests/**/*.mocked.test.ts';
/** Suites that run inside a real editor. */
const IN_EDITOR = 'tests/vscode/**';

/** Tests share the modules that they load, which takes half the time. Those that put something in the place of a module have their own. */
export default defineConfig({
  test: {
    // By itself it would leave a core alone, of the two that there are.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: [MOCKED, IN_EDITOR], isolate: false } },
      { test: { name: 'mocked', include: [MOCKED] } },
    ],
  },
});
