import type { UntimedEvent } from '@poise/generator/playing';
import {
  RECORD,
  type RecordAnswer,
  type RecordParams,
  SIMULATE,
  type SimulateParams,
  type SimulationAnswer,
} from '@poise/server/protocol';
import { afterEach, describe, expect, it } from 'vitest';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { Editor } from '../harness/editor.ts';

const HOUSE = `signal anger from 0 to 10 "How angry the customer sounds."
phrases blame "Doubting the customer": "are you sure", "you must have"
team supervisors "Supervisors" answers within 5 minutes
team duty_manager answers within 10 minutes
boundary no_blame "Never doubt the customer"
  never say blame
  say instead "Help me understand what happened."
`;

const LAMP = `use "house.playbook"
playbook damaged_item "Arrived damaged"
  owner   "Customer Care"
  version 1.1.0
signal channel one of phone, chat fixed
signal vip     yes or no
signal value   in GBP
field  damage  text "What is broken"
action cold_transfer "Put them through without a word"
trigger broken
  when customer says "arrived broken/smashed"
step hear "Listen first"
  goal "The customer feels heard."
  say  "Tell me what you found."
    or "I am sorry about {damage}."
  record damage
  done when damage is known
step agree "Agree what happens next"
  goal  "The customer knows what happens next."
  do on phone "Give them a moment."
  offer refund  "All of it back" worth up to 150 GBP
  offer voucher "Something off the next order" worth 20 GBP when vip
  offer extra   "A new one, and your money back" worth 200 GBP
  never offer refund when value is more than 500 GBP
boundary warm_handover
  never do cold_transfer
boundary limits "Large refunds need a yes"
  never offer refund over 100 GBP, offer extra over 100 GBP unless approved by supervisors
escalation furious "Anger that does not come down"
  when anger is at least 9
  to supervisors, then duty_manager after 5 minutes
`;

const ANOTHER = `playbook another "Another"
  owner   "Customer Care"
  version 1.0.0
signal waited in hours
action pay_out
step hear
  say "Yes?"
  done when waited is at least 9 hours
`;
const CALLING = LAMP.replace('  done when', '  complete another when waited is at least 9 days\n  done when');
const BOTH = { 'another.playbook': ANOTHER, 'lamp.playbook': `${CALLING}signal waited in days\n` };

const OPENING = '2026-11-25 10:00';
const SMASHED: UntimedEvent = { type: 'customerSays', text: 'It arrived smashed', reports: { anger: 4 } };
const NOTED: UntimedEvent = { type: 'agentRecords', field: 'damage', value: 'The shade' };

let editor: Editor;
afterEach(() => editor.end());

async function open(files: Readonly<Record<string, string>> = { 'house.playbook': HOUSE, 'lamp.playbook': LAMP }) {
  editor = await Editor.on(new Map(Object.entries(files)));
  await editor.settled();
}

function ask(events: readonly UntimedEvent[], more: Partial<SimulateParams> = {}): Promise<SimulationAnswer> {
  const params: SimulateParams = { uri: 'file:///lamp.playbook', opening: OPENING, events, ...more };
  return editor.connection.sendRequest(SIMULATE, params);
}

/** What comes of events where the playbook can be tried out. */
async function simulate(events: readonly UntimedEvent[], more: Partial<SimulateParams> = {}) {
  const answer = await ask(events, more);
  if (answer.kind !== 'simulation') throw new Error(`nothing was played: ${answer.kind}`);
  return answer.simulation;
}

function record(events: readonly UntimedEvent[], title = 'Tried out'): Promise<RecordAnswer> {
  const params: RecordParams = { uri: 'file:///lamp.playbook', opening: OPENING, events, title };
  return editor.connection.sendRequest(RECORD, params);
}

const texts = (items: readonly { readonly label: string; readonly text: string }[]): readonly string[] =>
  items.map(({ label, text }) => `${label}: ${text}`);

