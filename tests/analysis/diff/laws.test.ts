import { createCompiler } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryHost } from '../../harness/memory-host.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { shippedDocuments } from '../../harness/shipped-documents.ts';
import { type SoundSources, soundSources } from '../../laws/sound.ts';
import { obeysLaws } from './laws.ts';

const compiler = createCompiler();

/** The playbooks of a workspace; none where something has an error. */
async function documentsOf(texts: ReadonlyMap<string, string>): Promise<readonly Playbook[]> {
  const { outputs } = await compiler.compile([...texts.keys()], memoryHost(texts), {
    today: '2026-11-22',
    proofs: false,
  });
  return outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => JSON.parse(text) as Playbook);
}

function classesOf(before: readonly Playbook[], after: readonly Playbook[]): ReadonlySet<string> {
  return new Set(obeysLaws(before, after).changes.map((change) => change.class));
}

test('the shipped playbooks are the same as themselves', { timeout: PATIENCE }, async () => {
  const documents = await shippedDocuments();
  expect(classesOf(documents, structuredClone(documents))).toEqual(new Set(['same']));
});

test('any sound workspace is the same as itself, in whatever layout', { timeout: PATIENCE }, async () => {
  await fc.assert(
    fc.asyncProperty(soundSources, async ({ canonical, otherwise }) => {
      const classes = classesOf(await documentsOf(canonical), await documentsOf(otherwise));
      expect([...classes]).toEqual(classes.size === 0 ? [] : ['same']);
    }),
    runs(40),
  );
});

/** The same texts with a line or a number changed: nobody knows what that does, but it is small. */
function slightlyChanged({ canonical, choices }: SoundSources): ReadonlyMap<string, string> {
  const files = [...canonical];
  const [path, text] = files[choices.below(files.length)] ?? ['', ''];
  const lines = text.split('\n');
  const at = choices.below(lines.length);
  const line = lines[at] ?? '';
  const other = /\d/.test(line) ? [line.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))] : [];
  const next = lines[at + 1] ?? '';
  const ways = [other, [], [line, line], [next, line]];
  const way = ways[choices.below(ways.length)] ?? [];
  const changed = [...lines.slice(0, at), ...way, ...lines.slice(way[0] === next ? at + 2 : at + 1)].join('\n');
  return new Map(files.map(([file, was]) => [file, file === path ? changed : was]));
}

test('what a small change does is told alike in both directions, and its situations are true', {
  timeout: PATIENCE,
}, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(soundSources, async (sources) => {
      const before = await documentsOf(sources.canonical);
      const after = await documentsOf(slightlyChanged(sources));
      // Most changes make an error, and then there is nothing to compare.
      if (after.length > 0) for (const one of classesOf(before, after)) seen.add(one);
    }),
    runs(100),
  );
  expect(seen.size).toBeGreaterThan(2);
});

test('two workspaces that have nothing to do with each other are told apart by the same laws', {
  timeout: PATIENCE,
}, async () => {
  const underOneName = (documents: readonly Playbook[]) =>
    documents.slice(0, 1).map((document) => ({ ...document, id: 'one' }));
  await fc.assert(
    fc.asyncProperty(soundSources, soundSources, async (a, b) => {
      classesOf(underOneName(await documentsOf(a.canonical)), underOneName(await documentsOf(b.canonical)));
    }),
    runs(40),
  );
});
