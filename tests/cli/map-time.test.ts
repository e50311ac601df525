/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, poise } from './poise.ts';

const HOUSE = `team day "Day & <crew>"
  answers within 5 minutes
  open monday to friday 09:00 to 17:30 "Europe/London"
  otherwise night

team night "Night"
  answers within 30 minutes
  open daily 17:30 to 09:00 "Europe/London"
  open saturday, sunday 09:00 to 17:30 "Europe/London"

team guard "Guard"
  answers within 1 minute

signal anger from 0 to 10

escalation danger "Danger"
  when anger is 10
  to guard

escalation silent "Silent"
  when anger is 8
  tell day "Somebody waits."
`;

const playbook = (id: string, more = '') => `use "house.playbook"

playbook ${id} "Playbook"
  owner   "Customer Operations"
  version 1.0.0

trigger hot when anger is at least 6

step hear
  goal "The customer feels heard."
  say  "Thank you for telling us."
${more}`;

const OWN = `
escalation bad "Bad"
  when anger is 9 and day is open
  to day, then night after 2 minutes
  resolve within 20 minutes

escalation worse "Worse"
  when anger is 7
  to day, then guard after 50 minutes
  resolve within 1 hour
`;

const FILES = {
  'house.playbook': HOUSE,
  'early.playbook': playbook('early', OWN),
  'three.playbook': playbook('three', '\n'),
};

