/// <reference types="node" />
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from '../measuring/case.ts';
import { type Bench, measureCommand } from '../measuring/processes.ts';
import { TODAY } from '../today.ts';
import { type Corpus, sizeOf } from './corpus.ts';

/** A whole command, from the start of its process to the end. */
export interface CommandCase extends Case<'took' | 'peakMemory'> {
  /** As one would type it, and what else is to know of the run. */
  readonly command: string;
  /** What it works on. */
  readonly on: string;
}

/** The same amount of text in three forms: one small file, one large file, many files. */
export type Three<T> = Readonly<Record<'small' | 'one' | 'many', T>>;

export type CommandCases = ReturnType<typeof commandCases>;

/** Where `poise build` writes to, in the folder of what it builds. */
export const OUTPUT_FOLDER = 'dist';
const BUILD = `build --out ${OUTPUT_FOLDER}`;
const UNCHANGED = ', nothing changed since the last time';

const POISE = fileURLToPath(new URL('../../cli/bin/poise.js', import.meta.url));
const STARTER = fileURLToPath(new URL('../../cli/templates/starter', import.meta.url));
const TSP = join(createRequire(import.meta.url).resolve('@typespec/compiler'), '../../../cmd/tsp.js');

/**
 * Every command that is measured. Each must have run once before it counts, in this order.
 *
 * @param ours playbooks
 * @param typeSpec models
 */
export function commandCases(bench: Bench, ours: Three<Corpus>, typeSpec: Three<Corpus>) {
  const starter = { folder: join(bench.scratch, 'starter'), on: 'the starter' };
  cpSync(STARTER, starter.folder, { recursive: true });
  // Results are kept only where a workspace has its root.
  for (const { folder } of Object.values(ours)) writeFileSync(join(folder, 'poise.json'), '{}\n');
  const small = placeOf(ours.small);
  const one = placeOf(ours.one);
  const many = placeOf(ours.many);

  const poise = (args: string, place: Place, { remark = '', ...run }: Details = {}): CommandCase =>
    commandCase(bench, [POISE, ...args.split(' '), '--today', TODAY], `\`poise ${args}\`${remark}`, place, run);
  const tsp = (corpus: Corpus): CommandCase =>
    commandCase(bench, [TSP, 'compile', 'main.tsp', '--no-emit'], '`tsp compile --no-emit`', placeOf(corpus));
  const forgetResults = () => rmSync(join(many.folder, '.poise-cache'), { recursive: true, force: true });

  return {
    node: commandCase(bench, ['-e', '0'], '`node -e 0`', { folder: bench.scratch, on: 'nothing' }),
    starterBare: poise('check --no-cache', starter, {
      remark: ', Node keeping nothing either',
      env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    }),
    starter: poise('check --no-cache', starter),
    starterAgain: poise('check', starter, { remark: UNCHANGED }),
    small: poise('check --no-cache', small),
    smallAgain: poise('check', small, { remark: UNCHANGED }),
    buildSmall: poise(`${BUILD} --no-cache`, small),
    tspSmall: tsp(typeSpec.small),
    buildOne: poise(`${BUILD} --no-cache`, one),
    tspOne: tsp(typeSpec.one),
    buildMany: poise(`${BUILD} --no-cache`, many),
    buildManyKept: poise(BUILD, many, { remark: ', the first time', before: forgetResults }),
    buildManyAgain: poise(BUILD, many, { remark: UNCHANGED }),
    tspMany: tsp(typeSpec.many),
  };
}

interface Place {
  readonly folder: string;
  readonly on: string;
}

interface Details {
  readonly remark?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Done first, and not measured. */
  readonly before?: () => void;
}

function placeOf(corpus: Corpus): Place {
  return { folder: corpus.folder, on: sizeOf(corpus) };
}

function commandCase(
  bench: Bench,
  args: readonly string[],
  command: string,
  { folder, on }: Place,
  { env = {}, before }: Details = {},
): CommandCase {
  return {
    name: `${command}, ${on}`,
    command,
    on,
    measure: () => {
      before?.();
      return measureCommand(bench, args, folder, env);
    },
  };
}
