import { createCompiler } from '@poise/generator';
import { describe, expect, test } from 'vitest';
import { memoryHost } from '../../harness/memory-host.ts';
import { shippedSources } from '../../harness/shipped.ts';
import { playAll } from '../../scenarios/play.ts';
import type { Texts } from '../linked-workspace.ts';
import { type Refactored, refactoringsIn } from './refactored.ts';

const HEADING = 'playbook late "Late delivery"\n  owner   "Customer Operations"\n  version 1.0.0\n';
const STEP = 'step hear\n  goal "They feel heard."\n  say  "Tell me what happened."\n';
const PLAYBOOK = `${HEADING}
trigger late when customer says "where ... parcel", "no parcel"

${STEP}`;

/** What can be written otherwise at the `|` of a file, beside other files. */
async function at(
  marked: string,
  others: Readonly<Record<string, string>> = {},
  options = {},
): Promise<readonly Refactored[]> {
  const texts = new Map(Object.entries({ 'late.playbook': marked.replace('|', ''), ...others }));
  return (await refactoringsIn(texts, options))('late.playbook', marked.indexOf('|'));
}

async function errorsIn(texts: Texts): Promise<string[]> {
  const { findings } = await createCompiler().compile([...texts.keys()], memoryHost(texts), { today: '2026-11-22' });
  return findings.filter(({ severity }) => severity === 'error').map(({ file, message }) => `${file}: ${message}`);
}

describe('phrases where they are used become a list', () => {
  test('named after the first of them', async () => {
    const [extracted] = await at(PLAYBOOK.replace('"no', '|"no'));
    expect(extracted).toMatchObject({ kind: 'extract', title: 'Make a phrase list of these phrases' });
    expect(extracted?.texts.get('late.playbook')).toBe(
      `${HEADING}\nphrases where_parcel: "where ... parcel", "no parcel"\n\ntrigger late when customer says where_parcel\n\n${STEP}`,
    );
    expect(await errorsIn(extracted?.texts ?? new Map())).toEqual([]);
  });

  test('beside those that are named there', async () => {
    const text = `phrases where_parcel: "lost"\n\nboundary calm\n  never say |"where parcel", where_parcel\n`;
    const [extracted] = await at(text);
    expect(extracted?.texts.get('late.playbook')).toBe(
      'phrases where_parcel: "lost"\nphrases where_parcel_2: "where parcel"\n\nboundary calm\n  never say where_parcel_2, where_parcel\n',
    );
  });

  test('unless a remark stands among them', async () => {
    const remark = PLAYBOOK.replace('"where', '|"where').replace('", "', '", // they do say it\n  "');
    expect((await at(remark)).filter(({ kind }) => kind === 'extract')).toEqual([]);
  });
});

describe('a declaration moves to a library', () => {
  const LIBRARY = 'signal vip yes or no\n';
  const text = `use "shared/facts.playbook"\n\n${HEADING}\n/// By the tool.\nsignal |anger from 0 to 10 // 10 is shouting\n\ntrigger late when anger is at least 3\n\n${STEP}`;

  test('that the file uses, or to a new one, with all that is said of it', async () => {
    const moved = (await at(text, { 'shared/facts.playbook': LIBRARY })).filter(({ kind }) => kind === 'move');
    expect(moved.map(({ title }) => title)).toEqual([
      'Move to `shared/facts.playbook`',
      'Move to a new file `signals.playbook`',
    ]);
    const rest = `${HEADING}\ntrigger late when anger is at least 3\n\n${STEP}`;
    expect(Object.fromEntries(moved[0]?.texts ?? [])).toEqual({
      'late.playbook': `use "shared/facts.playbook"\n\n${rest}`,
      'shared/facts.playbook':
        'signal vip yes or no\n\n/// By the tool.\nsignal anger from 0 to 10  // 10 is shouting\n',
    });
    expect(Object.fromEntries(moved[1]?.texts ?? [])).toEqual({
      'late.playbook': `use "shared/facts.playbook"\nuse "signals.playbook"\n\n${rest}`,
      'shared/facts.playbook': LIBRARY,
      'signals.playbook': '/// By the tool.\nsignal anger from 0 to 10  // 10 is shouting\n',
    });
    for (const { texts } of moved) expect(await errorsIn(texts)).toEqual([]);
  });

  test.each<[string, string, Record<string, string>]>([
    ['if it names nothing that is unknown there', `${HEADING}phrases lost: "lost"\nphrases |all: lost, "gone"\n`, {}],
    [
      'if somebody sees something else of that name there',
      text,
      { 'shared/facts.playbook': LIBRARY, 'other.playbook': 'use "shared/facts.playbook"\nfield anger text\n' },
    ],
    ['if it is no rule', `${HEADING}boundary |calm\n  never say "calm down"\n`, {}],
    ['if it is no step', `${HEADING}step |hear\n  say "Hello."\n`, {}],
  ])('%s', async (_what, marked, others) => {
    expect((await at(marked, others, { canCreate: false })).filter(({ kind }) => kind === 'move')).toEqual([]);
  });
});

