/// <reference types="node" />
import { readFileSync } from 'node:fs';

/** What one run gave, to be sure that it did its work. */
export interface Outcome {
  /** Steps of a playbook, models of TypeSpec, object types of GraphQL. */
  readonly definitions: number;
}

/** What a child process found out about its subject. It is printed as JSON. */
export interface ChildReport extends Outcome {
  /** Milliseconds of the first run in the process, with everything loaded but nothing made yet. */
  readonly first: number;
  /** Milliseconds of a run once the machine has got used to it: the median of the later half of the runs after the first. */
  readonly warm: number;
  /** The most memory the process had until the first run ended, in bytes. */
  readonly peakMemory: number;
}

/**
 * Measures a subject in this process, which does nothing else, and prints a `ChildReport`. The arguments are the folder of the workload and for how many
 * milliseconds to repeat.
 *
 * @param prepare what doesn't count: reading the texts
 */
export async function measureInChild(
  prepare: (folder: string) => (() => Outcome) | (() => Promise<Outcome>),
): Promise<void> {
  const [folder = '.', milliseconds = '0'] = process.argv.slice(2);
  const run = prepare(folder);
  const timed = async () => {
    const start = performance.now();
    const outcome = await run();
    return { ...outcome, took: performance.now() - start };
  };
  const { definitions, took: first } = await timed();
  const peakMemory = peakMemoryNow();
  const later: number[] = [];
  const end = performance.now() + Number(milliseconds);
  while (later.length < 3 || performance.now() < end) later.push((await timed()).took);
  const report: ChildReport = { definitions, first, warm: medianOfLaterHalf(later), peakMemory };
  process.stdout.write(JSON.stringify(report), () => process.exit());
}

/**
 * The most memory that this process has had until now, in bytes.
 *
 * What Linux answers by way of `resourceUsage` isn't less than what the process that started this one had then; its own account of the process is exact.
 */
export function peakMemoryNow(): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(ownStatus())?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kibibytes) * 1024;
}

function ownStatus(): string {
  return process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
}

function medianOfLaterHalf(values: readonly number[]): number {
  const later = values.slice(Math.floor(values.length / 2)).sort((a, b) => a - b);
  return later[Math.floor(later.length / 2)] ?? Number.NaN;
}
