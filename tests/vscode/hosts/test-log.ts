/// <reference types="node" />
/** How the line of a test begins: passed, failed, left out. */
const OF_A_TEST = /^ {2}[✓✗-] /;

/** What is logged while tests run. A Visual Studio Code logs of itself, too: that is told only where no test came to run. */
export class TestLog {
  private readonly rest: unknown[][] = [];
  private readonly say = console.log;
  private hasTests = false;

  /** What was logged at once. */
  take(parts: unknown[]): void {
    const isOfATest = OF_A_TEST.test(String(parts[0]));
    this.hasTests ||= isOfATest;
    if (isOfATest || process.env.VERBOSE) this.say(...parts);
    else this.rest.push(parts);
  }

  /** Takes all that is written to the console from now on. @returns what ends that */
  takeConsole(): () => void {
    const { log, info, warn, error, debug } = console;
    const take = (...parts: unknown[]): void => this.take(parts);
    Object.assign(console, { log: take, info: take, warn: take, error: take, debug: take });
    return () => Object.assign(console, { log, info, warn, error, debug });
  }

  /** Says what there is to say of tests that have ended. */
  end(): void {
    if (!this.hasTests) for (const parts of this.rest) this.say(...parts);
  }
}
