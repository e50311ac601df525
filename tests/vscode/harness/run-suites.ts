import Mocha from 'mocha';
import { ConfigurationTarget, workspace } from 'vscode';
import { closeEditors } from './editors.ts';

/** No test waits for long; where the machine is slow, starting may. */
const PATIENCE_MS = 120_000;

/**
 * Runs suites inside a Visual Studio Code, and prints a line for each test.
 *
 * @param load loads them; they tell Mocha of themselves
 * @throws if a test fails
 */
export async function runSuites(load: () => Promise<unknown>): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: LineForEach, timeout: PATIENCE_MS });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  mocha.suite.afterEach(closeEditors);
  // In a browser, that is not so by itself: files would be saved behind a test's back.
  await workspace.getConfiguration('files').update('autoSave', 'off', ConfigurationTarget.Global);
  await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** What `hosts/test-log.ts` finds again among all that a Visual Studio Code logs. */
class LineForEach extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on('pass', (test) => console.log(`  ✓ ${nameOf(test)} (${test.duration ?? 0} ms)`));
    runner.on('pending', (test) => console.log(`  - ${nameOf(test)}`));
    runner.on('fail', (test, error) => console.log(`  ✗ ${nameOf(test)}\n${error.stack ?? error.message}`));
  }
}

function nameOf(test: Mocha.Test): string {
  return test.titlePath().join(' › ');
}
