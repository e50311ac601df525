import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenPlaybook, folderWith, type Outcome, POISE, poise, shell } from './poise.ts';

const LAMP = `playbook damaged_item "Arrived damaged"
  about   "What to do when it breaks on the way."
  owner   "Customer Care"
  version 1.1.0
  status  active

signal anger from 0 to 10 "How angry the customer sounds."
signal vip   yes or no    "One of our best customers."

field damage text "What is broken"

phrases blame "Doubting the customer": "are you sure", "you must have"

team supervisors "Supervisors" answers within 5 minutes

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
  offer refund  "All of it back" worth up to 150 GBP
  offer voucher "Something off the next order" worth 20 GBP when vip

boundary no_blame "Never doubt the customer"
  never say blame
  say instead "Help me understand what happened."

boundary limits "Large refunds need a yes"
  never offer refund over 100 GBP unless approved by supervisors

escalation furious "Anger that does not come down"
  when anger is at least 9
  to supervisors

scenario "It starts"
  customer says "It arrived broken"
  expect step hear
`;

const SMASHED = '"It arrived smashed" with anger 4';
/** To the second step. */
const AGREEING = [SMASHED, 'agent says "Tell me what you found."', 'agent records damage "The shade"'];

/** Plays with these lines as standard input. */
function play(
  lines: readonly string[],
  args = '',
  files: Readonly<Record<string, string>> = { 'lamp.playbook': LAMP },
) {
  const cwd = folderWith({ ...files, 'lines.txt': lines.map((line) => `${line}\n`).join('') });
  return { cwd, ...shell(`poise play lamp.playbook ${args} < lines.txt`, { cwd }) };
}

/** What was shown after a line, up to the next one. */
function shownAfter(line: string, { stdout }: Outcome): string {
  return stdout.split(`> ${line}\n`)[1]?.split('\n> ')[0] ?? '';
}

