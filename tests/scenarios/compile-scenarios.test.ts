import type { Scenario, ScenarioItem } from '@poise/generator/scenarios';
import { describe, expect, it } from 'vitest';
import { scenariosIn } from './play.ts';

const HEADING = `playbook tried "Tried out"
  owner   "Customer Operations"
  version 1.0.0
`;

const PARTS = `
signal channel one of phone, chat
signal vip     yes or no
signal anger   from 0 to 10
signal delay   in days
signal held    in minutes
signal price   in GBP
signal speed   number
signal calls   count
signal due     date
field  issue   text
field  wish    one of refund, exchange
field  refund  in GBP
action hold
team   supervisors answers within 5 minutes
wording terms "These are the terms."
  in welsh "Dyma'r telerau."
  in canadian_french "Voici les conditions."
trigger asked
  when customer says "my lamp"
step hear
  goal "It is heard."
  say  "Tell me."
  offer gift "A gift" worth 5 GBP
  record issue, wish, refund
  do hold
escalation furious
  when anger is at least 9
  to supervisors
`;

async function scenarioOf(lines: string, more = ''): Promise<Scenario> {
  const text = `${HEADING}${PARTS}${more}\nscenario "One"\n${lines}\n`;
  const [playbook] = await scenariosIn({ 'a.playbook': text });
  const [scenario] = playbook?.scenarios ?? [];
  if (!scenario) throw new Error('there is no scenario');
  return scenario;
}

async function eventsOf(lines: string): Promise<readonly object[]> {
  const { items, opening } = await scenarioOf(lines);
  return items.flatMap((item) => {
    if (item.kind === 'expect') return [];
    const { at, ...event } = item.event;
    return [{ ...event, ...(at !== opening.time && { after: (at - opening.time) / 1000 }) }];
  });
}

const expectations = (items: readonly ScenarioItem[]) =>
  items.flatMap((item) => (item.kind === 'expect' ? [{ ...item.expectation, negated: item.negated }] : []));

const timeOf = async (line: string, more?: string) => {
  const { opening } = await scenarioOf(`${line}\n  customer says "my lamp"\n  expect step hear`, more);
  return new Date(opening.time).toISOString();
};

describe('what is given', () => {
  it('before anything happens, opens the conversation; values are in the unit that they were declared in', async () => {
    const { opening } = await scenarioOf(`
  given channel phone, vip yes, delay 36 hours, held 2 hours
  given price 12.50 GBP, speed -1.5, calls 3, due 2026-11-30, anger 8, language welsh
  customer says "my lamp"
  expect step hear`);
    expect(opening).toEqual({
      time: Date.UTC(2026, 0, 6, 12),
      language: 'cy',
      reports: {
        channel: 'phone',
        vip: true,
        delay: 1.5,
        held: 120,
        price: 12.5,
        speed: -1.5,
        calls: 3,
        due: 20261130,
        anger: 8,
      },
    });
  });

  it('is recorded by the agent, where it is a field', async () => {
    expect(
      await eventsOf('given issue "It \\"hums\\"" ", and blinks", wish refund, refund 5 GBP\n  expect no end'),
    ).toEqual([
      { type: 'agentRecords', field: 'issue', value: 'It "hums" , and blinks' },
      { type: 'agentRecords', field: 'wish', value: 'refund' },
      { type: 'agentRecords', field: 'refund', value: 5 },
    ]);
  });

  it('later on is a report of its own, or a record', async () => {
    const lines = 'given anger 1\n  customer says "my lamp"\n  given anger 2, wish refund, vip no\n  expect no end';
    expect(await eventsOf(lines)).toEqual([
      { type: 'customerSays', text: 'my lamp' },
      { type: 'agentRecords', field: 'wish', value: 'refund' },
      { type: 'reports', values: { anger: 2, vip: false } },
    ]);
    expect((await scenarioOf(lines)).opening.reports).toEqual({ anger: 1 });
  });
});

