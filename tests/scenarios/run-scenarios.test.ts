import { scenarioPlayer } from '@poise/generator/scenarios';
import { describe, expect, it } from 'vitest';
import { playAll, scenariosIn } from './play.ts';

/** A playbook that starts by its own name. */
function playbook(
  id: string,
  more: { readonly heading?: string; readonly step?: string; readonly rest?: string } = {},
) {
  return `playbook ${id} "${id}"
  owner   "Customer Operations"
  version 1.0.0
  ${more.heading ?? ''}
trigger asked
  when customer says "${id.replaceAll('_', ' ')}"
step begin
  goal "It begins."
  say  "Yes?"
  ${more.step ?? ''}
${more.rest ?? ''}`;
}

const documentsOf = async (files: Readonly<Record<string, string>>, id: string) =>
  (await scenariosIn(files)).find((one) => one.playbook === id)?.documents.map((document) => document.id);

const SCENARIO = 'scenario "One"\n  customer says "first one"\n  expect step begin\n';

describe('what a scenario is played with', () => {
  it('is the playbook itself, and nothing else that happens to be there', async () => {
    const files = {
      'a.playbook': playbook('first_one', { rest: SCENARIO }),
      'b.playbook': playbook('other', { heading: 'beats everything' }),
    };
    expect(await documentsOf(files, 'first_one')).toEqual(['first_one']);
  });

  it('is besides what it needs or beats by name, and what these do', async () => {
    const files = {
      'a.playbook': playbook('first_one', {
        step: 'complete second when attempts is 1\n  continue with third',
        rest: SCENARIO,
      }),
      'b.playbook': playbook('second', { heading: 'beats fourth' }),
      'c.playbook': playbook('third', {
        rest: 'team desk answers within 1 minute\nescalation late\n  when waiting is at least 3 minutes\n  to desk\n  continue with fifth',
      }),
      'd.playbook': playbook('fourth'),
      'e.playbook': playbook('fifth'),
      'f.playbook': playbook('sixth', { heading: 'beats first_one' }),
    };
    expect(await documentsOf(files, 'first_one')).toEqual(['fifth', 'first_one', 'fourth', 'second', 'third']);
  });

  it('is besides what its own scenarios expect, or expect not', async () => {
    const files = {
      'a.playbook': playbook('first_one', { rest: `${SCENARIO}  expect no playbook second\n` }),
      'b.playbook': playbook('second', { rest: 'scenario "Two"\n  expect no playbook third\n' }),
      'c.playbook': playbook('third'),
    };
    expect(await documentsOf(files, 'first_one')).toEqual(['first_one', 'second']);
  });
});

describe('the status of a playbook', () => {
  it('that is a draft makes no difference to its own scenarios', async () => {
    const [run] = await playAll({ 'a.playbook': playbook('first_one', { heading: 'status draft', rest: SCENARIO }) });
    expect(run).not.toHaveProperty('failure');
    expect(run?.documents.map(({ status }) => status)).toEqual(['active']);
  });

  it('that is a draft keeps it from starting in those of others', async () => {
    const [run] = await playAll({
      'a.playbook': playbook('first_one', {
        rest: 'scenario "One"\n  customer says "second"\n  expect playbook second\n',
      }),
      'b.playbook': playbook('second', { heading: 'status draft' }),
    });
    expect(run?.failure).toMatchObject({ because: [{ kind: 'inactive', status: 'draft' }] });
  });

  it('that is retired leaves its scenarios out', async () => {
    const [one] = await scenariosIn({
      'a.playbook': playbook('first_one', { heading: 'status retired', rest: SCENARIO }),
    });
    expect(one?.scenarios ?? []).toEqual([]);
  });
});

it('a rule of the playbook itself isn’t one of the same name in another', async () => {
  const careful = 'boundary careful\n  never say "calm down"\n';
  const files = {
    'a.playbook': playbook('first_one', {
      rest: `${careful}scenario "One"
  customer says "second"
  agent says "Calm down"
  expect reply blocked
  expect no playbook first_one
  expect playbook second
  expect no reply blocked by careful
`,
    }),
    'b.playbook': playbook('second', { rest: careful }),
  };
  const [run] = await playAll(files);
  expect(run).not.toHaveProperty('failure');
});

it('what came of one line is what came of all its events', async () => {
  const rest = `signal vip yes or no
field issue text
boundary polite
  each time issue is known
    first time warn "Please."
scenario "One"
  customer says "first one"
  given issue "It hums", vip yes
  expect warning
`;
  const [run] = await playAll({ 'a.playbook': playbook('first_one', { step: 'record issue', rest }) });
  expect(run?.turns.map(({ event }) => event.type)).toEqual(['customerSays', 'agentRecords', 'reports']);
  expect(run).not.toHaveProperty('failure');
});

it('a run holds the guidance and the facts before the first event and after each', async () => {
  const rest = `signal anger from 0 to 10
boundary calm
  never say "no" when anger is at least 5
scenario "One"
  given anger 3
  customer says "first one" with anger 7
  expect step begin
  agent says "No."
  expect reply allowed
  customer says "Never reached"
  expect end
`;
  const [run] = await playAll({ 'a.playbook': playbook('first_one', { rest }) });
  expect(run?.opening.facts.first_one).toMatchObject({ anger: 3 });
  expect(run?.turns.map(({ facts }) => facts.first_one?.anger)).toEqual([7, 7]);
  expect(run?.turns.map(({ guidance }) => guidance.step?.id)).toEqual(['begin', 'begin']);
  expect(run?.failure).toMatchObject({
    kind: 'expectation',
    was: { verdict: { allowed: false } },
    because: [{ kind: 'blocked', block: { id: 'calm', because: { anger: 7 } } }],
  });
});

it('each scenario is played by itself, whichever was before', async () => {
  const rest = `${SCENARIO}scenario "Two"\n  expect no playbook first_one\n`;
  const [one] = await scenariosIn({ 'a.playbook': playbook('first_one', { rest }) });
  if (!one) throw new Error('there is no scenario');
  const player = scenarioPlayer(one);
  const [first, second] = one.scenarios.map(player);
  const reversed = one.scenarios.toReversed().map(scenarioPlayer(one));
  expect(reversed).toEqual([second, first]);
  expect(second).not.toHaveProperty('failure');
});
