import { describe, expect, test } from 'vitest';
import { findingsIn, fixed } from './fixed.ts';

const HEADING = `playbook late "Late delivery"
  owner   "Customer Operations"
  version 1.0.0
`;
const STEP = `step hear
  goal "They feel heard."
  say  "Tell me what happened."
`;
const OTHER = `playbook refund "Refund"
  owner   "Customer Operations"
  version 1.0.0

signal mood from 0 to 10

trigger low when mood is at most 3

${STEP}`;

/** The titles of all quick fixes in a text, and what the first of them makes of it. */
async function mended(text: string, others: Readonly<Record<string, string>> = {}) {
  const texts = new Map(Object.entries({ 'late.playbook': text, ...others }));
  const fixes = (await fixed(await findingsIn(texts), texts)).filter(({ title }) => !title.startsWith('Allow it here'));
  return { titles: fixes.map(({ title }) => title), texts: fixes.map((one) => one.texts.get('late.playbook')) };
}

describe('a quick fix', () => {
  test('names the other playbook in a heading, below what stands there, remarks included', async () => {
    const text = `${HEADING.trimEnd()}  // since June\n\nsignal mood from 0 to 10\n\ntrigger bad when mood is at most 5\n\n${STEP}`;
    const { titles, texts } = await mended(text, { 'refund.playbook': OTHER });
    expect(titles).toEqual([
      'Let `refund` lead: add `beats late` to its heading',
      'Let `late` lead: add `beats refund` to its heading',
      'Write a scenario of this situation',
    ]);
    expect(texts[1]).toBe(text.replace('// since June\n', '// since June\n  beats   refund\n'));
    expect(texts[2]).toBe(text);
  });

  test('closes a text on each of its lines', async () => {
    const long = '"Tell me\n       what – in short –\n\n       happened." unless anger is at least 8';
    const text = `${HEADING}\n${STEP.replace('"Tell me what happened."', long)}signal anger from 0 to 10\n`;
    const { titles, texts } = await mended(text);
    const at = titles.indexOf('Add `"` at the end of each line of this text');
    expect(texts[at]?.replaceAll(/\s+/g, ' ')).toContain('say "Tell me" "what – in short –" "happened." unless anger');
  });

  test('or beside those that are named already', async () => {
    const spare = OTHER.replace('playbook refund', 'playbook spare').replaceAll('mood', 'spare_mood');
    const text = `${HEADING}  beats   spare\n\nsignal mood from 0 to 10\n\ntrigger bad when mood is at most 5\n\n${STEP}`;
    const { texts } = await mended(text, { 'refund.playbook': OTHER, 'spare.playbook': spare });
    expect(texts).toContain(text.replace('beats   spare', 'beats   spare, refund'));
  });

  test('but never so that two beat each other', async () => {
    const spare = OTHER.replace('playbook refund', 'playbook spare')
      .replace('1.0.0', '1.0.0\n  beats   late')
      .replaceAll('mood', 'spare_mood');
    const refund = OTHER.replace('1.0.0', '1.0.0\n  beats   spare');
    const text = `${HEADING}\nsignal mood from 0 to 10\n\ntrigger bad when mood is at most 5\n\n${STEP}`;
    const { titles } = await mended(text, { 'refund.playbook': refund, 'spare.playbook': spare });
    expect(titles).toEqual([
      'Let `refund` lead: add `beats late` to its heading',
      'Write a scenario of this situation',
    ]);
  });

  test('adds steps where their stages belong, with the goals that the framework has for them', async () => {
    const framework = `framework calm
  stage hear
  stage agree goal "Both know what comes next."
  stage close
`;
    const steps = `step hear
  stage hear
  goal  "They feel heard."
  do    "Listen."

// The end.
step bye
  stage close
  goal  "They know when."
  do    "Say when."
`;
    const text = `${HEADING}  follows calm\n\n${framework}\ntrigger late when customer says "where is my parcel"\n\n${steps}`;
    const { titles, texts } = await mended(text);
    expect(titles).toEqual(['Add a step for the stage `agree`']);
    expect(texts[0]).toBe(
      text.replace(
        '\n// The end.',
        '\nstep agree\n  stage agree\n  goal  "Both know what comes next."\n  do    "What to do here."\n\n// The end.',
      ),
    );
  });

  test('lays out what it touches if it was laid out, with the line ends of the file', async () => {
    const text = `${HEADING}\ntrigger late when anger is at least 3\n\n${STEP}`.replaceAll('\n', '\r\n');
    const { titles, texts } = await mended(text, { 'facts.playbook': 'signal anger from 0 to 10\n' });
    expect(titles).toEqual(['Add `use "facts.playbook"`']);
    expect(texts[0]).toBe(`use "facts.playbook"\r\n\r\n${text}`);
  });

  test('leaves the rest as it is where it wasn’t', async () => {
    const text = `${HEADING}\nsignal anger from 0 to 10\n\ntrigger   late\n    when angr is at least 3\n\n${STEP}`;
    const { texts } = await mended(text);
    expect(texts[0]).toBe(text.replace('angr ', 'anger '));
  });

  test('takes a line out with the blank ones that would be too many', async () => {
    const rest = `${HEADING}\ntrigger late when customer says "where is my parcel"\n\n${STEP}`;
    const teams = { 'teams.playbook': 'team leads\n  answers within 5 minutes\n' };
    const { titles, texts } = await mended(`use "teams.playbook"\n\n${rest}`, teams);
    expect(titles).toEqual(['Remove this line']);
    expect(texts[0]).toBe(rest);
  });

  test('takes a phrase out with one comma, unless a remark stands there', async () => {
    const text = (phrases: string) => `${HEADING}\ntrigger late when customer says ${phrases}\n\n${STEP}`;
    const first = await mended(text('"where is my parcel now", "where is my parcel"'));
    expect(first.titles).toEqual(['Remove `where is my parcel now`']);
    expect(first.texts[0]).toBe(text('"where is my parcel"'));
    const last = await mended(text('"where is my parcel",\n  // They do say it.\n  "where is my parcel now"'));
    expect(last.titles).toEqual([]);
  });

  test('writes what may be said and offered', async () => {
    const rules = `phrases blame: "how come"

boundary kind
  never say blame
  say instead "Let us see what happened, {customer_name}."

boundary authority
  never offer anything over 200.50 GBP

signal customer_name text
`;
    const text = `${HEADING}\n${rules}\ntrigger late when customer says "where is my parcel"\n\nstep hear
  goal "They feel heard."
  say  "How come it is late?" or "Tell me."
  offer refund "All of it" worth up to 300 GBP
`;
    const { titles, texts } = await mended(text);
    expect(titles).toEqual([
      'Say `Let us see what happened, {customer_name}.` instead',
      'Offer `refund` worth `200.50 GBP`',
    ]);
    expect(texts[0]).toContain('say  "Let us see what happened, {customer_name}." or "Tell me."');
    expect(texts[1]).toContain('worth up to 200.50 GBP\n');
  });

  test.each([
    ['a signal has', 'signal delay_2 from 0 to 10\n', 'signal Delay-2 yes or no\n', 'trigger late when Delay-2'],
    ['another file has', '', 'signal Delay-2 yes or no\n', 'trigger late when Delay-2'],
    ['another one would get', '', 'signal delay-2 yes or no\nsignal Delay-2 yes or no\n', 'trigger late when Delay-2'],
    ['another choice has', '', 'signal place one of Far-Off, far_off\n', 'trigger late when place is Far-Off'],
  ])('never gives a name that %s', async (_what, above, below, trigger) => {
    const others = above ? {} : { 'facts.playbook': 'signal delay_2 from 0 to 10\n' };
    const use = above ? '' : 'use "facts.playbook"\n\n';
    const text = `${use}${HEADING}\n${above}${below}\n${trigger}\n\n${STEP}`;
    const { titles } = await mended(text, others);
    expect(titles.filter((title) => title.startsWith('Write `'))).toEqual([]);
  });

  test('gives one that nothing has wherever the old one stands', async () => {
    const text = `${HEADING}\nsignal Delay-2 yes or no\n\ntrigger late when Delay-2\n\n${STEP}`;
    const { titles, texts } = await mended(text);
    expect(titles).toContain('Write `delay_2` everywhere');
    expect(texts).toContain(text.replaceAll('Delay-2', 'delay_2'));
  });

  test('moves a condition behind what it stands in front of, with those that would then stand behind it', async () => {
    const step = (lines: string) =>
      `${HEADING}\nsignal vip yes or no\n\ntrigger late when customer says "where is my parcel"\n\nstep hear\n${lines}`;
    const { titles, texts } = await mended(
      step(`  goal "They feel heard."
  say  "Tell me what happened."
  when vip  // for years
  offer voucher "The next one"  // by post
    unless vip say "That is far too long."
`),
    );
    expect(titles).toEqual(['Move it behind `offer …`', 'Move it behind `say …`']);
    expect(texts[0]).toBe(
      step(`  goal  "They feel heard."
  say   "Tell me what happened."
  // for years
  offer voucher "The next one" when vip  // by post
  say   "That is far too long." unless vip
`),
    );
  });
});