describe('what happens', () => {
  it('is an event each', async () => {
    expect(
      await eventsOf(`
  customer says "my lamp" with anger 9, issue "It hums"
  customer accepts
  customer declines gift
  agent says "Tell me."
  agent says terms
  agent offers gift
  agent offers gift worth 4.50 GBP
  agent records wish exchange
  agent does hold
  agent completes hear
  agent ends furious
  supervisors answer
  supervisors approve gift
  supervisors decline reply
  90 seconds pass
  1 day passes
  agent closes conversation
  expect end`),
    ).toEqual([
      { type: 'agentRecords', field: 'issue', value: 'It hums' },
      { type: 'customerSays', text: 'my lamp', reports: { anger: 9 } },
      { type: 'customerAccepts' },
      { type: 'customerDeclines', offer: 'gift' },
      { type: 'agentSays', text: 'Tell me.' },
      { type: 'agentSays', text: 'These are the terms.' },
      { type: 'agentOffers', offer: 'gift' },
      { type: 'agentOffers', offer: 'gift', worth: { amount: 4.5, currency: 'GBP' } },
      { type: 'agentRecords', field: 'wish', value: 'exchange' },
      { type: 'agentDoes', action: 'hold' },
      { type: 'agentCompletes', step: 'hear', playbook: 'tried' },
      { type: 'agentEnds', escalation: 'furious' },
      { type: 'teamAnswers', team: 'supervisors' },
      { type: 'teamApproves', team: 'supervisors', offer: 'gift' },
      { type: 'teamDeclines', team: 'supervisors' },
      { type: 'timePasses', after: 90 },
      { type: 'timePasses', after: 86490 },
      { type: 'agentCloses', after: 86490 },
    ]);
  });

  it.each([
    ['welsh', "Dyma'r telerau."],
    ['canadian_french', 'Voici les conditions.'],
    ['french', 'These are the terms.'],
    ['english', 'These are the terms.'],
  ])('a wording is said in %s', async (language, text) => {
    const events = await eventsOf(`given language ${language}\n  agent says terms\n  expect no end`);
    expect(events).toEqual([{ type: 'agentSays', text }]);
  });

  it('has its place and its words', async () => {
    const text = `${HEADING}${PARTS}\nscenario "One"\n  customer says "my lamp"\n    with anger 3  // calm\n  expect no end\n`;
    const [playbook] = await scenariosIn({ 'sub/a.playbook': text });
    const line = `${HEADING}${PARTS}`.split('\n').length + 1;
    const [scenario] = playbook?.scenarios ?? [];
    expect(scenario?.at).toEqual({ file: 'sub/a.playbook', line, column: 1 });
    expect(scenario?.items.map(({ at, text: words }) => [at.line - line, at.column, words])).toEqual([
      [1, 3, 'customer says "my lamp" with anger 3'],
      [3, 3, 'expect no end'],
    ]);
  });
});

it('what is expected names house rules without a playbook, and the playbook’s own with it', async () => {
  const house = `team supervisors answers within 5 minutes
signal anger from 0 to 10
boundary kind
  never say "calm down"
escalation storm
  when anger is at least 9
  to supervisors
`;
  const own = `use "house.playbook"
${HEADING}
field issue text
wording terms "These are the terms."
trigger asked
  when customer says "my lamp"
step hear
  goal "It is heard."
  say  "Tell me."
  record issue
  offer gift "A gift"
  promise ring within 1 day
boundary mine
  never offer gift
escalation late
  when waiting is at least 3 minutes
  tell supervisors
follow up later
  when anger is at least 2
  within 1 day
  say "Well?"
agent care breather
  when anger is at least 8
  do "Breathe."
scenario "All of them"
  expect step hear
  expect no say "Tell " "me."
  expect say terms
  expect offer gift
  expect offer blocked
  expect reply allowed by kind
  expect no action blocked by mine
  expect warning
  expect boundary kind
  expect escalation
  expect escalation late
  expect no escalation storm to supervisors
  expect handover issue, anger
  expect playbook tried
  expect follow up later
  expect agent care breather
  expect promise ring
  expect end
`;
  const playbooks = await scenariosIn({ 'own.playbook': own, 'house.playbook': house });
  expect(expectations(playbooks[0]?.scenarios[0]?.items ?? [])).toEqual([
    { kind: 'step', step: 'hear', negated: false },
    { kind: 'say', text: 'Tell  me.', negated: true },
    { kind: 'say', wording: 'terms', negated: false },
    { kind: 'offer', offer: 'gift', negated: false },
    { kind: 'verdict', act: 'offer', verdict: 'blocked', negated: false },
    { kind: 'verdict', act: 'reply', verdict: 'allowed', by: 'kind', negated: false },
    { kind: 'verdict', act: 'action', verdict: 'blocked', by: 'mine', playbook: 'tried', negated: true },
    { kind: 'warning', negated: false },
    { kind: 'boundary', boundary: 'kind', negated: false },
    { kind: 'escalation', negated: false },
    { kind: 'escalation', escalation: 'late', playbook: 'tried', negated: false },
    { kind: 'escalation', escalation: 'storm', team: 'supervisors', negated: true },
    { kind: 'handover', facts: ['issue', 'anger'], negated: false },
    { kind: 'playbook', playbook: 'tried', negated: false },
    { kind: 'followUp', followUp: 'later', negated: false },
    { kind: 'agentCare', agentCare: 'breather', playbook: 'tried', negated: false },
    { kind: 'promise', promise: 'ring', negated: false },
    { kind: 'end', negated: false },
  ]);
});

