import { compileWorkspace } from '@poise/generator';
import { expect, test } from 'vitest';
import { ReadyScenarios } from '../../../server/src/scenarios/ready-scenarios.ts';
import { memoryHost } from '../../harness/memory-host.ts';
import { FILES } from './setup.ts';

test('a scenario is played once, whoever asks what comes of it', async () => {
  const options = { today: '2026-11-22', scenarios: true };
  const { scenarios } = await compileWorkspace(['lamp.playbook'], memoryHost(new Map(Object.entries(FILES))), options);
  const [lamp] = scenarios;
  if (!lamp) throw new Error('there is nothing to be played');
  const ready = new ReadyScenarios(lamp);
  const runs = ready.scenarios.map((scenario) => ready.play(scenario));
  const covered = ready.coveredIn('house.playbook');
  for (const [index, scenario] of ready.scenarios.entries()) expect(ready.play(scenario)).toBe(runs[index]);
  expect(ready.coveredIn('house.playbook')).toBe(covered);
  // To leave out the documents that say nothing of a file makes no difference.
  expect(covered).toEqual(ready.coveredBy(ready.scenarios).get('house.playbook'));
  const thanks = ready.coveredIn('thanks.playbook');
  expect(thanks.length).toBeGreaterThan(0);
  expect(thanks).toEqual(ready.coveredBy(ready.scenarios).get('thanks.playbook'));
});
