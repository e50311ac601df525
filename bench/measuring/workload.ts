/// <reference types="node" />
/** What a child works on, as the benchmark writes it and the child reads it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'workload.json';

/** Writes a workload into a folder, which is made. */
export function writeWorkload(folder: string, workload: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FILE), JSON.stringify(workload));
}

/** Reads what `writeWorkload` has written. */
export function readWorkload<Workload extends object>(folder: string): Workload {
  return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as Workload;
}
