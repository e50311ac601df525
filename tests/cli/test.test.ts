/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import reportSchema from '../../cli/report.schema.json' with { type: 'json' };
import { brokenPlaybook, folderWith, poise, soundPlaybook } from './poise.ts';
import { WatchingPoise } from './watching.ts';

/** A playbook whose second scenario fails, and whose third can't be played as it is written. */
function failingPlaybook(id: string): string {
  return `${soundPlaybook(id)}
scenario "It says \\"hello\\" & <goodbye> #1"
  customer says "trouble with ${id}"
  agent says "Thank you."
  expect say "Hello {there}"

scenario "Nothing has been offered"
  customer says "trouble with ${id}"
  customer declines
  expect step hear
`.replace('{there}', '\\{there\\}');
}

const FILES = { 'a.playbook': failingPlaybook('a'), 'b.playbook': soundPlaybook('b') };

const FAILURES = `a.playbook:22:3  failed  a: It says "hello" & <goodbye> #1
  19 | scenario "It says \\"hello\\" & <goodbye> #1"
  20 |   customer says "trouble with a"
  21 |   agent says "Thank you."
  22 |   expect say "Hello \\{there\\}"
     |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  expected  these words to be suggested: “Hello {there}”
  but       nothing is

a.playbook:26:3  failed  a: Nothing has been offered
  24 | scenario "Nothing has been offered"
  25 |   customer says "trouble with a"
  26 |   customer declines
     |   ^^^^^^^^^^^^^^^^^
  expected  a line that can happen here
  but       no offer has been made

`;

const OVERVIEW = `playbook  scenarios  passed  failed
a                 3       1       2
b                 1       1       –

`;

/** What is said with how long it took, which is never the same. */
const timeless = (text: string) => text.replace(/in \d+\.\d s\n$/, 'in … s\n');

describe('poise test', () => {
  it('plays all scenarios, and says which fail and why', () => {
    const { status, stdout, stderr } = poise(['test'], { cwd: folderWith(FILES) });
    expect(stderr).toBe('');
    expect(timeless(stdout)).toBe(`${FAILURES}${OVERVIEW}4 scenarios: 2 passed, 2 failed, in … s\n`);
    expect(status).toBe(1);
  });

  it('is content when all pass', () => {
    const { status, stdout } = poise(['test', 'b.playbook'], { cwd: folderWith(FILES) });
    expect([status, timeless(stdout)]).toEqual([0, '1 scenario passed in … s\n']);
  });

  it('shows why by rules and facts, with their places as seen from the folder', () => {
    const text = `${soundPlaybook('a')}
signal anger from 0 to 10 "How angry the customer sounds."
team supervisors "Supervisors" answers within 5 minutes
escalation storm "Anger"
  when anger is at least 9
  to supervisors

scenario "Eight is not nine"
  customer says "trouble with a" with anger 8
  expect escalation storm
`;
    const cwd = folderWith({ 'poise.json': '{}', 'sub/a.playbook': text });
    expect(poise(['test'], { cwd: join(cwd, 'sub') }).stdout).toContain(`
  expected  the escalation \`storm\`
  but       no escalation runs
  because   \`anger is at least 9\` does not hold: \`anger\` is 8  a.playbook:21:1
`);
  });

  it('says nothing but what fails if it is to be quiet', () => {
    const cwd = folderWith(FILES);
    expect(poise(['test', '--quiet'], { cwd })).toEqual({ status: 1, stdout: FAILURES, stderr: '' });
    expect(poise(['test', '--quiet', 'b.playbook'], { cwd })).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('shows errors as `check` does, and plays nothing then', () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a'), 'b.playbook': failingPlaybook('b') });
    const { status, stdout } = poise(['test'], { cwd });
    const check = poise(['check'], { cwd }).stdout;
    expect(stdout).toBe(`${check}no scenario was played\n`);
    expect(status).toBe(1);
  });

  it('leaves warnings to `check`', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a').replace('2999', '2020') });
    expect(poise(['check', '--fail-level', 'warning'], { cwd }).status).toBe(1);
    const { status, stdout } = poise(['test'], { cwd });
    expect([status, timeless(stdout)]).toEqual([0, '1 scenario passed in … s\n']);
  });

  it('says so where there is no scenario, which is no failure', () => {
    const without = soundPlaybook('a').replace(/scenario [\s\S]*/, '');
    expect(poise(['test'], { cwd: folderWith({ 'a.playbook': without }) })).toEqual({
      status: 0,
      stdout: 'there is no scenario in 1 file\n',
      stderr: '',
    });
  });

  it('plays only what was asked for, whatever else that needs', () => {
    const second = `${soundPlaybook('second')}scenario "It fails"\n  customer says "hello"\n  expect step hear\n`;
    const library = `use "second.playbook"\n${soundPlaybook('first')}`;
    const cwd = folderWith({ 'first.playbook': library, 'second.playbook': second });
    expect(poise(['test', 'second.playbook'], { cwd }).status).toBe(1);
    expect(timeless(poise(['test', 'first.playbook'], { cwd }).stdout)).toBe('1 scenario passed in … s\n');
  });

  it.each([
    ['offered', ['Nothing has been offered']],
    ['IT SAYS', ['It says "hello" & <goodbye> #1']],
    ['of_b', ['It starts']],
  ])('--filter %s', (filter, titles) => {
    const files = { 'a.playbook': failingPlaybook('a'), 'b.playbook': soundPlaybook('kind_of_b') };
    const { stdout } = poise(['test', '--filter', filter, '--format', 'json'], { cwd: folderWith(files) });
    const { scenarios } = JSON.parse(stdout) as { scenarios: readonly { title: string }[] };
    expect(scenarios.map(({ title }) => title).sort()).toEqual(titles);
  });

  it('takes a filter that leaves nothing for a mistake', () => {
    expect(poise(['test', '--filter', 'refund\u001b[2J'], { cwd: folderWith(FILES) })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'poise: no scenario has `refund␛[2J` in its title, and no playbook with scenarios in its name\n',
    });
  });

  it('--bail stops after the first that fails', () => {
    const { stdout } = poise(['test', '--bail', '--format', 'json'], { cwd: folderWith(FILES) });
    expect(JSON.parse(stdout)).toMatchObject({ counts: { scenarios: 2, passed: 1, failed: 1 } });
  });

  it.each([
    ['an unknown format', ['--format', 'xml']],
    ['an unknown option', ['--update']],
    ['a path that is not there', ['c.playbook']],
  ])('%s is wrong use', (_, args) => {
    const { status, stdout } = poise(['test', ...args], { cwd: folderWith(FILES) });
    expect([status, stdout]).toEqual([2, '']);
  });

  it('sends nothing to a terminal that the terminal would obey', () => {
    const text = soundPlaybook('a')
      .replace('It starts', 'It \u009b starts')
      .replace('expect step hear', 'expect say "\u009b2J"');
    for (const format of ['pretty', 'json', 'junit', 'tap']) {
      const { status, stdout } = poise(['test', '--format', format], { cwd: folderWith({ 'a.playbook': text }) });
      expect([format, status, stdout.includes('\u009b')]).toEqual([format, 1, false]);
    }
  });
});