describe('a length of time is written in other units', () => {
  test.each([
    ['36 hours', ['2160 minutes'].slice(1)],
    ['2 days', ['48 hours']],
    ['90 minutes', []],
    ['60 seconds', ['1 minute']],
    ['7 days', ['1 week', '168 hours']],
  ])('%s', async (written, expected) => {
    const actions = await at(`team leads\n  answers within |${written}\n`);
    expect(actions.map(({ title }) => title)).toEqual(expected.map((words) => `Write \`${words}\``));
  });
});

describe('a scenario is written', () => {
  test('for a trigger, a first step, a boundary and an escalation', async () => {
    const rules = `${PLAYBOOK}
signal anger from 0 to 10

team leads answers within 5 minutes

escalation angry "Anger that stays"
  when anger is more than 7 for 2 messages
  to leads

boundary kind
  never say "calm down"
`;
    for (const [word, lines] of [
      ['trigger', '  expect playbook late\n  expect step hear'],
      ['step', '  expect playbook late\n  expect step hear'],
      ['escalation', '  customer says "Hello."\n  customer says "where parcel"\n  expect escalation angry'],
      ['boundary', '  agent says "calm down"\n  expect reply blocked by kind'],
    ] as const) {
      const [written] = (await at(rules.replace(`\n${word}`, `\n|${word}`))).filter(({ title }) =>
        /scenario/.test(title),
      );
      const text = written?.texts.get('late.playbook') ?? '';
      expect(text).toContain(lines);
      expect((await playAll({ 'late.playbook': text })).map(({ failure }) => failure)).toEqual([undefined]);
    }
  });

  const FACTS = 'signal anger from 0 to 10\nsignal delay in days from 0 to 10\n';
  const scenarioFor = async (rules: string): Promise<string | undefined> => {
    const found = await at(`${HEADING}\n${FACTS}\n${rules}\n${STEP}`);
    return found.find(({ title }) => title === 'Write a scenario for this')?.texts.get('late.playbook');
  };

  test.each([
    'trigger |late when customer says "refund" and messages is at least 3\n',
    'trigger |late when customer says "refund" and anger is 8 for 3 messages\n',
    'trigger |late when customer says "b" and customer has said "a"\n',
    'trigger |late when customer says "b" and customer has said "a" at least 3 times and customer says "b"\n',
    'trigger |late when anger is more than 9\n',
    'trigger |late when delay is more than 9 days\n',
    'trigger |late when customer says "lost" and messages is at least 2\n\nteam leads answers within 5 minutes\n\nescalation late_too\n  when customer says "manager"\n  to leads\n',
  ])('so that all of it is so at one time: %j', async (rules) => {
    const texts = [await scenarioFor(rules)];
    if (rules.includes('escalation'))
      texts.push(await scenarioFor(rules.replace('|', '').replace('escalation ', 'escalation |')));
    for (const text of texts)
      expect((await playAll({ 'late.playbook': text ?? '' })).map(({ failure }) => failure)).toEqual([undefined]);
  });

  test.each([
    'trigger |late when customer says "hello" and customer says "refund"\n',
    'trigger |late when anger is more than 9.5\n',
    'trigger |late when anger is less than 0.5\n',
    'trigger |late when delay is more than 9.5 days\n',
    'trigger |late when delay is more than 216 hours\n',
  ])('but none where that takes more thought: %j', async (rules) => {
    expect(await scenarioFor(rules)).toBeUndefined();
  });

  test('in shipped playbooks, so that it comes out as expected', async () => {
    const shipped = shippedSources();
    const find = await refactoringsIn(shipped);
    const written = new Map(shipped);
    let count = 0;
    for (const [path, text] of shipped) {
      for (const { index } of text.matchAll(/^(?:trigger|step|escalation|boundary) /gm)) {
        const scenario = find(path, index).find(({ title }) => title === 'Write a scenario for this');
        if (!scenario) continue;
        count += 1;
        // What is new stands at the end.
        const added = (scenario.texts.get(path) ?? '').slice(text.length);
        written.set(path, (written.get(path) ?? '') + added);
      }
    }
    expect(count).toBeGreaterThan(20);
    const failures = (await playAll(Object.fromEntries(written))).filter(({ failure }) => failure !== undefined);
    expect(failures).toEqual([]);
  });
});
