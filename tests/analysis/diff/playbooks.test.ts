import { createCompiler } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import { expect, test } from 'vitest';
import { memoryHost } from '../../harness/memory-host.ts';
import { obeysLaws, summaryOf } from './laws.ts';

const compiler = createCompiler();

async function documentsOf(files: Readonly<Record<string, string>>): Promise<readonly Playbook[]> {
  const host = memoryHost(new Map(Object.entries(files)));
  const { outputs } = await compiler.compile(Object.keys(files), host, { today: '2026-11-22', proofs: false });
  return outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => JSON.parse(text) as Playbook);
}

const HOUSE = 'boundary calm\n  never say "calm down"\n';

function playbook(id: string, more = '', version = '1.2.3'): string {
  return `use "house.playbook"\nplaybook ${id}\n  owner "Care"\n  version ${version}\nstep hear\n  say "Yes?"\n${more}`;
}

test('a rule that several playbooks use is told once, and owed by each', async () => {
  const before = { 'house.playbook': HOUSE, 'a.playbook': playbook('a'), 'b.playbook': playbook('b', '', '0.4.0') };
  const after = {
    ...before,
    'house.playbook': HOUSE.replace('"calm down"', '"calm down" when messages is at least 5'),
  };
  const { changes, playbooks } = obeysLaws(await documentsOf(before), await documentsOf(after));
  const told = changes.filter((change) => change.class !== 'same');
  expect(told.map((change) => [change.playbooks, summaryOf(change)])).toEqual([
    [['a', 'b'], 'loosened boundary calm: never say "calm down"'],
  ]);
  expect(playbooks.map(({ owed }) => owed)).toEqual([
    { step: 'major', least: '2.0.0', isPaid: false },
    { step: 'major', least: '0.5.0', isPaid: false },
  ]);
});

test('a playbook that doesn’t use the house rules any more has lost them', async () => {
  const before = { 'house.playbook': HOUSE, 'a.playbook': playbook('a'), 'b.playbook': playbook('b') };
  const after = { ...before, 'b.playbook': playbook('b').replace('use "house.playbook"', '') };
  const told = obeysLaws(await documentsOf(before), await documentsOf(after)).changes.filter(
    (change) => change.class === 'lost',
  );
  expect(told.map((change) => [change.playbooks, summaryOf(change)])).toEqual([[['b'], 'lost boundary calm']]);
});

test('a rule that goes into a file of the house is in force earlier', async () => {
  const before = { 'house.playbook': 'signal vip yes or no\n', 'a.playbook': playbook('a', HOUSE) };
  const after = { 'house.playbook': HOUSE, 'a.playbook': playbook('a') };
  const { changes } = obeysLaws(await documentsOf(before), await documentsOf(after));
  expect(changes.filter((change) => change.class !== 'same').map(summaryOf)).toEqual(['tightened boundary calm']);
});

test('playbooks come and go as a whole, and owe nothing then', async () => {
  const before = { 'house.playbook': HOUSE, 'a.playbook': playbook('a') };
  const after = { 'house.playbook': HOUSE, 'b.playbook': playbook('b') };
  const { changes, playbooks } = obeysLaws(await documentsOf(before), await documentsOf(after));
  expect(changes.map(summaryOf)).toEqual(['lost playbook a', 'new playbook b']);
  expect(playbooks.map(({ id, before: was, after: is, owed }) => [id, was, is, owed])).toEqual([
    ['a', '1.2.3', undefined, undefined],
    ['b', undefined, '1.2.3', undefined],
  ]);
});

test.each([
  ['1.2.4', false],
  ['1.3.0', true],
  ['2.0.0', true],
  ['1.1.9', false],
])('what does more owes a second number: %s', async (version, isPaid) => {
  const before = { 'house.playbook': '', 'a.playbook': playbook('a') };
  const after = { 'house.playbook': '', 'a.playbook': playbook('a', HOUSE, version) };
  const { playbooks } = obeysLaws(await documentsOf(before), await documentsOf(after));
  expect(playbooks.map(({ owed }) => owed)).toEqual([{ step: 'minor', least: '1.3.0', isPaid }]);
});
