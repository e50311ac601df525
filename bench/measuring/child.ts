/// <reference types="node" />
/** What every child process is: told its workload, it measures, and tells what it found. */
import { readFileSync } from 'node:fs';
import type { Figures } from './case.ts';

/** What a child found out about its subject. It is printed as JSON. */
export interface ChildReport<Figure extends string> {
  /** How many it found of what it looks for, to be sure that it did its work. */
  readonly found: number;
  readonly figures: Figures<Figure>;
}

/** What a child is told. */
export interface Told {
  /** The folder of its workload. */
  readonly folder: string;
  /** For how many milliseconds to repeat its work. */
  readonly repeatFor: number;
  readonly args: readonly string[];
}

export function told(): Told {
  const [folder = '.', milliseconds = '0', ...args] = process.argv.slice(2);
  return { folder, repeatFor: Number(milliseconds), args };
}

/** Prints what was found, and ends the process. */
export function tell<Figure extends string>(report: ChildReport<Figure>): void {
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
