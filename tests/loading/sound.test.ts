import { compileWorkspace } from '@poise/generator';
import { load } from '@poise/runtime';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { canonicalText, printed } from '../harness/sound-workspace/layout.ts';
import { anyChoices, soundWorkspace } from '../harness/sound-workspace/workspace.ts';
import { baselineTexts } from './baselines.ts';

test('the shipped playbooks are loaded, as texts and as objects, in the order of their ids', () => {
  const texts = baselineTexts();
  const documents = texts.map((text) => JSON.parse(text));
  expect(load(texts)).toEqual({ ok: true, playbooks: documents });
  expect(load(documents.toReversed())).toEqual({ ok: true, playbooks: documents });
  expect(load([])).toEqual({ ok: true, playbooks: [] });
});

test('what is loaded does not change with what was given', () => {
  const given = JSON.parse(baselineTexts()[0] ?? '');
  const loaded = load([given]);
  const before = JSON.stringify(loaded);
  given.steps.length = 0;
  given.title = 'changed';
  expect(JSON.stringify(loaded)).toBe(before);
});

test(
  'whatever a sound workspace compiles to is loaded',
  () =>
    fc.assert(
      fc.asyncProperty(anyChoices, async (choices) => {
        const sources = printed(soundWorkspace(choices), canonicalText);
        const { outputs } = await compileWorkspace([...sources.keys()], memoryHost(sources), {
          today: '2026-11-22',
          proofs: false,
        });
        const texts = outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => text);
        expect(load(texts)).toEqual({ ok: true, playbooks: texts.map((text) => JSON.parse(text)) });
      }),
      runs(25),
    ),
  PATIENCE,
);