describe('poise test --format json', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(reportSchema);

  it.each([
    ['scenarios that fail', FILES, [], 1, 'failures'],
    ['scenarios that pass', { 'b.playbook': soundPlaybook('b') }, [], 0, 'clean'],
    ['errors', { 'a.playbook': brokenPlaybook('a') }, [], 1, 'findings'],
    ['a filter that leaves nothing', FILES, ['--filter', 'none'], 2, 'wrong-use'],
  ])('%s: fits its schema, and is the same each time', (_, files, args, status, reason) => {
    const [first, second] = [1, 2].map(() =>
      poise(['test', '--format', 'json', '--today', '2026-11-22', ...args], { cwd: folderWith(files) }),
    );
    expect(second).toEqual(first);
    const report = JSON.parse(first?.stdout ?? '') as { exitCode: number; reason: string };
    expect(validate(report) ? [] : validate.errors).toEqual([]);
    expect([first?.status, report.exitCode, report.reason]).toEqual([status, status, reason]);
  });

  it('tells what came of each scenario, in words and as values', () => {
    const { stdout } = poise(['test', '--format', 'json', '--today', '2026-11-22'], { cwd: folderWith(FILES) });
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'test',
      counts: { scenarios: 4, passed: 2, failed: 2 },
      scenarios: [
        { playbook: 'a', title: 'It starts', file: 'a.playbook', line: 15, column: 1, documents: ['a'], passed: true },
        {
          title: 'It says "hello" & <goodbye> #1',
          passed: false,
          failure: {
            kind: 'expectation',
            line: 22,
            text: 'expect say "Hello \\{there\\}"',
            expected: 'these words to be suggested: “Hello {there}”',
            but: 'nothing is',
            because: [],
            expectation: { kind: 'say', text: 'Hello {there}' },
            negated: false,
            was: { lines: [] },
          },
        },
        { passed: false, failure: { kind: 'fault', line: 26, faults: [{ code: 'noOffer' }] } },
        { playbook: 'b', passed: true },
      ],
    });
  });
});

