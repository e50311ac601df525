/// <reference types="node" />
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { grouped } from '../reporting/numbers.ts';
import type { Workload } from './workloads.ts';

/** A workload in a folder of its own. */
export interface Corpus {
  readonly folder: string;
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
  /** Steps, models or types: as many as whoever reads it must find. */
  readonly definitions: number;
}

const DEFINITION = /^(?:step|model|type) /gm;

/** Writes a workload into a folder, which is made. */
export function writeCorpus(folder: string, workload: Workload): Corpus {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of workload) writeFileSync(join(folder, name), text);
  const texts = [...workload.values()];
  const sum = (measure: (text: string) => number) => texts.reduce((total, text) => total + measure(text), 0);
  return {
    folder,
    files: texts.length,
    lines: sum((text) => text.split('\n').length - 1),
    bytes: sum((text) => Buffer.byteLength(text)),
    definitions: sum((text) => text.match(DEFINITION)?.length ?? 0),
  };
}

/** What a corpus was compiled to, in a folder of its own: its lines are still those of the source, so that speeds can be compared. */
export function compiledCorpus(source: Corpus, folder: string): Corpus {
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  return { ...source, folder, files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Its size, for people: `10,000 lines`, `106,080 lines in 1,000 files`. */
export function sizeOf({ files, lines }: Corpus): string {
  const shown = `${grouped(lines)} lines`;
  return files === 1 ? shown : `${shown} in ${grouped(files)} files`;
}