describe('what an agent would see', () => {
  it('is known as soon as the files have been read', async () => {
    editor = await Editor.on(
      new Map([
        ['house.playbook', HOUSE],
        ['lamp.playbook', LAMP],
      ]),
    );
    expect((await editor.whileReading(() => ask([]))).kind).toBe('simulation');
  });

  it('is nothing but house rules before anything has happened', async () => {
    await open();
    const { card, forbidden, timeline, time, state } = await simulate([]);
    expect({ timeline, time, state }).toEqual({ timeline: [], time: 'wednesday 10:00', state: 'open' });
    expect(texts(card)).toEqual(['playbook: none at work']);
    expect(texts(forbidden)).toEqual(['never: no_blame — Never doubt the customer']);
  });

  it('is the step with its words, and what one can do about each', async () => {
    await open();
    const { card, timeline } = await simulate([SMASHED]);
    expect(texts(card)).toEqual([
      'playbook: damaged_item — Arrived damaged',
      'step: hear — Listen first',
      'goal: The customer feels heard.',
      'say: “Tell me what you found.”',
      'or: “I am sorry about {damage}.”',
      'record: damage',
    ]);
    expect(card.map(({ suggestions = [] }) => suggestions)).toEqual([
      [],
      [
        {
          does: 'event',
          words: 'It is done',
          event: { type: 'agentCompletes', step: 'hear', playbook: 'damaged_item' },
        },
      ],
      [],
      [{ does: 'event', words: 'Say this', event: { type: 'agentSays', text: 'Tell me what you found.' } }],
      // With a fact in it that isn't known, it isn't to be said.
      [],
      [{ does: 'record', field: 'damage' }],
    ]);
    expect(timeline).toMatchObject([{ who: 'customer', isSaid: true, reported: ['`anger` is 4'], isHeldBack: false }]);
    expect(texts(timeline[0]?.caused ?? [])).toEqual(['starts: damaged_item — Arrived damaged']);
  });

  it('is all that is forbidden, also by rules that are called the same', async () => {
    const calm = 'boundary hear "Listen first"\n  never say "calm down"\n  say instead "I am sorry about {damage}."\n';
    const lamp = LAMP.replace('  done when', '  never offer anything\n  done when');
    await open({ 'house.playbook': HOUSE, 'lamp.playbook': `${lamp}${calm}` });
    const { forbidden } = await simulate([SMASHED]);
    const hear = forbidden.filter(({ text }) => text === 'hear — Listen first');
    expect(hear.map(({ more = [] }) => more.map(({ text }) => text))).toEqual([
      ['offer anything'],
      ['say “calm down”', 'instead: “I am sorry about {damage}.”'],
    ]);
  });

  it('says what made it so, and where that stands', async () => {
    await open();
    const { timeline } = await simulate([SMASHED]);
    const [started] = timeline[0]?.caused ?? [];
    expect(started?.why).toMatchObject([
      { at: { file: 'lamp.playbook', line: LAMP.split('\n').indexOf('trigger broken') + 1 } },
    ]);
    expect(await ask([SMASHED])).toMatchObject({ files: { 'house.playbook': 'file:///house.playbook' } });
  });

  it('holds back a reply, marks the words that are in the way, and says what to say instead', async () => {
    await open();
    const draft = 'So you must have dropped it?';
    const judged = (await simulate([SMASHED], { draft })).draft;
    expect(judged).toMatchObject({
      isAllowed: false,
      text: [
        { text: 'So ', isForbidden: false },
        { text: 'you must have', isForbidden: true },
        { text: ' dropped it?', isForbidden: false },
      ],
    });
    expect(texts(judged?.items ?? [])).toContain('instead: “Help me understand what happened.”');
    expect((await simulate([SMASHED], { draft: 'I am sorry.' })).draft).toMatchObject({ isAllowed: true });
    const said = [SMASHED, { type: 'agentSays', text: draft }] as const;
    const { timeline, card } = await simulate(said);
    expect(timeline[1]).toMatchObject({ isHeldBack: true });
    // Where nothing can be said any more, nothing is judged.
    expect((await simulate([...said, { type: 'agentCloses' }], { draft })).draft).toBeUndefined();
    expect(card).toEqual((await simulate([SMASHED])).card);
  });

  it('brings people in as time passes, to the next thing due', async () => {
    await open();
    const furious: UntimedEvent = { ...SMASHED, reports: { anger: 9 } };
    const { nextDue, card } = await simulate([furious]);
    expect(nextDue).toEqual({ seconds: 300, words: 'at 10:05, in 5 minutes' });
    const [escalates] = card;
    expect(escalates?.suggestions).toMatchObject([
      { words: '`supervisors` answer', event: { type: 'teamAnswers', team: 'supervisors' } },
      { words: 'It is settled' },
    ]);
    const later = await simulate([furious, { type: 'timePasses', seconds: 300 }]);
    expect(later.time).toBe('wednesday 10:05');
    expect(texts(later.timeline[1]?.caused ?? [])).toEqual(['asked: duty_manager, at 10:05']);
  });

  it('lets a team decide on an offer, and the customer answer it', async () => {
    await open();
    const offered: UntimedEvent = { type: 'agentOffers', offer: 'refund', worth: { amount: 120, currency: 'GBP' } };
    const before = [
      { type: 'reports', values: { value: 150 } },
      SMASHED,
      NOTED,
      { type: 'agentSays', text: 'I see.' },
    ] as const;
    const { timeline, answers, card } = await simulate([...before, offered]);
    expect(timeline[4]).toMatchObject({ isHeldBack: true, caused: [{ label: 'blocked' }, { label: 'because' }] });
    expect(timeline[4]?.caused[1]?.suggestions).toMatchObject([
      { words: '`supervisors` approve' },
      { words: '`supervisors` decline' },
    ]);
    expect(answers).toEqual([]);
    expect(card.find(({ label }) => label === 'offer')?.suggestions).toEqual([
      { does: 'offer', offer: 'refund', worth: { amount: 150, currency: 'GBP' }, isOpenWorth: true },
    ]);
    const closed = card.find(({ text }) => text.startsWith('extra'));
    expect(closed?.text).toBe(
      'extra — A new one, and your money back, worth 200 GBP: the boundary `limits` forbids it: `supervisors` could approve it',
    );
    expect(closed?.suggestions).toMatchObject([
      { does: 'offer' },
      { words: '`supervisors` approve' },
      { does: 'event' },
    ]);
    const approved = [...before, { type: 'teamApproves', team: 'supervisors', offer: 'refund' }, offered] as const;
    expect((await simulate(approved)).answers.map((answer) => 'words' in answer && answer.words)).toEqual([
      'Accept `refund`',
      'Decline `refund`',
    ]);
    expect((await simulate([...approved, { type: 'customerDeclines', offer: 'refund' }])).answers).toEqual([]);
  });

  it('knows the signals and fields, what fits them, and which of them rules wait for', async () => {
    await open();
    const { facts } = await simulate([
      { type: 'reports', values: { channel: 'phone' } },
      SMASHED,
      NOTED,
      { type: 'agentSays', text: 'I see.' },
    ]);
    expect(facts).toMatchObject([
      { id: 'damage', kind: 'field', type: { type: 'text' }, text: 'The shade' },
      { id: 'channel', isFixed: true, text: 'phone' },
      { id: 'vip', kind: 'signal', type: { type: 'flag' }, value: null, waiting: 1 },
      { id: 'value', type: { type: 'money', currency: 'GBP' } },
      { id: 'anger', type: { type: 'range', min: 0, max: 10 }, value: 4, waiting: 0 },
    ]);
  });

  it('offers what nothing asks for, so that one can see it held back', async () => {
    await open();
    const event: UntimedEvent = { type: 'agentDoes', action: 'cold_transfer' };
    const { otherActs } = await simulate([SMASHED]);
    expect(otherActs).toEqual([{ does: 'event', words: 'Put them through without a word', event }]);
    const { timeline } = await simulate([SMASHED, event]);
    expect(texts(timeline[1]?.caused ?? [])).toContain('because: the boundary `warm_handover` forbids it');
  });

  it('stops at what can’t happen', async () => {
    await open();
    const { stopped, timeline, card } = await simulate([SMASHED, { type: 'teamAnswers', team: 'supervisors' }, NOTED]);
    expect(stopped).toEqual({ event: 1, because: 'nobody has asked `supervisors`' });
    expect(timeline).toHaveLength(1);
    expect(card).toEqual((await simulate([SMASHED])).card);
    // At the opening, too, what was given before is kept.
    const given = (values: Readonly<Record<string, number>>): UntimedEvent => ({ type: 'reports', values });
    const opening = await simulate([given({ value: 2 }), given({ anger: 11 }), SMASHED]);
    expect(opening.stopped).toEqual({ event: 1, because: "`anger` can't have this value" });
    expect(opening.timeline).toHaveLength(1);
  });
});

