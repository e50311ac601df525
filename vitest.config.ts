import { defineConfig } from 'vitest/config';

const MOCKED = 'tests/**/*.mocked.test.ts';
/** Suites that run inside a real editor. */
const IN_EDITOR = 'tests/vscode/**';

const common = {
  setupFiles: ['tests/harness/same-cases.ts'],
  // As patient as a browser: a machine may be busy, and these are there to end a hang.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
};

/** Tests share the modules that they load, which takes half the time. Those that put something in the place of a module have their own. */
export default defineConfig({
  test: {
    // By itself it would leave a core alone, of the two that there are.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...common,
          name: 'shared',
          include: ['tests/**/*.test.ts'],
          exclude: [MOCKED, IN_EDITOR],
          isolate: false,
          globalSetup: 'tests/harness/install-browser.ts',
        },
      },
      { test: { ...common, name: 'mocked', include: [MOCKED] } },
    ],
  },
});
