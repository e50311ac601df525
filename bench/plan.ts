/// <reference types="node" />
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Corpus, compiledCorpus, writeCorpus } from './corpus.ts';
import { graphqlTypes } from './peers/graphql.ts';
import { typeSpecModels } from './peers/typespec.ts';
import { type Bench, measureChild, measureCommand } from './processes.ts';
import type { Case } from './rounds.ts';
import { TODAY } from './today.ts';
import { manyFiles, oneFile } from './workloads.ts';

/** How large the workloads are. */
export interface Sizes {
  readonly smallLines: number;
  /** Of the largest file; also measured with a half, a quarter and an eighth of it. */
  readonly lines: number;
  /** Of about 100 lines; also a half, a quarter and an eighth of them. */
  readonly files: number;
}

/** A case about a corpus. */
export interface CorpusCase extends Case {
  readonly subject: string;
  readonly corpus: Corpus;
}

/** A case of a whole command. */
export interface CommandCase extends Case {
  /** As one would type it. */
  readonly command: string;
  /** What it works on, and what of an earlier run is there. */
  readonly on: string;
}

/** Cases about the same, in a table of their own. */
export interface Group {
  readonly title: string;
  readonly cases: readonly CorpusCase[];
}

/** All that is measured. */
export interface Plan {
  /** Text to what is made of it, in one process. Ours comes first. */
  readonly compiling: Readonly<Record<'small' | 'one' | 'many', Group>>;
  /** The same work at 1, 2, 4 and 8 times the size. */
  readonly growing: Readonly<Record<'one' | 'many', Group>>;
  readonly commands: Readonly<Record<CommandName, CommandCase>>;
}

export type CommandName =
  | 'node'
  | 'starterVeryFirst'
  | 'starter'
  | 'starterAgain'
  | 'small'
  | 'smallAgain'
  | 'buildSmall'
  | 'buildOne'
  | 'buildMany'
  | 'buildManyKept'
  | 'buildManyAgain'
  | 'checkManyAgain'
  | 'tspSmall'
  | 'tspOne'
  | 'tspMany';

const SHARES = [1 / 8, 1 / 4, 1 / 2, 1];
const POISE = fileURLToPath(new URL('../cli/bin/poise.js', import.meta.url));
const STARTER = fileURLToPath(new URL('../cli/templates/starter', import.meta.url));
const TSP = join(createRequire(import.meta.url).resolve('@typespec/compiler'), '../../../cmd/tsp.js');

/** Writes all that is needed, and has each command run once: Node keeps the compiled form of programs, Poise its results, the machine what it has read. */
export function preparePlan(bench: Bench, sizes: Sizes): Plan {
  const written = (name: string, ...of: Parameters<typeof writeCorpus> extends [string, ...infer Rest] ? Rest : never) =>
    writeCorpus(join(bench.scratch, name), ...of);
  const inProcess = (subject: string, script: string, corpus: Corpus): CorpusCase => ({
    name: `${subject}, ${formatSize(corpus)}`,
    subject,
    corpus,
    measure: () => measureChild(bench, script, corpus),
  });
  const ours = (corpus: Corpus) => inProcess('Poise', 'poise.cjs', corpus);
  const growing = (name: string, workloadOf: (share: number) => ReturnType<typeof oneFile>) =>
    SHARES.map((share, index) => ours(written(`${name}-${index}`, workloadOf(share))));

  const oneCases = growing('one', (share) => oneFile(sizes.lines * share));
  throw new Error('draft');
}