describe('poise test --format junit', () => {
  it('is XML, with a suite for each playbook and a case for each scenario', () => {
    const { status, stdout } = poise(['test', '--format', 'junit'], { cwd: folderWith(FILES) });
    expect(status).toBe(1);
    const case_ = (classname: string, name: string) => ({ classname, name, file: `${classname}.playbook` });
    expect(readXml(stdout)).toEqual([
      'testsuites',
      { name: 'poise test', tests: '4', failures: '2', errors: '0', skipped: '0' },
      '',
      [
        'testsuite',
        { name: 'a', tests: '3', failures: '2', errors: '0', skipped: '0' },
        '',
        ['testcase', case_('a', 'It starts'), ''],
        [
          'testcase',
          case_('a', 'It says "hello" & <goodbye> #1'),
          '',
          [
            'failure',
            { message: 'expected these words to be suggested: “Hello {there}”, but nothing is', type: 'expectation' },
            'a.playbook:22:3 expect say "Hello \\{there\\}"\nexpected these words to be suggested: “Hello {there}”\nbut nothing is',
          ],
        ],
        [
          'testcase',
          case_('a', 'Nothing has been offered'),
          '',
          [
            'failure',
            { message: 'expected a line that can happen here, but no offer has been made', type: 'fault' },
            'a.playbook:26:3 customer declines\nexpected a line that can happen here\nbut no offer has been made',
          ],
        ],
      ],
      [
        'testsuite',
        { name: 'b', tests: '1', failures: '0', errors: '0', skipped: '0' },
        '',
        ['testcase', case_('b', 'It starts'), ''],
      ],
    ]);
  });

  it('can hold whatever a playbook can', () => {
    const odd = ']]>]]> &amp; \u0001\ufffe <![CDATA[';
    const text = soundPlaybook('a').replace('expect step hear', `expect say "${odd}"`).replace('It starts', odd);
    const { stdout } = poise(['test', '--format', 'junit'], { cwd: folderWith({ 'a.playbook': text }) });
    expect(JSON.stringify(readXml(stdout))).toContain('&amp;');
  });

  it('has errors of the playbooks as errors', () => {
    const { stdout } = poise(['test', '--format', 'junit'], { cwd: folderWith({ 'a.playbook': brokenPlaybook('a') }) });
    expect(readXml(stdout)).toMatchObject([
      'testsuites',
      { tests: '1', failures: '0', errors: '1' },
      '',
      ['testsuite', {}, '', ['testcase', {}, '', ['error', { type: 'unknown-line' }, '']]],
    ]);
  });
});

/** An element as `[name, attributes, text, …children]`, by a parser that takes nothing but XML. */
function readXml(text: string): unknown {
  const script = `import json, sys, xml.etree.ElementTree as tree
def plain(node): return [node.tag, node.attrib, (node.text or '').strip(), *map(plain, node)]
print(json.dumps(plain(tree.fromstring(sys.stdin.buffer.read()))))`;
  const { status, stdout, stderr } = spawnSync('python3', ['-c', script], { input: text, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

describe('poise test --format tap', () => {
  it('is version 14, with a point for each scenario', () => {
    const { status, stdout } = poise(['test', '--format', 'tap'], { cwd: folderWith(FILES) });
    expect(status).toBe(1);
    expect(stdout).toBe(`TAP version 14
1..4
ok 1 - a: It starts
not ok 2 - a: It says "hello" & <goodbye> \\#1
  ---
  line: "expect say \\"Hello \\\\{there\\\\}\\""
  expected: "these words to be suggested: “Hello {there}”"
  but: "nothing is"
  at:
    file: "a.playbook"
    line: 22
    column: 3
  ...
not ok 3 - a: Nothing has been offered
  ---
  line: "customer declines"
  expected: "a line that can happen here"
  but: "no offer has been made"
  at:
    file: "a.playbook"
    line: 26
    column: 3
  ...
ok 4 - b: It starts
`);
  });

  it('bails out where the playbooks have errors', () => {
    const { status, stdout } = poise(['test', '--format', 'tap'], {
      cwd: folderWith({ 'a.playbook': brokenPlaybook('a') }),
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^TAP version 14\n# a\.playbook:12:3 `goall` .*\[unknown-line\]\nBail out! The playbooks have errors: no scenario was played\.\n$/,
    );
  });
});

describe('poise test --watch', () => {
  it('plays them again after each change', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['test'], { cwd });
    expect(timeless(await watching.run())).toBe('1 scenario passed in … s\n');
    writeFileSync(join(cwd, 'a.playbook'), failingPlaybook('a'));
    expect(timeless(await watching.runWith('failed'))).toMatch(/3 scenarios: 1 passed, 2 failed, in … s\n$/);
    writeFileSync(join(cwd, 'a.playbook'), soundPlaybook('a'));
    expect(timeless(await watching.runWith('passed'))).toMatch(/1 scenario passed in … s\n$/);
  });

  it('prints each report in JSON on a line', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['test', '--format', 'json'], { cwd });
    expect(JSON.parse(await watching.line())).toMatchObject({ command: 'test', counts: { passed: 1 } });
  });
});
