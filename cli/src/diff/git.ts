/** What is asked of Git: only to read, by its own program, and never through a shell. */
import { execFile } from 'node:child_process';
import { plain } from '@poise/generator/words';
import { couldNotFinish } from '../exit-codes.ts';
import { errorCode } from '../workspace/system-errors.ts';

/** More than the playbooks of a workspace together. */
const MOST_BYTES = 1024 ** 3;

/** What Git answered; or, in its own words, why not. */
export type GitAnswer =
  | { readonly ok: true; readonly output: Buffer }
  | { readonly ok: false; readonly reason: string };

/** Raised where there is no Git on this machine. */
export class NoGit extends Error {}

/**
 * Runs Git in a folder.
 *
 * @param input for its standard input
 * @throws NoGit
 * @throws CommandStop where the machine doesn't let it run
 */
export function git(folder: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const options = {
      encoding: 'buffer' as const,
      maxBuffer: MOST_BYTES,
      // Its words are told to people; and it changes nothing, not even its index.
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
    };
    const running = execFile('git', ['-C', folder, ...args], options, (error, output, said) => {
      if (!error) resolve({ ok: true, output });
      else if (typeof error.code === 'number') resolve({ ok: false, reason: firstLine(said.toString('utf8')) });
      else if (errorCode(error) === 'ENOENT') reject(new NoGit());
      else reject(couldNotFinish(`git could not be run: ${plain(error.message)}`));
    });
    // One that has failed already doesn't read; what it said is told.
    running.stdin?.on('error', () => {});
    running.stdin?.end(input);
  });
}

function firstLine(said: string): string {
  return (said.trim().split('\n')[0] ?? '').replace(/^(?:fatal|error): /, '');
}
