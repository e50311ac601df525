/// <reference types="node" />
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programOf } from '../hosts/debian.ts';

const POISE = fileURLToPath(new URL('../../../cli/bin/poise.js', import.meta.url));
const SHIPPED = fileURLToPath(new URL('../../../playbooks', import.meta.url));

/** Does something in an empty folder, and clears it away. */
export async function inScratch<Result>(work: (scratch: string) => Promise<Result>): Promise<Result> {
  const scratch = mkdtempSync(join(tmpdir(), 'poise-editor-'));
  try {
    return await work(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Makes a copy of the shipped playbooks. @returns where */
export function copyOfPlaybooks(scratch: string): string {
  const copy = join(scratch, 'playbooks');
  cpSync(SHIPPED, copy, { recursive: true });
  return copy;
}

/** Makes a workspace a Git repository, with all that is in it in one commit on the branch `main`. */
export function commitAll(workspace: string): void {
  git(workspace, 'init', '--quiet', '--initial-branch=main');
  git(workspace, 'config', 'user.name', 'Somebody');
  git(workspace, 'config', 'user.email', 'somebody@example.com');
  git(workspace, 'config', 'commit.gpgSign', 'false');
  git(workspace, 'add', '--all');
  git(workspace, 'commit', '--quiet', '--message', 'The shipped playbooks');
}

/** Adds a branch to such a repository, where a file says something else in the place of some words. */
export function addBranch(workspace: string, branch: string, path: string, words: string, others: string): void {
  const file = join(workspace, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(words)) throw new Error(`${path} doesn't say \`${words}\``);
  git(workspace, 'switch', '--quiet', '--create', branch);
  writeFileSync(file, text.replace(words, others));
  git(workspace, 'commit', '--quiet', '--all', '--message', `${others} for ${words}`);
  git(workspace, 'switch', '--quiet', 'main');
}

function git(workspace: string, ...what: readonly string[]): void {
  // Nothing of what the user of this machine has set up.
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync(programOf('git'), what, { cwd: workspace, env });
}

/** Installs the command `poise` in a workspace, as npm does. @returns the folder of the command */
export function installPoise(workspace: string): string {
  const folder = join(workspace, 'node_modules', '.bin');
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'poise');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${POISE}" "$@"\n`);
  chmodSync(program, 0o755);
  return folder;
}
