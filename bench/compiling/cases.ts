import { join } from 'node:path';
import type { Case } from '../measuring/case.ts';
import { type Bench, measureChild } from '../measuring/processes.ts';
import type { RunFigure } from '../measuring/runs.ts';
import { type CommandCases, commandCases, OUTPUT_FOLDER, type Three } from './commands.ts';
import { type Corpus, compiledCorpus, sizeOf, writeCorpus } from './corpus.ts';
import { graphqlTypes } from './graphql-types.ts';
import { typeSpecModels } from './typespec-models.ts';
import { manyFiles, oneFile, type Workload } from './workloads.ts';

/** How large the workloads are. */
export interface CompilingSizes {
  readonly smallLines: number;
  /** Of the large file; also measured with a half, a quarter and an eighth of it. */
  readonly lines: number;
  /** Of about 100 lines each; also a half, a quarter and an eighth of them. */
  readonly files: number;
}

/** What a compiler takes for a corpus, inside a process. */
export interface CompileCase extends Case<RunFigure> {
  readonly subject: Subject;
  readonly corpus: Corpus;
}

/** What is measured inside a process: the names in the report, and the child that measures it. */
const CHILDREN = {
  Poise: 'compiling/ours/poise.cjs',
  TypeSpec: 'compiling/peers/typespec.mjs',
  GraphQL: 'compiling/peers/graphql.mjs',
  'JSON.parse': 'compiling/ours/json.cjs',
} as const;
export type Subject = keyof typeof CHILDREN;

/** Cases that are compared with the first of them. */
export type Compared = readonly [CompileCase, ...CompileCase[]];

/** All that is measured of compiling. */
export interface CompilingCases {
  /** Ours, the peers and the floor on as many lines. */
  readonly compared: Three<Compared>;
  /** Ours at 1, 2, 4 and 8 times the size; the last of them is in `compared`, too. */
  readonly growing: { readonly one: Compared; readonly many: Compared };
  readonly commands: CommandCases;
}

/**
 * Writes all that is needed, and has each command run once: from then on Node has the compiled form of programs, Poise the results, the machine the files.
 *
 * @throws Error where a command fails
 */
export function prepareCompiling(bench: Bench, { smallLines, lines, files }: CompilingSizes): CompilingCases {
  const write = (name: string, workload: Workload) => writeCorpus(join(bench.scratch, name), workload);
  const compile = (subject: Subject, corpus: Corpus) => compileCase(bench, subject, corpus);
  const ours = (name: string, workload: Workload) => compile('Poise', write(name, workload));

  const small = ours('small', oneFile(smallLines));
  const one = ours('one', oneFile(lines));
  const many = ours('many', manyFiles(files));
  const playbooks = { small: small.corpus, one: one.corpus, many: many.corpus };
  const models = mapThree(playbooks, ({ files, lines }, name) =>
    write(`${name}-typespec`, typeSpecModels(files, lines / files)),
  );
  const commands = commandCases(bench, playbooks, models);
  for (const command of Object.values(commands)) command.measure();

  const comparedWith = (poise: CompileCase, typeSpec: Corpus, name: string): Compared => [
    poise,
    compile('TypeSpec', typeSpec),
    compile('GraphQL', write(`${name}-graphql`, graphqlTypes(poise.corpus.lines))),
    compile('JSON.parse', compiledCorpus(poise.corpus, join(poise.corpus.folder, OUTPUT_FOLDER))),
  ];
  const growing = (name: string, largest: CompileCase, workloadOf: (part: number) => Workload): Compared => [
    ours(`${name}-eighth`, workloadOf(8)),
    ours(`${name}-quarter`, workloadOf(4)),
    ours(`${name}-half`, workloadOf(2)),
    largest,
  ];
  return {
    compared: {
      small: comparedWith(small, models.small, 'small'),
      one: comparedWith(one, models.one, 'one'),
      many: comparedWith(many, models.many, 'many'),
    },
    growing: {
      one: growing('one', one, (part) => oneFile(Math.round(lines / part))),
      many: growing('many', many, (part) => manyFiles(Math.round(files / part))),
    },
    commands,
  };
}

/** Each case once. */
export function compilingCases({ compared, growing, commands }: CompilingCases): readonly Case[] {
  const groups = [...Object.values(compared), ...Object.values(growing), Object.values(commands)];
  return [...new Set<Case>(groups.flat())];
}

function compileCase(bench: Bench, subject: Subject, corpus: Corpus): CompileCase {
  return {
    name: `${subject}, ${sizeOf(corpus)}`,
    subject,
    corpus,
    measure: () =>
      measureChild<RunFigure>(bench, CHILDREN[subject], { folder: corpus.folder, expected: corpus.definitions }),
  };
}

function mapThree<From, To>(three: Three<From>, map: (one: From, name: keyof Three<From>) => To): Three<To> {
  return { small: map(three.small, 'small'), one: map(three.one, 'one'), many: map(three.many, 'many') };
}