const openIn = (...zones: readonly string[]) =>
  zones
    .map(
      (zone, index) => `
team desk${index} answers within 5 minutes
  open daily 08:00 to 20:00 "${zone}"
escalation to_desk${index}
  when anger is at least ${index + 1}
  to desk${index}
`,
    )
    .join('');

describe('when it takes place', () => {
  it.each([
    ['', '2026-01-06T12:00:00.000Z'],
    ['given time monday 00:30', '2026-01-05T00:30:00.000Z'],
    ['given time sunday 23:59', '2026-01-11T23:59:00.000Z'],
    ['given time 2026-11-27 19:50', '2026-11-27T19:50:00.000Z'],
    ['given time 2024-02-29 00:00', '2024-02-29T00:00:00.000Z'],
  ])('%s: in UTC, where no team has hours', async (line, time) => {
    expect(await timeOf(line)).toBe(time);
  });

  it.each([
    ['Europe/Berlin', '', '2026-01-06T11:00:00.000Z'],
    ['Europe/Berlin', 'given time monday 00:30', '2026-01-04T23:30:00.000Z'],
    ['America/New_York', 'given time friday 19:50', '2026-01-10T00:50:00.000Z'],
    ['Europe/London', 'given time 2026-07-01 09:00', '2026-07-01T08:00:00.000Z'],
    // Clocks show this twice: the first time.
    ['Europe/London', 'given time 2026-10-25 01:30', '2026-10-25T00:30:00.000Z'],
    // Clocks leap over this: an hour later they show 02:30.
    ['Europe/London', 'given time 2026-03-29 01:30', '2026-03-29T01:30:00.000Z'],
  ])('in %s: %s', async (zone, line, time) => {
    expect(await timeOf(line, openIn(zone))).toBe(time);
  });

  it('in UTC, where teams are in two zones', async () => {
    expect(await timeOf('', openIn('Europe/Berlin', 'America/New_York'))).toBe('2026-01-06T12:00:00.000Z');
  });

  it.each([
    ['valid from 2026-03-04', 'given time wednesday 12:00', '2026-03-04T12:00:00.000Z'],
    ['valid from 2026-03-04', '', '2026-03-10T12:00:00.000Z'],
    ['valid from 2025-12-01', '', '2026-01-06T12:00:00.000Z'],
    ['valid from 2025-06-05 until 2025-12-31', '', '2025-06-10T12:00:00.000Z'],
  ])('on the first such day on which the playbook may start: %s, %s', async (validity, line, time) => {
    const text = `${HEADING}  ${validity}\n${PARTS}\nscenario "One"\n${line}\n  customer says "my lamp"\n  expect step hear\n`;
    const [playbook] = await scenariosIn({ 'a.playbook': text });
    expect(new Date(playbook?.scenarios[0]?.opening.time ?? 0).toISOString()).toBe(time);
  });

  it('on a day that is one in UTC as well', async () => {
    const heading = `${HEADING}  valid from 2026-03-04\n`;
    const scenario = 'scenario "One"\n  given time wednesday 00:30\n  customer says "my lamp"\n  expect step hear\n';
    const text = `${heading}${PARTS}${openIn('Europe/Berlin')}\n${scenario}`;
    const [playbook] = await scenariosIn({ 'a.playbook': text });
    expect(new Date(playbook?.scenarios[0]?.opening.time ?? 0).toISOString()).toBe('2026-03-10T23:30:00.000Z');
  });
});
