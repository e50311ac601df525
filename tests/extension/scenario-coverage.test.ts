import { type FileCoverage, PLAY_SCENARIOS, type PlayScenariosAnswer } from '@poise/server/protocol';
import { afterEach, expect, test } from 'vitest';
import { partsOf, summed } from '../../extension/src/scenarios/sum-coverage.ts';
import { Editor } from '../harness/editor.ts';

const HOUSE = `signal anger from 0 to 10
boundary kind "Be kind"
  never say "calm down" when anger is at least 7
`;
const ABOUT = (what: string): string => `use "house.playbook"
playbook ${what} "About a ${what}"
  owner   "Customer Care"
  version 1.0.0
trigger broken when customer says "${what}"
step hear
  say "Tell me."
scenario "Nobody is told to calm down"
  customer says "My ${what} is broken" with anger 8
  agent says "Please calm down"
  expect reply blocked by kind
`;

let editor: Editor;
afterEach(() => editor.end());

async function coverageOf(name: string): Promise<readonly FileCoverage[]> {
  const uri = `file:///${name}.playbook`;
  const answer: PlayScenariosAnswer = await editor.connection.sendRequest(PLAY_SCENARIOS, { uri });
  return answer.kind === 'played' ? answer.coverage : [];
}

test('what several files cover of one that they share adds up', async () => {
  const texts = Object.entries({ house: HOUSE, lamp: ABOUT('lamp'), vase: ABOUT('vase') });
  editor = await Editor.on(new Map(texts.map(([name, text]) => [`${name}.playbook`, text])));
  await editor.settled();
  const both = summed([...(await coverageOf('lamp')), ...(await coverageOf('vase'))]);
  expect(both.map(({ uri }) => uri).sort()).toEqual(
    ['house', 'lamp', 'vase'].map((name) => `file:///${name}.playbook`),
  );
  const house = partsOf(both.find(({ uri }) => uri.endsWith('house.playbook'))?.items ?? []);
  const kind = house.find(({ whole }) => whole.name === 'boundary kind: `never say`');
  expect(kind?.whole.hits).toBe(2);
  // `anger` was above the threshold, and never below it.
  expect(kind?.branches.map(({ hits }) => hits)).toEqual([0, 2]);
});