describe('poise play', () => {
  it('shows a card after each line, and ends with its input', () => {
    const outcome = play(AGREEING);
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toMatch(
      /^Arrived damaged \(damaged_item 1\.1\.0\)\n\ntuesday 12:00\n {2}playbook {2}none at work\n/,
    );
    expect(shownAfter(SMASHED, outcome)).toBe(
      [
        'tuesday 12:00',
        '  starts    damaged_item — Arrived damaged',
        '  playbook  damaged_item — Arrived damaged',
        '  step      hear — Listen first',
        '  goal      The customer feels heard.',
        '  say       “Tell me what you found.”',
        '  or        “I am sorry about {damage}.”',
        '            not like this: `damage` is not known yet',
        '  record    damage',
        '',
      ].join('\n'),
    );
    const last = shownAfter('agent records damage "The shade"', outcome);
    expect(last).toContain('  left      hear, for agree (done)\n');
    expect(last).toContain('  offer     refund — All of it back, worth up to 150 GBP');
    expect(last).toContain(
      '  closed    voucher — Something off the next order, worth 20 GBP: only when vip, and `vip` is not',
    );
  });

  it('takes plain words for the customer’s, whatever is in them', () => {
    const words = 'It ARRIVED smashed! I "hate" \\ {you}';
    const outcome = play([words, 'scenario']);
    expect(shownAfter(words, outcome)).toContain('  starts    damaged_item');
    expect(outcome.stdout).toContain('  customer says "It ARRIVED smashed! I \\"hate\\" \\\\ \\{you\\}"\n');
    expect(play(['"why"', 'scenario']).stdout).toContain('  customer says "why"\n');
  });

  it('judges a draft, marks the words that are in the way, and says what to say instead', () => {
    const draft = 'agent says "So you must have dropped it?"';
    const outcome = play([SMASHED, draft, 'agent offers refund worth 120 GBP']);
    expect(shownAfter(draft, outcome)).toBe(
      [
        'tuesday 12:00',
        '  blocked   “So »you must have« dropped it?”',
        '  because   the boundary `no_blame` forbids it: it has the phrase `you must have` in it',
        '  instead   “Help me understand what happened.”',
        '',
      ].join('\n'),
    );
    expect(shownAfter('agent offers refund worth 120 GBP', outcome)).toContain('`supervisors` could approve it');
  });

  it('shows who was brought in, and when the next thing is due', () => {
    const outcome = play(['"It arrived broken" with anger 9', 'supervisors answer'], "--time 'friday 19:50'");
    const card = shownAfter('"It arrived broken" with anger 9', outcome);
    expect(card).toContain('friday 19:50\n');
    expect(card).toContain(
      '  escalates furious — Anger that does not come down\n            asked supervisors at 19:50\n',
    );
    expect(card).toContain('  step      hear, which waits while somebody is brought in\n');
    expect(shownAfter('supervisors answer', outcome)).toContain('  step      hear — Listen first\n');
  });

  it('lets time pass only where a line says so', () => {
    expect(shownAfter('1 day passes', play([SMASHED, '1 day passes']))).toMatch(/^wednesday 12:00\n/);
  });

  it('checks what is expected at once, and says why not', () => {
    const outcome = play([SMASHED, 'expect step hear', 'expect step agree', 'scenario']);
    expect(shownAfter('expect step hear', outcome)).toBe('  it is so\n');
    const unmet = shownAfter('expect step agree', outcome);
    expect(unmet).toContain('  expected  the step `agree`\n  but       `damaged_item` is at the step `hear`\n');
    expect(unmet).toContain('because   `damage is known` does not hold: `damage` is not known');
    expect(shownAfter('scenario', outcome)).not.toContain('expect step agree');
  });

  it('explains mistakes, which change nothing', () => {
    const mistakes = [
      ['customer declines refnd', 'there is no offer called `refnd`: did you mean `refund`?'],
      ['nobody answers', 'there is no team called `nobody`'],
      ['supervisors answer', 'nobody has asked `supervisors`'],
      ['given anger 11', '`anger` is never `11`'],
      ['agent says nothing', 'there is no wording called `nothing`'],
      ['given anger 3 boundary mine never say "foo"', 'type one line after the other'],
      ['expect step hear step mine', 'type one line after the other'],
    ] as const;
    const outcome = play([SMASHED, ...mistakes.map(([line]) => line), 'scenario']);
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    for (const [line, words] of mistakes) expect(shownAfter(line, outcome)).toContain(words);
    expect(shownAfter('scenario', outcome)).toBe(`scenario "Tried out"\n  customer says ${SMASHED}\n\n`);
  });

  it('takes back the last line', () => {
    const outcome = play([SMASHED, 'agent records damage "The shade"', 'undo', 'undo', 'undo']);
    const [, first = '', second = '', third = ''] = outcome.stdout.split('> undo\n');
    expect(first).toMatch(/^taken back: agent records damage "The shade"\n[\s\S]*hear — Listen first/);
    expect(second).toContain('none at work');
    expect(third).toBe('nothing to take back\n\n');
  });

  it('says which lines of the playbooks and which facts made the card so', () => {
    const why = shownAfter('why', play([...AGREEING, 'why']));
    expect(why).toContain('  left      hear, for agree (done)\n            because `damage` is “The shade”\n');
    expect(why).toContain('offer voucher "Something off the next order" worth 20 GBP when vip');
    expect(why).toContain('lamp.playbook:29:3\n');
  });

  it('says what is known, what isn’t, and what waits for it', () => {
    const outcome = play([...AGREEING, 'facts', 'silent']);
    expect(shownAfter('facts', outcome)).toContain('`anger` is 4\n');
    expect(shownAfter('facts', outcome)).toMatch(/not known vip\n/);
    expect(shownAfter('silent', outcome)).toContain('  not known vip\n            offer voucher');
  });

  it('tells what can be typed', () => {
    expect(shownAfter('help', play(['help']))).toMatch(/supervisors answer[\s\S]*undo +takes back the last line/);
  });
});

