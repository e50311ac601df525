import { createCompiler } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import { expect, test } from 'vitest';
import { coveringOf } from '../../../analysis/src/states/covering.ts';
import { StateSpace } from '../../../analysis/src/states/state-space.ts';
import { playbookText } from '../../../bench/analysis/playbook.ts';
import { memoryHost } from '../../harness/memory-host.ts';

const compiler = createCompiler();

/** The triggers of a playbook that this is the text of, in its state space. */
async function triggersOf(text: string) {
  const files = new Map([['asked.playbook', text]]);
  const { outputs } = await compiler.compile([...files.keys()], memoryHost(files), {
    today: '2026-11-22',
    proofs: false,
  });
  const written = outputs.find(({ name }) => name !== 'index.json');
  if (!written) throw new Error('the playbook has errors');
  const playbook = JSON.parse(written.text) as Playbook;
  const space = new StateSpace([playbook]);
  const triggers = playbook.triggers.flatMap(({ id, when }) => {
    const decided = space.scopes[0]?.decide(when);
    return decided ? [{ id, holds: decided.certain }] : [];
  });
  return { space, triggers };
}

async function coveringTrigger(...conditions: readonly [string, ...string[]]): Promise<readonly string[] | undefined> {
  const text = `playbook asked "Asked"
  owner "Customer Operations"
  version 1.0.0
signal anger from 0 to 10
signal vip yes or no
${conditions.map((condition, index) => `trigger number_${index + 1}\n  when ${condition}`).join('\n')}
step hear
  say "Hello."
`;
  const { space, triggers } = await triggersOf(text);
  const [last, ...earlier] = triggers.toReversed();
  return last && coveringOf(last.holds, earlier.reverse(), space)?.map(({ id }) => id);
}

test('one that covers is enough, and is named alone', async () => {
  expect(await coveringTrigger('vip', 'anger is at least 5', 'anger is at least 8')).toEqual(['number_2']);
});

test('several cover together, and no more of them are named than need be', async () => {
  const found = await coveringTrigger(
    'anger is at most 4',
    'anger is more than 7',
    'vip',
    'not vip',
    'vip is known and anger is 6',
  );
  expect(found).toEqual(['number_3', 'number_4']);
});

test('what is left over, be it one state, is not covered', async () => {
  expect(await coveringTrigger('anger is less than 6', 'anger is more than 6', 'anger is known')).toBeUndefined();
  expect(await coveringTrigger('vip', 'not vip', 'anger is 6')).toBeUndefined();
});

test('what always holds between facts counts', async () => {
  const said = (times: string) => `customer has said "lost parcel"${times}`;
  expect(await coveringTrigger(said(''), 'vip', said(' at least 3 times'))).toEqual(['number_1']);
  expect(await coveringTrigger(said(' at least 3 times'), 'vip', said(''))).toBeUndefined();
});

test('what never holds is covered by nothing', async () => {
  expect(await coveringTrigger('vip', 'anger is at least 8 and anger is at most 3')).toBeUndefined();
});

test('it says the same as all of them together in one diagram', async () => {
  const { space, triggers } = await triggersOf(playbookText(120));
  let covered = 0;
  for (const [index, { holds }] of triggers.entries()) {
    const earlier = triggers.slice(0, index);
    const found = coveringOf(holds, earlier, space);
    const all = space.diagrams.any(earlier.map((one) => one.holds));
    expect(found !== undefined).toBe(space.canHold(holds) && space.includes(all, holds));
    if (!found) continue;
    covered += 1;
    expect(space.includes(space.diagrams.any(found.map((one) => one.holds)), holds)).toBe(true);
    for (const one of found) {
      const others = found.filter((other) => other !== one);
      expect(space.includes(space.diagrams.any(others.map((other) => other.holds)), holds)).toBe(false);
    }
  }
  expect(covered).toBeGreaterThan(2);
});
