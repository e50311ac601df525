/// <reference types="node" />
import { execFileSync, type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The command as it ships: what is tested is the bundle, made by `npm run build`. */
export const POISE = fileURLToPath(new URL('../../cli/bin/poise.js', import.meta.url));

if (!existsSync(join(dirname(POISE), '../dist/poise.mjs')))
  throw new Error('the command has to be built first: npm run build');

/** `nobody`: to be without the permissions that a superuser always has. */
const NOBODY = 65534;

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Run as a user for whom file permissions count. */
  readonly unprivileged?: boolean;
  /** CommonJS that is run in the process first, to bring about in time what is hard to time from outside. */
  readonly preload?: string;
}

/** Runs the command and waits for its end. A hang is a failure, after a minute. */
export function poise(args: readonly string[], options: RunOptions): Outcome {
  return run(process.execPath, [POISE, ...args], options);
}

/** Runs a line of shell in which `poise` is the command. */
export function shell(line: string, options: RunOptions): Outcome {
  return run('bash', ['-c', `poise() { "$NODE" "$POISE" "$@"; }; ${line}`], {
    ...options,
    env: { ...options.env, NODE: process.execPath, POISE },
  });
}

function run(command: string, args: readonly string[], options: RunOptions): Outcome {
  const spawnOptions: SpawnSyncOptions & { encoding: 'utf8' } = {
    ...processOptions(options),
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  };
  const { status, stdout, stderr, error } = spawnSync(command, args, spawnOptions);
  if (error) throw error;
  return { status, stdout, stderr };
}

/** In which folder, with what around it and as whom a process runs. */
export function processOptions({ cwd, env, unprivileged, preload }: RunOptions) {
  return {
    cwd,
    env: { PATH: process.env.PATH, ...(preload && { NODE_OPTIONS: `--require=${preloadFile(preload)}` }), ...env },
    ...(unprivileged && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
  };
}

function preloadFile(code: string): string {
  const file = join(emptyFolder(), 'preload.cjs');
  writeFileSync(file, code);
  return file;
}

/** An empty folder, everybody's to read, which goes when the test ends. */
export function emptyFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'poise-test-')));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with these files, by path. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder();
  put(folder, files);
  return folder;
}

/** Writes files into a folder, by path. */
export function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Git without what its user has set. */
export function git(cwd: string, ...args: readonly string[]): void {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null', HOME: cwd };
  const user = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];
  execFileSync('git', [...user, ...args], { cwd, env });
}

/** A playbook in which nothing is found. */
export function soundPlaybook(id: string, title = 'A title'): string {
  return `playbook ${id} "${title}"
  about   "What it is for."
  owner   "Customer Operations"
  version 1.0.0
  status  active
  review by 2999-12-31

trigger start
  when customer says "trouble with ${id.replaceAll('_', ' ')}"

step hear "Listen"
  goal "The customer feels heard."
  say  "Thank you for telling me."

scenario "It starts"
  customer says "trouble with ${id.replaceAll('_', ' ')}"
  expect step hear
`;
}

/** A playbook with one error, `goall` on line 13. */
export function brokenPlaybook(id: string): string {
  return soundPlaybook(id).replace('goal', 'goall');
}

/** No trace of a stack, and no more than the lines that a person is meant to read. */
export function isPlainLine(text: string): boolean {
  return /^[^\n]+\n$/.test(text) && !/\bat .*:\d+:\d+/.test(text);
}
