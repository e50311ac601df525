/// <reference types="node" />
import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { POISE, processOptions, type RunOptions } from './poise.ts';

/** What ends each run that is meant for people. */
const WAITING = 'watching for changes; Ctrl-C ends it\n';

/** A command that goes on until it is ended. Nothing here waits for time: only for what is printed. */
export class WatchingPoise {
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  readonly #process: ChildProcess;
  readonly #out = new Reader();
  readonly #errors = new Reader();

  constructor(args: readonly string[], options: RunOptions) {
    this.#process = spawn(process.execPath, [POISE, ...args, '--watch'], { ...processOptions(options), stdio: 'pipe' });
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => this.#out.add(text));
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => this.#errors.add(text));
    this.ended = new Promise((resolve) => this.#process.on('close', (code, signal) => resolve({ code, signal })));
    void this.ended.then(() => {
      const error = new Error(`the command has ended: ${this.#out.rest}${this.#errors.rest}`);
      this.#out.end(error);
      this.#errors.end(error);
    });
    onTestFinished(async () => {
      this.#process.kill('SIGKILL');
      await this.ended;
    });
  }

  /** What the next run prints, with the time of day and the rule at the end of its first line taken out. */
  async run(): Promise<string> {
    const text = await this.#out.through(WAITING);
    return text.slice(0, -WAITING.length).replace(/^\n── \d\d:\d\d:\d\d {2}(.*?) ─+\n/, 'changed: $1\n');
  }

  /** The first of the next runs that prints this: for changes that may come in one run or in several. */
  async runWith(text: string): Promise<string> {
    for (;;) {
      const run = await this.run();
      if (run.includes(text)) return run;
    }
  }

  line(): Promise<string> {
    return this.#out.through('\n');
  }

  error(): Promise<string> {
    return this.#errors.through('\n');
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  endInput(): void {
    this.#process.stdin?.end();
  }
}

/** Text that comes bit by bit, for one who waits for a mark in it. */
class Reader {
  rest = '';
  #error: Error | undefined;
  #look = (): void => {};

  add(text: string): void {
    this.rest += text;
    this.#look();
  }

  end(error: Error): void {
    this.#error = error;
    this.#look();
  }

  /** @returns what has come up to the mark and with it */
  through(mark: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#look = () => {
        const at = this.rest.indexOf(mark);
        if (at >= 0) {
          const end = at + mark.length;
          resolve(this.rest.slice(0, end));
          this.rest = this.rest.slice(end);
          this.#look = () => {};
        } else if (this.#error) reject(this.#error);
      };
      this.#look();
    });
  }
}