describe('poise play --record', () => {
  const LINES = [SMASHED, 'expect step hear', 'agent says "Are you sure?"', 'expect reply blocked by no_blame', 'undo'];
  const EXPECTED =
    'scenario "Doubted"\n  customer says "It arrived smashed" with anger 4\n  expect step hear\n  agent says "Are you sure?"\n';

  it('writes a scenario that passes, laid out, below what is there', () => {
    const { cwd, ...outcome } = play([...LINES, 'quit', 'Doubted'], '--record');
    expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/recorded at the end of lamp\.playbook\n$/);
    expect(readFileSync(join(cwd, 'lamp.playbook'), 'utf8')).toBe(`${LAMP}\n${EXPECTED}`);
    expect(poise(['test'], { cwd }).stdout).toMatch(/^2 scenarios passed/);
    expect(poise(['format', '--check'], { cwd }).status).toBe(0);
  });

  it('keeps the file’s own line ends, and what was given at the start', () => {
    const files = { 'lamp.playbook': LAMP.replaceAll('\n', '\r\n') };
    const { cwd } = play([...LINES, 'quit', 'Doubted'], "--record --time 'friday 19:50'", files);
    const text = readFileSync(join(cwd, 'lamp.playbook'), 'utf8');
    expect(text).toContain('scenario "Doubted"\r\n  given time friday 19:50\r\n  customer says');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(poise(['test'], { cwd }).status).toBe(0);
  });

  it.each([
    ['there is no title', [...LINES]],
    ['the title is empty', [...LINES, 'quit', ' ']],
    ['nothing was said', ['quit', 'Doubted']],
  ])('writes nothing where %s', (_, lines) => {
    const { cwd, status, stdout } = play(lines, '--record');
    expect({ status, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ status: 0, last: 'nothing was recorded' });
    expect(readFileSync(join(cwd, 'lamp.playbook'), 'utf8')).toBe(LAMP);
  });

  it('takes any words for a title', () => {
    const { cwd } = play([...LINES, 'quit', 'He said "{why}" \\'], '--record');
    expect(readFileSync(join(cwd, 'lamp.playbook'), 'utf8')).toContain('scenario "He said \\"\\{why\\}\\" \\\\"\n');
    expect(poise(['test'], { cwd }).status).toBe(0);
  });

  it('writes nothing where the playbook has changed so that it wouldn’t pass', async () => {
    const cwd = folderWith({ 'lamp.playbook': LAMP });
    const changed = LAMP.replaceAll('step hear', 'step listen');
    const child = spawn(process.execPath, [POISE, 'play', 'lamp.playbook', '--record'], { cwd });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const wasSo = stdout.includes('it is so');
      stdout += text;
      if (wasSo || !stdout.includes('it is so')) return;
      writeFileSync(join(cwd, 'lamp.playbook'), changed);
      child.stdin.end('quit\nDoubted\n');
    });
    child.stdin.write(`${SMASHED}\nexpect step hear\n`);
    expect(await ended).toBe(1);
    expect(stdout).toContain('there is no step called `hear`');
    expect(stdout).toMatch(/\nnothing was recorded: this doesn’t fit the playbook as it is now\n$/);
    expect(readFileSync(join(cwd, 'lamp.playbook'), 'utf8')).toBe(changed);
  });
});

describe('poise play, called in vain', () => {
  const stderrOf = (args: readonly string[], files: Readonly<Record<string, string>>) => {
    const { status, stderr } = poise(['play', ...args], { cwd: folderWith(files) });
    return { status, stderr };
  };

  it('says what is wrong with the playbook, as `check` does', () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a') });
    const { status, stdout } = poise(['play', 'a.playbook'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('a.playbook:12:3  error');
    expect(stdout).toMatch(/1 error in 1 file\n$/);
  });

  it.each([
    ['several', ['.'], { 'a.playbook': LAMP, 'b.playbook': LAMP }, '`.` means 2 playbooks: say which one to play'],
    ['none', ['b.playbook'], { 'a.playbook': LAMP }, 'there is no file or folder `b.playbook`'],
    [
      'a library',
      ['a.playbook'],
      { 'a.playbook': 'signal vip yes or no "One of ours."\n' },
      'there is no playbook in `a.playbook`',
    ],
    [
      'a retired one',
      ['a.playbook'],
      { 'a.playbook': LAMP.replace('status  active', 'status  retired') },
      'is retired',
    ],
    ['no time', ['a.playbook', '--time', 'never'], { 'a.playbook': LAMP }, '`--time`: '],
    ['more than a time', ['a.playbook', '--time', 'friday 12:00 step x'], { 'a.playbook': LAMP }, '`--time`: '],
  ])('%s', (_, args, files, message) => {
    const { status, stderr } = stderrOf(args, files as Record<string, string>);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  it('plays a draft, and a playbook that names others in folders around it', () => {
    const files = {
      'poise.json': '{}',
      'a/lamp.playbook': LAMP.replace('status  active', 'status  draft').replace(
        'version 1.1.0',
        'version 1.1.0\n  beats other',
      ),
      'b/other.playbook': LAMP.replace('damaged_item', 'other'),
      'b/third.playbook': LAMP.replace('damaged_item', 'third'),
    };
    const cwd = folderWith({ ...files, 'lines.txt': `${SMASHED}\n` });
    const { status, stdout } = shell('poise play a/lamp.playbook < lines.txt', { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('  starts    damaged_item — Arrived damaged\n');
    expect(stdout).not.toContain('third —');
  });
});
