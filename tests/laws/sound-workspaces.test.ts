/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { type Compilation, createCompiler } from '@poise/generator';
import { ast } from '@poise/language';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLACEMENT } from '../../language/src/structure/placement.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { canonicalText, printed } from '../harness/sound-workspace/layout.ts';
import { workspaceParser } from '../harness/sound-workspace/parsed.ts';
import { nodesIn } from '../harness/sound-workspace/plain.ts';
import { renamed } from '../harness/sound-workspace/renamed.ts';
import { anyChoices, soundWorkspace } from '../harness/sound-workspace/workspace.ts';
import { type SoundSources, soundSources, withoutPlaces } from './sound.ts';
import { problemsOf } from './valid-findings.ts';

const compiler = createCompiler();
const parse = workspaceParser();

function compile(texts: ReadonlyMap<string, string>, entries = [...texts.keys()]): Promise<Compilation> {
  return compiler.compile(entries, memoryHost(texts), { today: '2026-11-22', proofs: false });
}

async function compileSound(texts: ReadonlyMap<string, string>): Promise<Compilation> {
  const compilation = await compile(texts);
  expect(compilation.findings.map(({ file, code, message }) => `${file}: ${code}: ${message}`)).toEqual([]);
  expect(problemsOf(compilation)).toEqual([]);
  return compilation;
}

/** Whether a law holds for so many sound workspaces. */
function forSound(usual: number, law: (sources: SoundSources) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(soundSources, law), runs(usual));
}

/** The schemas as others read them: without what we generate from them. */
const schema = (name: string) => {
  const text = readFileSync(new URL(`../../runtime/schema/${name}.schema.json`, import.meta.url), 'utf8');
  return new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(text));
};
const schemas = { index: schema('index'), playbook: schema('playbook') };

test(
  'nothing is found in a sound workspace, and what it compiles to is what the schemas say',
  () =>
    forSound(15, async ({ canonical }) => {
      const { outputs } = await compileSound(canonical);
      for (const { name, text } of outputs) {
        const validate = name === 'index.json' ? schemas.index : schemas.playbook;
        validate(JSON.parse(text));
        expect({ name, errors: validate.errors ?? [] }).toEqual({ name, errors: [] });
      }
    }),
  PATIENCE,
);

test(
  'layout and remarks change nothing but places and the hash of the sources',
  () =>
    forSound(12, async ({ canonical, otherwise }) => {
      const usual = await compileSound(canonical);
      const other = await compileSound(otherwise);
      expect(withoutPlaces(other.outputs)).toEqual(withoutPlaces(usual.outputs));
    }),
  PATIENCE,
);

test(
  'what is printed is read as what it was, in any layout',
  () =>
    forSound(16, async ({ workspace, canonical, otherwise }) => {
      expect(await parse(canonical)).toEqual(workspace);
      expect(await parse(otherwise)).toEqual(workspace);
    }),
  PATIENCE,
);

test(
  'the same sources give the same bytes in any order, also where their libraries are only found by being used',
  () =>
    forSound(5, async ({ otherwise, choices, workspace }) => {
      const usual = await compile(otherwise);
      const entries = choices.shuffled([...otherwise.keys()]);
      const read = new Map(choices.shuffled([...otherwise]));
      expect((await compile(read, entries)).outputs).toEqual(usual.outputs);
      const playbooks = entries.filter((path) => workspace.get(path)?.members.some(ast.isHeading));
      expect((await compile(read, playbooks)).outputs).toEqual(usual.outputs);
    }),
  PATIENCE,
);

test(
  'the same sources give the same documents in a folder further down, but for the paths',
  () =>
    forSound(4, async ({ otherwise }) => {
      const usual = await compileSound(otherwise);
      const deeper = await compileSound(new Map([...otherwise].map(([path, text]) => [`deep down/é/${path}`, text])));
      expect(withoutPlaces(deeper.outputs)).toEqual(withoutPlaces(usual.outputs));
      expect(filesIn(deeper)).toEqual(
        filesIn(usual).map((files) => files.map(({ path, hash }) => ({ path: `deep down/é/${path}`, hash }))),
      );
    }),
  PATIENCE,
);

function filesIn({ outputs }: Compilation): { path: string; hash: string }[][] {
  return outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => JSON.parse(text).files);
}

test(
  'with everything called otherwise a sound workspace is sound, and its documents have the same shape',
  () =>
    forSound(6, async ({ workspace, canonical }) => {
      const usual = await compileSound(canonical);
      const { workspace: other, names } = renamed(workspace);
      const again = await compileSound(printed(other, canonicalText));
      const called = (name: string) => `${names.get(name.replace(/\.json$/, ''))}.json`;
      expect(shapes(again)).toEqual(new Map([...shapes(usual)].map(([name, shape]) => [called(name), shape])));
    }),
  PATIENCE,
);

/** The documents with every text and name blank. */
function shapes({ outputs }: Compilation): ReadonlyMap<string, unknown> {
  const documents = [...withoutPlaces(outputs)].filter(([name]) => name !== 'index.json');
  const blank = (_key: string, value: unknown) => (typeof value === 'string' ? '' : value);
  return new Map(documents.map(([name, document]) => [name, JSON.parse(JSON.stringify(document), blank)]));
}

/** What stands in no sound workspace, and why. */
const NEVER_SOUND: ReadonlySet<string> = new Set([
  'Stray.word', // is what means nothing
  'PlaybookFile.orphans', // are lines of no member
]);

test('sound workspaces have every kind of node, with every property', () => {
  const seen = new Set<string>();
  for (const choices of fc.sample(anyChoices, { numRuns: 100, seed: 1 })) {
    for (const node of nodesIn([...soundWorkspace(choices).values()])) {
      for (const [property, value] of Object.entries(node)) {
        if (value !== false && !(Array.isArray(value) && value.length === 0)) seen.add(`${node.$type}.${property}`);
      }
    }
  }
  const { reflection } = ast;
  const wanted = reflection
    .getAllTypes()
    .filter((type) => reflection.getAllSubTypes(type).every((subtype) => subtype === type))
    .flatMap((type) => {
      const hasLines = !Object.hasOwn(PLACEMENT, type) || PLACEMENT[type as keyof typeof PLACEMENT].length > 0;
      const properties = Object.keys(reflection.getTypeMetaData(type).properties);
      return properties.filter((property) => property !== 'items' || hasLines).map((property) => `${type}.${property}`);
    });
  expect(wanted.length).toBeGreaterThan(200);
  expect(wanted.filter((property) => !seen.has(property) && !NEVER_SOUND.has(property))).toEqual([]);
});
