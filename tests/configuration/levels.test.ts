import { compileWorkspace } from '@poise/generator';
import { expect, test } from 'vitest';
import { memoryHost } from '../harness/memory-host.ts';

const PLAYBOOK = `playbook late "Late delivery"
  owner "Customer Operations"
  version 1.0.0
trigger late
  when customer says "where is my parcel"
step hear
  say "It comes with the blue van."
phrases carrier: "the blue van"
boundary no_carrier
  never say carrier
`;

const compile = (severity: object, text = PLAYBOOK, others: object = {}) => {
  const files = new Map([
    ['late.playbook', text],
    ['poise.json', JSON.stringify({ severity, ...others })],
  ]);
  return compileWorkspace(['late.playbook'], memoryHost(files), { today: '2026-11-22' });
};

test('a warning that is raised to an error keeps no proof from running, but everything from being written', async () => {
  const { findings, outputs } = await compile({ 'missing-goal': 'error' });
  expect(findings.map(({ severity, code }) => [severity, code])).toEqual([
    ['error', 'missing-goal'],
    ['error', 'forbidden-phrase'],
  ]);
  expect(outputs).toEqual([]);
  const sound = await compile(
    { 'missing-goal': 'error' },
    PLAYBOOK.replace('It comes with the blue van.', 'Thank you.'),
  );
  expect([sound.findings.length, sound.outputs]).toEqual([1, []]);
});

test('what is switched off isn’t counted for the playbook, either', async () => {
  const { playbooks } = await compile({ 'missing-goal': 'off' });
  expect(playbooks.map(({ findings }) => findings)).toEqual([1]);
});

test('wording is looked at in English only', async () => {
  const blaming = PLAYBOOK.replace('It comes with the blue van.', 'You should have asked.');
  const codes = async (locale: string) => {
    const { findings } = await compile({ 'missing-goal': 'off' }, blaming, { locale });
    return findings.map(({ code }) => code);
  };
  expect(await codes('en-GB')).toEqual(['blaming-words']);
  expect(await codes('de')).toEqual([]);
});
