/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ChildReport } from './children/measure-in-child.ts';
import type { Corpus } from './corpus.ts';

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

/** What one process took: milliseconds, and bytes. */
export interface Sample {
  readonly took: number;
  /** Once used to it; only of what is measured inside a process. */
  readonly warm?: number;
  readonly peakMemory: number;
}

/** Measures inside a fresh process. @throws Error where it fails, or finds something else than is there */
export function measureChild(bench: Bench, script: string, { folder, definitions }: Corpus): Sample {
  const { stdout } = run([join(bench.children, script), folder, String(bench.repeatFor)], bench, folder);
  const report = JSON.parse(stdout) as ChildReport;
  if (report.definitions !== definitions) {
    throw new Error(`${script} found ${report.definitions} definitions in ${folder}, where ${definitions} are`);
  }
  return { took: report.first, warm: report.warm, peakMemory: report.peakMemory };
}

/**
 * Measures a whole process of Node, from its start to its end.
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
): Sample {
  const { took, told } = run(['--require', join(bench.children, 'peak-memory.cjs'), ...args], bench, folder, env);
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
