/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figures } from './case.ts';
import type { ChildReport } from './child.ts';

const PATIENCE = 10 * 60_000;
const MEBIBYTE = 1024 * 1024;

/** What every process of a benchmark needs to know. */
export interface Bench {
  /** Where the bundled children are. */
  readonly children: string;
  /** A folder for everything that is written; Node keeps the compiled form of programs there, too. */
  readonly scratch: string;
  /** For how many milliseconds a child repeats its work. */
  readonly repeatFor: number;
}

/** What a child works on. */
export interface Task {
  /** Where its workload is. */
  readonly folder: string;
  /** Of what it looks for, as many as it must find. */
  readonly expected: number;
  /** Options of Node's that it needs. */
  readonly options?: readonly string[];
  /** What else it has to know. */
  readonly args?: readonly string[];
}

/**
 * Measures inside a fresh process.
 *
 * @param script from the folder of the children
 * @throws Error where it fails, or finds something else than is there
 */
export function measureChild<Figure extends string>(
  bench: Bench,
  script: string,
  { folder, expected, options = [], args = [] }: Task,
): Figures<Figure> {
  const command = [...options, join(bench.children, script), folder, String(bench.repeatFor), ...args];
  const { stdout } = run(command, bench, folder);
  const { found, figures } = JSON.parse(stdout) as ChildReport<Figure>;
  if (found !== expected) throw new Error(`${script} found ${found} in ${folder}, where ${expected} are`);
  return figures;
}

/**
 * Measures a whole process of Node, from its start to its end: milliseconds, and bytes.
 *
 * @param args its arguments, with the script
 * @param env besides what every process has
 * @throws Error where it fails
 */
export function measureCommand(
  bench: Bench,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
): Figures<'took' | 'peakMemory'> {
  const watch = join(bench.children, 'measuring/ours/peak-memory.cjs');
  const { took, told } = run(['--require', watch, ...args], bench, folder, env);
  return { took, peakMemory: Number(told) };
}

function run(args: readonly string[], { scratch }: Bench, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const { PATH, HOME } = process.env;
  const start = performance.now();
  const { status, output, error } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME, TMPDIR: scratch, NO_COLOR: '1', ...env },
    timeout: PATIENCE,
    maxBuffer: 64 * MEBIBYTE,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const took = performance.now() - start;
  const [, stdout = '', stderr = '', told = ''] = (output ?? []).map((text) => text ?? '');
  if (error) throw error;
  if (status !== 0) throw new Error(`node ${args.join(' ')}\nended with ${status}\n${stdout}${stderr}`);
  return { took, stdout: String(stdout), told: String(told) };
}
