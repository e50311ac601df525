import { createCompiler } from '@poise/generator';
import { type CoverageKind, coverageOf, figuresOf, isCovered, reachesPercent } from '@poise/generator/coverage';
import { scenarioPlayer } from '@poise/generator/scenarios';
import type { Playbook } from '@poise/runtime';
import { expect, test } from 'vitest';
import { memoryHost } from '../harness/memory-host.ts';
import { shippedSources } from '../harness/shipped.ts';

/** What is shipped is tried out: every rule and every step by a scenario, and nearly every limit on both sides. */
const sources = shippedSources();
const { outputs, scenarios } = await createCompiler().compile([...sources.keys()], memoryHost(sources), {
  today: '2026-11-22',
});
const documents = outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => JSON.parse(text) as Playbook);
const runs = scenarios.flatMap((playbook) => playbook.scenarios.map(scenarioPlayer(playbook)));
const { items } = coverageOf(documents, runs);

function missed(kind: CoverageKind): string[] {
  return items
    .filter((item) => item.kind === kind && !isCovered(item))
    .map(({ at, name, missing }) => `${at.file}:${at.line} ${name} ${missing}`);
}

test('every rule comes to bear', () => {
  expect(missed('rules')).toEqual([]);
});

test('every step is entered', () => {
  expect(missed('steps')).toEqual([]);
});

test('nine in ten thresholds, or more, are seen close by on both sides', () => {
  const { thresholds } = figuresOf(items);
  expect(thresholds.total).toBeGreaterThan(200);
  expect(reachesPercent(thresholds, 90), missed('thresholds').join('\n')).toBe(true);
});