describe('poise map time', () => {
  it('shows who answers when, rules of the house once, the worst marked, and where nobody is sure to answer', () => {
    expect(poise(['map', 'time'], { cwd: folderWith(FILES) })).toEqual({
      status: 0,
      stderr: '',
      stdout: `How long a team may take to answer, in 2 playbooks

By the hour of the week in which an escalation begins; days on which a team is closed and changes of clocks are left
out.

escalation \`danger\` of the house
            guard within 1 minute  at any time

escalation \`bad\` of \`early\`, resolve within 20 minutes (Europe/London)
  worst     nobody is sure to answer  Monday to Friday 17:00–18:00
            day within 5 minutes      Monday to Friday 09:00–17:00
            can’t begin               Monday to Thursday 18:00–09:00; Friday 18:00 to Monday 09:00

escalation \`worse\` of \`early\`, resolve within 1 hour (Europe/London)
  worst     guard within 51 minutes  Monday to Friday 08:00–09:00 and 17:00–18:00
            night within 30 minutes  Monday to Thursday 18:00–08:00; Friday 18:00 to Monday 08:00
            day within 5 minutes     Monday to Friday 09:00–17:00

This waits for no answer: escalation \`silent\` of the house
`,
    });
  });

  it('says what would come too late, and what holds at any other time', () => {
    const shifts = `
team shift "A few hours"
  answers within 2 minutes
  open monday 10:00 to 12:00 "Europe/London"
  open tuesday 11:00 to 13:00 "Europe/London"
  open wednesday 13:00 to 16:00 "Europe/London"
  otherwise guard

escalation rare "Rare"
  when anger is 8
  to shift, then guard after 10 minutes
  resolve within 10 minutes
`;
    const cwd = folderWith({ ...FILES, 'early.playbook': playbook('early', shifts) });
    const { stdout, status } = poise(['map', 'time', '--in', 'early.playbook'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain(`escalation \`rare\`, resolve within 10 minutes (Europe/London)
  too late  guard within 11 minutes  Monday 11:00–12:00; Tuesday 12:00–13:00; Wednesday 15:00–16:00
            shift within 2 minutes   Monday 10:00–11:00; Tuesday 11:00–12:00; Wednesday 13:00–15:00
            guard within 1 minute    at any other time
`);
  });

  it('is the same whether or not the playbook is valid now, and when no clocks are known any more', () => {
    const cwd = folderWith(FILES);
    const { stdout } = poise(['map', 'time', '--today', '2026-11-22'], { cwd });
    expect(poise(['map', 'time', '--today', '2090-01-01'], { cwd }).stdout).toBe(stdout);
    const past = FILES['early.playbook'].replace(
      'version 1.0.0',
      'version 1.0.0\n  valid from 2026-01-01 until 2026-01-03',
    );
    const old = folderWith({ ...FILES, 'early.playbook': past });
    expect(poise(['map', 'time', '--today', '2026-11-22'], { cwd: old })).toEqual({ status: 0, stderr: '', stdout });
  });

  it('is there as Markdown, and as JSON', () => {
    const cwd = folderWith(FILES);
    const markdown = poise(['map', 'time', '--format', 'markdown'], { cwd });
    expect(markdown.status).toBe(0);
    expect(markdown.stdout).toContain(
      '| worst | nobody is sure to answer | Monday to Friday 17:00–18:00 |\n|  | day within 5 minutes | Monday to Friday 09:00–17:00 |\n',
    );
    const json = poise(['map', 'time', '--format', 'json', '--today', '2026-11-22'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 1,
      command: 'map',
      exitCode: 0,
      reason: 'clean',
      today: '2026-11-22',
      playbooks: ['early', 'three'],
      escalations: [
        {
          escalation: 'danger',
          origin: 'house',
          playbooks: ['early', 'three'],
          answers: [{ seconds: 60, team: 'guard', times: [{ days: [1], from: 0, hours: 168 }] }],
        },
        { escalation: 'silent', answers: [] },
        {
          escalation: 'bad',
          origin: 'playbook',
          playbooks: ['early'],
          zone: 'Europe/London',
          resolveWithin: 1200,
          answers: [
            { times: [{ days: [1, 2, 3, 4, 5], from: 17, hours: 1 }], text: expect.stringMatching(/^nobody is sure/) },
            { seconds: 300, team: 'day' },
          ],
          never: [
            { days: [1, 2, 3, 4], from: 18, hours: 15 },
            { days: [5], from: 18, hours: 63 },
          ],
        },
        { escalation: 'worse' },
      ],
    });
  });

  it('draws a grid for each escalation whose hours differ: sound XML, the same at each run', () => {
    const cwd = folderWith(FILES);
    const draw = () => {
      expect(poise(['map', 'time', '--svg', 'time.svg'], { cwd }).status).toBe(0);
      return readFileSync(join(cwd, 'time.svg'), 'utf8');
    };
    const picture = draw();
    expect(draw()).toBe(picture);
    const read = spawnSync('python3', ['-c', READ_SVG], { input: picture, encoding: 'utf8' });
    expect(read.stderr).toBe('');
    const [title, ...texts] = read.stdout.split('\n');
    expect(title).toBe('How long a team may take to answer, in 2 playbooks');
    expect(texts.filter((text) => text === 'Monday')).toHaveLength(2);
    expect(texts).toContain('guard within 1 minute: at any time');
    expect(texts).toContain('nobody is sure to answer (worst): Monday to Friday 17:00–18:00');
    // Each of the 168 hours of a week is drawn once, for both.
    const widths = [...picture.matchAll(/<g><title>[^<]+<\/title><rect [^>]*width="(\d+)"/g)].map(
      ([, width]) => Number(width) + 2,
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(2 * 168 * 26);
  });

  it('says that there is no escalation', () => {
    const without = HOUSE.slice(0, HOUSE.indexOf('escalation'));
    const { stdout, status } = poise(['map', 'time'], {
      cwd: folderWith({ 'house.playbook': without, 'three.playbook': playbook('three') }),
    });
    expect({ stdout, status }).toEqual({
      status: 0,
      stdout: 'How long a team may take to answer, in `three`\n\nThere is no escalation in these playbooks.\n',
    });
  });

  it('stands by itself', () => {
    const cwd = folderWith(FILES);
    expect(poise(['map', 'time', 'anger', '--svg', 'time.svg'], { cwd })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'poise: `time` is shown by itself: how long a team may take to answer, by the hour of the week\n',
    });
    expect(existsSync(join(cwd, 'time.svg'))).toBe(false);
  });
});

/** Prints the title and all texts of a picture. */
const READ_SVG = `
import sys
from xml.etree import ElementTree
root = ElementTree.fromstring(sys.stdin.read())
name = '{http://www.w3.org/2000/svg}'
print(root.find(name + 'title').text)
for text in root.iter(name + 'text'): print(text.text)
`;
