import { analyseTogether } from '@poise/analysis';
import { compileWorkspace } from '@poise/generator';
import { load, type Playbook } from '@poise/runtime';
import { expect, test } from 'vitest';
import { StateSpace } from '../../../analysis/src/states/state-space.ts';
import { Meetings } from '../../../analysis/src/together/meetings.ts';
import { occasionsOf } from '../../../analysis/src/together/occasions.ts';
import { startersOf } from '../../../analysis/src/together/starters.ts';
import { memoryHost } from '../../harness/memory-host.ts';

/** How a playbook declares the signal, and what its trigger asks of it. */
type Declared = readonly [type: string, when: string];

/** Which playbooks are looked at beside each other, by their places. */
async function pairsOf(all: readonly Declared[]): Promise<string[]> {
  const playbooks = await compiled(all);
  const starters = startersOf(playbooks, undefined);
  const space = new StateSpace(starters.map(({ triggersOnly }) => triggersOnly));
  const meetings = new Meetings(space, starters);
  return occasionsOf(space, meetings.conditions)
    .flatMap((occasion) =>
      [...meetings.pairsOf(occasion)].map((pair) => pair.map((place) => Number(starters[place]?.subject.id.slice(1)))),
    )
    .map((pair) => pair.join(' '));
}

async function compiled(all: readonly Declared[]): Promise<readonly Playbook[]> {
  const sources = new Map(
    all.map(([type, when], number) => [
      `p${number}.playbook`,
      `playbook p${number} "Playbook ${number}"
  owner "Customer Operations"
  version 1.0.0
signal matter ${type}
trigger asked when ${when}
step hear
  goal "The customer feels heard."
  say "Thank you for telling me."
`,
    ]),
  );
  const { outputs } = await compileWorkspace([...sources.keys()], memoryHost(sources), { today: '2026-11-22' });
  const loaded = load(outputs.filter(({ name }) => name !== 'index.json').map(({ text }) => text));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.playbooks;
}

test('of many playbooks that declare one signal in many ways, only those are looked at that one report may start together', async () => {
  const apart = Array.from(
    { length: 100 },
    (_, number): Declared => [`one of parcel_${number}, other_${number}`, `matter is parcel_${number}`],
  );
  expect(await pairsOf(apart)).toEqual([]);
  expect(await pairsOf([...apart, ['one of letter, parcel_40', 'matter is parcel_40']])).toEqual(['100 40']);
});

test.each<[string, Declared, Declared, boolean]>([
  [
    'ranges that share a number',
    ['from 0 to 10', 'matter is at least 8'],
    ['from 5 to 20', 'matter is at most 8'],
    true,
  ],
  [
    'a number that is beyond the other’s range',
    ['from 0 to 10', 'matter is at most 10'],
    ['from 5 to 20', 'matter is more than 10'],
    false,
  ],
  ['numbers apart', ['from 0 to 10', 'matter is at least 8'], ['from 5 to 20', 'matter is at most 6'], false],
  ['whole numbers and any', ['count', 'matter is at least 8'], ['number', 'matter is more than 9'], true],
  ['numbers and words', ['from 0 to 10', 'matter is at least 8'], ['one of parcel, letter', 'matter is parcel'], false],
  ['words and any text', ['one of parcel, letter', 'matter is known'], ['text', 'matter is known'], true],
  ['a yes and a no', ['yes or no', 'matter'], ['yes or no', 'not matter'], false],
  ['a yes and a word', ['yes or no', 'matter'], ['one of parcel, letter', 'matter is known'], false],
])('%s', async (_what, one, other, isPair) => {
  expect(await pairsOf([one, other])).toEqual(isPair ? ['0 1'] : []);
});

test('what one report says is told once', async () => {
  const [found] = analyseTogether(
    await compiled([
      ['from 0 to 10', 'matter is at least 5'],
      ['from 0 to 20', 'matter is at least 6'],
    ]),
  );
  expect(found?.data.circumstances).toEqual([{ kind: 'value', fact: 'matter', value: '6' }]);
});
