/// <reference types="node" />
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Corpus } from './corpus.ts';
import { type Bench, measureCommand } from './processes.ts';
import type { Case } from './rounds.ts';
import { TODAY } from './today.ts';

/** A whole command, from the start of its process to the end. */
export interface CommandCase extends Case {
  /** As one would type it. */
  readonly command: string;
  /** What it works on. */
  readonly on: string;
}

/** The same amount of source for ours and for TypeSpec. */
export type CorporaBySize<T = Corpus> = Readonly<Record<'small' | 'one' | 'many', T>>;

interface Program {
  readonly name: string;
  readonly script: string;
  /** What is added to every call, and goes without saying. */
  readonly usual: readonly string[];
}

const POISE: Program = {
  name: 'poise',
  script: fileURLToPath(new URL('../cli/bin/poise.js', import.meta.url)),
  usual: ['--today', TODAY],
};
const TSP: Program = {
  name: 'tsp',
  script: join(createRequire(import.meta.url).resolve('@typespec/compiler'), '../../../cmd/tsp.js'),
  usual: [],
};
const STARTER = fileURLToPath(new URL('../cli/templates/starter', import.meta.url));

export type CommandCases = ReturnType<typeof commandCases>;

/** Where `poise build` writes to, in the folder of what it builds. */
export const OUTPUT_FOLDER = 'dist';

/** Every command that is measured. Those that say `again` need to have run before. */
export function commandCases(bench: Bench, ours: CorporaBySize, typeSpec: CorporaBySize) {
  const starter = join(bench.scratch, 'starter');
  cpSync(STARTER, starter, { recursive: true });

  const command = (
    { name, script, usual }: Program,
    args: string,
    folder: string,
    on: string,
    { remark = '', env = {}, before = () => {} } = {},
  ): CommandCase => ({
    name: `${name} ${args} ${on} ${remark}`,
    command: `\`${name} ${args}\`${remark}`,
    on,
    measure: () => {
      before();
      return measureCommand(bench, [script, ...args.split(' '), ...usual], folder, env);
    },
  });
  const check = (corpus: Corpus, again: boolean) => command(POISE, checkArgs(again), corpus.folder, sizeOf(corpus), again ? AGAIN : {});
  const build = (corpus: Corpus, options = '--no-cache ') => command(POISE, `build ${options}--out ${OUTPUT_FOLDER}`, corpus.folder, sizeOf(corpus));
  throw 0;
}