describe('while the file is edited', () => {
  it('the last version without mistakes is played, and then the new one', async () => {
    await open();
    await simulate([SMASHED]);
    await editor.write('lamp.playbook', LAMP.replace('step hear', 'stap hear ('));
    await editor.settled();
    const broken = await ask([SMASHED]);
    expect(broken).toMatchObject({ kind: 'simulation', mistakes: expect.any(Number) });
    expect(broken.kind === 'simulation' && broken.mistakes).toBeGreaterThan(0);
    expect(broken.kind === 'simulation' && texts(broken.simulation.card)).toContain('step: hear — Listen first');
    await editor.write('lamp.playbook', LAMP.replace('Listen first', 'Only listen'));
    await editor.settled();
    const { card } = await simulate([SMASHED]);
    expect(texts(card)).toContain('step: hear — Only listen');
  });

  it('says why there is nothing to be tried out', async () => {
    await open({ 'house.playbook': HOUSE, 'lamp.playbook': LAMP.replace('step hear', 'step 5') });
    expect(await ask([])).toMatchObject({ kind: 'mistaken' });
    expect(await ask([], { uri: 'file:///house.playbook' })).toEqual({ kind: 'library' });
    expect(await ask([], { uri: 'file:///nowhere.playbook' })).toEqual({ kind: 'library' });
    await editor.write('lamp.playbook', LAMP.replace('version 1.1.0', 'version 1.1.0\n  status retired'));
    await editor.settled();
    expect(await ask([])).toEqual({ kind: 'retired' });
  });
});

