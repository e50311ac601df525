/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { brokenPlaybook, emptyFolder, folderWith, poise } from './poise.ts';

const FACTS = `signal anger from 0 to 10
signal delay in days
signal channel one of phone, chat, email
field word text
signal vip yes or no
`;

const LATE = `use "facts.playbook"

playbook late "Late & <lost>"
  owner   "Customer Operations"
  version 1.0.0
  beats   vexed

trigger overdue when (delay is at least 3 days and vip) or delay is more than 9 days

step hear
  goal "The customer feels heard."
  say  "Thank you for telling us."
  ask  word "What happened?"
  done when word is known and anger is at most 5
`;

const VEXED = `use "facts.playbook"

playbook vexed "Angry"
  owner   "Customer Operations"
  version 1.0.0

trigger hot when anger is at least 8 and channel is not chat

step hear
  goal "The customer feels heard."
  say  "Thank you for telling us."
`;

const FILES = { 'facts.playbook': FACTS, 'late.playbook': LATE, 'vexed.playbook': VEXED };

describe('poise map', () => {
  it('shows what situations lead to, what leads to nothing, and what makes no difference', () => {
    const cwd = folderWith(FILES);
    expect(poise(['map', 'anger', 'delay'], { cwd })).toEqual({
      status: 0,
      stderr: '',
      stdout: `What \`anger\` and \`delay\` lead to, in 2 playbooks

anger                 delay
under 8 or not known  under 3 days or not known  nothing
under 8 or not known  3 days to 9 days           maybe   playbook late
under 8 or not known  over 9 days                always  playbook late
8 or more             under 3 days or not known  maybe   playbook vexed
8 or more             3 days to 9 days           maybe   playbook late, vexed
8 or more             over 9 days                always  playbook late
                                                 maybe   playbook vexed (late comes first)

No playbook starts here, as far as \`anger\` and \`delay\` decide:
  under 8 or not known  under 3 days or not known

Where it says maybe, it depends on:
  playbook late   vip
  playbook vexed  channel
`,
    });
    const { stdout } = poise(['map', 'channel'], { cwd });
    expect(stdout).toContain('phone or email     maybe   playbook vexed\nchat or not known  nothing\n');
    expect(stdout).toContain('The same whatever `channel` is:\n  maybe   playbook late\n');
  });

  it('shows the ways through the steps of one playbook', () => {
    const { stdout, status } = poise(['map', 'anger', '--in', 'late.playbook'], { cwd: folderWith(FILES) });
    expect(status).toBe(0);
    expect(stdout).toContain('5 or less            maybe   step hear is done\n');
    expect(stdout).toContain('Whether a playbook starts doesn’t hang on `anger`.\n');
  });

  it('is there as Markdown, and as JSON', () => {
    const cwd = folderWith(FILES);
    const markdown = poise(['map', 'anger', '--format', 'markdown'], { cwd });
    expect(markdown.status).toBe(0);
    expect(markdown.stdout).toContain(
      '| `anger` | always | maybe |\n| --- | --- | --- |\n| under 8 or not known |  |  |\n',
    );
    const json = poise(['map', 'delay', 'vip', '--format', 'json', '--today', '2026-11-22'], { cwd });
    const report = JSON.parse(json.stdout);
    expect({ ...report, poise: undefined, situations: report.situations.slice(4, 5) }).toMatchObject({
      format: 1,
      command: 'map',
      exitCode: 0,
      reason: 'clean',
      today: '2026-11-22',
      playbooks: ['late', 'vexed'],
      facts: [
        {
          fact: 'delay',
          type: { type: 'duration', unit: 'days' },
          stretches: [
            { kind: 'numbers', to: { number: 3, included: false }, text: 'under 3 days' },
            { text: '3 days to 9 days' },
            { text: 'over 9 days' },
            { kind: 'unknown', text: 'not known' },
          ],
        },
        { fact: 'vip', stretches: [{ text: 'yes' }, { text: 'no' }, { text: 'not known' }] },
      ],
      situations: [{ at: [1, 1], leads: [] }],
      elsewhere: [{ kind: 'playbook', playbook: 'vexed', how: 'may' }],
    });
    expect(report.situations.find(({ at }: { at: number[] }) => at.join() === '1,0').leads).toEqual([
      { kind: 'playbook', playbook: 'late', how: 'always' },
    ]);
  });

  it.each([
    ['bars for one fact', ['delay']],
    ['a grid for two', ['anger', 'delay']],
    ['several grids for three', ['anger', 'delay', 'channel']],
  ])('draws %s: sound XML with a title, the same at each run', (_, facts) => {
    const cwd = folderWith(FILES);
    const draw = () => {
      const { status, stderr } = poise(['map', ...facts, '--svg', 'pictures/map.svg'], { cwd });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '`pictures/map.svg` is written\n' });
      return readFileSync(join(cwd, 'pictures/map.svg'), 'utf8');
    };
    const picture = draw();
    expect(draw()).toBe(picture);
    const read = spawnSync('python3', ['-c', READ_SVG], { input: picture, encoding: 'utf8' });
    expect(read.stderr).toBe('');
    const [title, role, ...texts] = read.stdout.split('\n');
    expect(title).toMatch(/^What .*delay.* to, in 2 playbooks$/);
    expect(role).toBe('img');
    for (const fact of facts) expect(texts.some((text) => text.startsWith(fact))).toBe(true);
    expect(texts).toContain('over 9 days');
    expect(picture).toContain('prefers-color-scheme: dark');
  });

  it.each([
    [['chanel'], 'no condition of these playbooks asks about `chanel`: did you mean `channel`?'],
    [
      ['mood_of_the_day'],
      'no condition of these playbooks asks about `mood_of_the_day`: there are anger, channel, delay, vip',
    ],
    [['word'], '`word` is a text: a map needs facts of which there are few values, or stretches of values'],
    [['anger', 'anger'], '`anger` is named twice'],
    [['anger', 'delay', 'vip', 'channel', 'word'], 'a map shows at most 4 facts at once'],
    [['anger', 'delay', 'vip', 'channel', '--svg', 'map.svg'], 'a picture shows at most 3 facts at once'],
    [['anger', '--svg', 'late.playbook'], '`late.playbook` is no name of a picture: it ends in .svg'],
    [['anger', '--in', 'facts.playbook'], 'there is no playbook in these files'],
  ])('%j is wrong use', (args, message) => {
    const cwd = folderWith(FILES);
    expect(poise(['map', ...args], { cwd })).toEqual({ status: 2, stdout: '', stderr: `poise: ${message}\n` });
    expect(existsSync(join(cwd, 'map.svg'))).toBe(false);
    expect(readFileSync(join(cwd, 'late.playbook'), 'utf8')).toBe(LATE);
  });

  it('says what is wrong with the playbooks instead', () => {
    const cwd = folderWith({ ...FILES, 'broken.playbook': brokenPlaybook('broken') });
    const { status, stdout } = poise(['map', 'anger'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('broken.playbook:12:3  error');
    const json = poise(['map', 'anger', '--format', 'json'], { cwd });
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ exitCode: 1, reason: 'findings', findings: [{ line: 12 }] });
  });

  it('draws the picture that the documentation shows', () => {
    const cwd = emptyFolder();
    const root = fileURLToPath(new URL('../..', import.meta.url));
    cpSync(join(root, 'playbooks'), join(cwd, 'playbooks'), { recursive: true });
    const { status } = poise(['map', 'anger', 'channel', '--in', 'playbooks', '--svg', 'map.svg'], { cwd });
    expect(status).toBe(0);
    expect(readFileSync(join(cwd, 'map.svg'), 'utf8')).toBe(readFileSync(join(root, 'docs/images/map.svg'), 'utf8'));
  });

  it('doesn’t say that a picture is there which could not be written', () => {
    const cwd = folderWith({ ...FILES, 'a.svg/keep.txt': '' });
    const { status, stderr } = poise(['map', 'anger', '--svg', 'a.svg'], { cwd });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^poise: `a\.svg` can't be written: [^\n]+\n$/);
  });
});

/** Prints the title, the role and all texts of a picture. */
const READ_SVG = `
import sys
from xml.etree import ElementTree
root = ElementTree.fromstring(sys.stdin.read())
name = '{http://www.w3.org/2000/svg}'
print(root.find(name + 'title').text)
print(root.get('role'))
for text in root.iter(name + 'text'): print(text.text)
`;
