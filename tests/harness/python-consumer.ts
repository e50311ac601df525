/// <reference types="node" />
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Guidance, IntendedAct, Playbook, Silent, Verdict } from '@poise/runtime';
import type { AnyConversation } from './any-conversation.ts';

const FOLDER = fileURLToPath(new URL('../../examples/python/', import.meta.url));

/** What the consumer says after the opening and after each event. */
export interface Played {
  readonly guidance: readonly Guidance[];
  readonly silent: readonly (readonly Silent[])[];
  readonly reviews: readonly (readonly Verdict[])[];
}

/** The consumer in Python, as a process that plays one conversation after the other. */
export class PythonConsumer {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly answers: AsyncIterator<string>;
  private errors = '';

  constructor() {
    this.process = spawn('python3', ['-m', 'poise', 'play'], { cwd: FOLDER });
    this.answers = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
    this.process.stderr.on('data', (text: Buffer) => {
      this.errors += text.toString();
    });
    this.process.on('error', () => {
      this.errors += 'python3 (3.11 or later) is needed for this test';
    });
    // What it can't read any more is told by the missing answer.
    this.process.stdin.on('error', () => {});
  }

  /** Loads documents under a name. */
  async load(name: string, documents: readonly Playbook[]): Promise<void> {
    const { problems } = (await this.ask({ load: name, documents })) as { readonly problems: readonly unknown[] };
    if (problems.length > 0) throw new Error(`the consumer refuses documents: ${JSON.stringify(problems)}`);
  }

  /** Plays a conversation over documents that have been loaded, and has some acts judged at each turn. */
  async play(name: string, { opening, events }: AnyConversation, acts: readonly IntendedAct[]): Promise<Played> {
    return (await this.ask({ play: name, opening, events, acts })) as Played;
  }

  end(): void {
    this.process.stdin.end();
  }

  private async ask(request: object): Promise<unknown> {
    this.process.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.answers.next();
    if (done === true || typeof value !== 'string') throw new Error(this.errors || 'the consumer has ended');
    return JSON.parse(value);
  }
}