describe('a scenario of it', () => {
  it('stands at the end of the file, laid out, and expects what came', async () => {
    await open();
    const answer = await record(
      [
        { type: 'reports', values: { channel: 'chat', vip: true, value: 12.5 } },
        { ...SMASHED, reports: { anger: 9 } },
        { type: 'agentSays', text: 'Are you sure?' },
        { type: 'timePasses', seconds: 300 },
        { type: 'teamAnswers', team: 'duty_manager' },
        { type: 'agentRecords', field: 'damage', value: 'The "shade"' },
        { type: 'agentSays', text: 'I see.' },
        { type: 'agentOffers', offer: 'refund', worth: { amount: 120, currency: 'GBP' } },
        { type: 'agentCloses' },
      ],
      'Doubted, and "smashed"',
    );
    if (answer.kind !== 'scenario') throw new Error(answer.reasons.join());
    const { edit, line } = answer;
    expect(edit.start).toEqual({
      line: LAMP.split('\n').length - 2,
      character: LAMP.trimEnd().split('\n').at(-1)?.length,
    });
    expect(line).toBe(LAMP.split('\n').length);
    expect(edit.text).toBe(`

scenario "Doubted, and \\"smashed\\""
  given time 2026-11-25 10:00
  given channel chat, vip yes, value 12.5 GBP
  customer says "It arrived smashed" with anger 9
  expect playbook damaged_item
  expect escalation furious to supervisors
  expect step hear
  agent says "Are you sure?"
  expect reply blocked by no_blame
  5 minutes pass
  expect escalation furious to duty_manager
  duty_manager answers
  agent records damage "The \\"shade\\""
  agent says "I see."
  expect step agree
  agent offers refund worth 120 GBP
  expect offer blocked by limits
  agent closes conversation
  expect end
`);
  });

  it('has what both playbooks know as its own playbook has it', async () => {
    await open({ 'house.playbook': HOUSE, ...BOTH });
    const events: readonly UntimedEvent[] = [{ type: 'reports', values: { waited: 5 } }, SMASHED];
    expect((await simulate(events)).timeline[0]?.text).toEqual([{ text: '`waited` is 5 days', isForbidden: false }]);
    expect(await record(events)).toMatchObject({ edit: { text: expect.stringContaining('given waited 5 days') } });
  });

  it('isn’t written where it would not fit', async () => {
    await open({ 'house.playbook': HOUSE, ...BOTH });
    expect(await record([SMASHED, { type: 'agentDoes', action: 'pay_out' }])).toMatchObject({
      kind: 'unfit',
      reasons: [expect.stringMatching(/^the conversation uses what another file declares: .*`pay_out`/)],
    });
    expect(await record([{ type: 'agentRecords', field: 'damaged', value: 'x' }])).toMatchObject({
      kind: 'unfit',
      reasons: [expect.stringContaining('`damaged`')],
    });
    await editor.write('lamp.playbook', `${LAMP}\nstep`);
    await editor.settled();
    expect(await record([SMASHED])).toEqual({
      kind: 'unfit',
      reasons: ['the file has mistakes: put them right first'],
    });
  });

  it('and none where the file is edited meanwhile, for its place would be another', async () => {
    await open({ 'house.playbook': HOUSE, 'lamp.playbook': LAMP, 'poise.json': '{}' });
    await editor.write('lamp.playbook', LAMP);
    await editor.settled();
    const recorded = editor.whileReading(async () => {
      const answer = record([SMASHED]);
      void editor.write('lamp.playbook', LAMP.replace('Listen first', 'Listen'));
      return answer;
    });
    await expect(recorded).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
  });
});
