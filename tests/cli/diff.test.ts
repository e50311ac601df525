/// <reference types="node" />
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import diffSchema from '../../cli/diff.schema.json' with { type: 'json' };
import {
  brokenPlaybook,
  emptyFolder,
  folderWith,
  git,
  isPlainLine,
  poise,
  put,
  shell,
  soundPlaybook,
} from './poise.ts';

type Files = Readonly<Record<string, string>>;

/** A repository with a commit for each of these, one on top of the other, on the branch `main`. */
function repositoryWith(...commits: readonly Files[]): string {
  const cwd = emptyFolder();
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  for (const files of commits) {
    put(cwd, files);
    git(cwd, 'add', '--all');
    git(cwd, 'commit', '--quiet', '--message', 'A change');
  }
  return cwd;
}

const RULES = `
signal anger from 0 to 10
team supervisors "Supervisors" answers within 5 minutes
escalation storm "Storm"
  when anger is at least 8
  to supervisors
boundary calm
  never say "calm down"
`;
const OLD = soundPlaybook('a') + RULES;
const LOOSER = OLD.replace('at least 8', 'at least 9');
const WITH_VERSION = (text: string, version: string) => text.replace('version 1.0.0', `version ${version}`);
const REWORDED = OLD.replace('A title', 'Another title');

const REWORDED_WORDS =
  /^words only {2}playbook `Another title` \(`a`\)\n.*\n.*\n {2}its words\n {4}before {2}`A title`\n {4}now {5}`Another title`\n/;

const LOOSENED = `loosened  escalation \`Storm\` (\`storm\`)
  before  a.playbook:21:1 in \`main\`
  now     a.playbook:21:1
  its condition
    before  \`when anger is at least 8\`
    now     \`when anger is at least 9\`
  it holds in fewer situations, for example with \`anger 8\`
    before  it starts, and asks \`supervisors\`
    now     it does not start

playbook  before    now  loosened   owes
a          1.0.0  1.0.0         1  2.0.0

fails  \`a\` does something else than before: its version has to be at least 2.0.0
1 change, 8 rules the same
`;

describe('poise diff', () => {
  it('says what became of each rule since a revision, with a situation that shows it', () => {
    const cwd = repositoryWith({ 'a.playbook': OLD });
    expect(poise(['diff', 'main'], { cwd })).toEqual({ status: 0, stdout: '9 rules the same\n', stderr: '' });
    put(cwd, { 'a.playbook': LOOSER });
    expect(poise(['diff', 'main'], { cwd })).toEqual({ status: 1, stdout: LOOSENED, stderr: '' });
    put(cwd, { 'a.playbook': WITH_VERSION(LOOSER, '2.0.0') });
    expect(poise(['diff', 'main'], { cwd }).status).toBe(0);
    put(cwd, { 'a.playbook': REWORDED });
    const { status, stdout } = poise(['diff', 'main'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(REWORDED_WORDS);
    put(cwd, { 'a.playbook': OLD.replace('escalation storm', 'escalation gale') });
    expect(poise(['diff', 'main'], { cwd }).stdout).toContain(
      'fails  `a` has names that records and reports don’t know: its version has to be at least 2.0.0\n',
    );
  });

  it('says how conditions of every kind are written now, of long ones where they differ', () => {
    const others = ['"b"', '"c"', '"d"', '"e"', '"f"', '"g"', '"h"'].map((one) => `customer says ${one}`).join(' or ');
    const rules = `${OLD.replace('at least 8', `at least 8 or ${others}`)}step calming
  skip when anger is at most 3
  done when anger is at most 4
  say "Tell me more." when anger is at most 5
follow up ask_again when anger is known unless anger is at least 9
  every 2 hours until anger is at most 2
  say "How is it now?"
`;
    const cwd = repositoryWith({ 'a.playbook': rules });
    put(cwd, {
      'a.playbook': rules
        .replace('at most 2', 'at most 1')
        .replace('  skip when anger is at most 3\n', '')
        .replace('at most 4', 'at most 3')
        .replace('at most 5', 'at most 6')
        .replace('at least 9', 'at least 7')
        .replace('"h"', '"h" or anger is at least 7'),
    });
    const { stdout } = poise(['diff', 'main'], { cwd });
    const conditions = stdout.matchAll(/ {2}its condition\n {4}before {2}(.*)\n {4}now {5}(.*)\n/g);
    expect([...conditions].map(([, before, now]) => `${before} → ${now}`)).toEqual([
      '`when anger is known unless anger is at least 9` → `when anger is known unless anger is at least 7`',
      '`until anger is at most 2` → `until anger is at most 1`',
      '`skip when anger is at most 3` → none',
      '`done when anger is at most 4` → `done when anger is at most 3`',
      '`when anger is at most 5` → `when anger is at most 6`',
      '`… or customer says "h"` → `… or customer says "h" or anger is at least 7`',
    ]);
  });

  it('calls a rule by its title, and a line by that of what it is in; with the name, for finding it', () => {
    const titled = OLD.replace('boundary calm', 'boundary calm "Nobody is told to be `calm`"');
    const cwd = repositoryWith({ 'a.playbook': titled });
    const told = (text: string) => {
      put(cwd, { 'a.playbook': text });
      return poise(['diff', 'main'], { cwd }).stdout.split('\n')[0];
    };
    expect(told(titled.replace('"calm down"', '"calm down", "relax"'))).toMatch(
      /^tightened {2}boundary `Nobody is told to be 'calm'` \(`calm`\): `never say /,
    );
    expect(told(titled.replace('escalation storm', 'escalation gale'))).toBe(
      'words only  escalation `Storm` (`gale`), earlier `storm`',
    );
    expect(told(OLD.replace('"Storm"', '"Gale"').replace('at least 8', 'at least 9'))).toBe(
      'loosened  escalation `Gale` (`storm`)',
    );
  });

  it('compares any two of revisions, folders, files, and what has been compiled', () => {
    const cwd = repositoryWith({ 'a.playbook': OLD }, { 'a.playbook': LOOSER });
    expect(poise(['build', '--out', 'new'], { cwd }).status).toBe(0);
    put(cwd, { 'old/a.playbook': OLD, 'b.playbook': soundPlaybook('b') });
    git(cwd, 'switch', '--quiet', '-c', 'topic', 'HEAD~1');
    git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'Nothing');
    // The branch has gone back to the old text; `b.playbook` is in no commit.
    const count = (...args: readonly string[]) =>
      poise(['diff', ...args], { cwd })
        .stdout.split('\n')
        .at(-2);
    expect(count('main~1', 'main')).toBe('1 change, 8 rules the same');
    expect(count('main', 'HEAD')).toBe('1 change, 8 rules the same');
    expect(count('main...', 'HEAD')).toBe('9 rules the same');
    expect(count('main...', 'main')).toBe('1 change, 8 rules the same');
    expect(count('main', 'a.playbook')).toBe('1 change, 8 rules the same');
    expect(count('main:a.playbook', 'HEAD:a.playbook')).toBe('1 change, 8 rules the same');
    expect(count('old', 'a.playbook')).toBe('9 rules the same');
    expect(count('new', 'old')).toBe('1 change, 8 rules the same');
    expect(count('new/a.json', 'old')).toBe('1 change, 8 rules the same');
    rmSync(join(cwd, 'old'), { recursive: true });
    expect(count('HEAD', '.')).toMatch(/^\d+ changes?, 9 rules the same$/);
  });

  it('reads a revision within the workspace alone, as it was then', () => {
    const library = 'signal anger from 0 to 10\n';
    const playbook = `use "../shared.playbook"\n${soundPlaybook('a')}\nstep upset\n  say "More." when anger is at least 5\n`;
    const cwd = repositoryWith({
      'care/poise.json': '{}',
      'care/shared.playbook': library,
      'care/mine/a.playbook': playbook,
      'care/dist/old.playbook': brokenPlaybook('old'),
      'elsewhere.playbook': brokenPlaybook('elsewhere'),
    });
    rmSync(join(cwd, 'care/shared.playbook'));
    put(cwd, { 'care/mine/a.playbook': playbook.replace('use "../shared.playbook"', '') + library });
    expect(poise(['diff', 'HEAD'], { cwd: join(cwd, 'care') })).toMatchObject({ status: 0, stderr: '' });
    const inside = poise(['diff', 'HEAD'], { cwd: join(cwd, 'care/mine') });
    expect([inside.status, inside.stdout]).toEqual([0, '7 rules the same\n']);
  });

  it('has all playbooks for new where there were none', () => {
    const cwd = repositoryWith({ 'README.md': 'Nothing yet' });
    put(cwd, { 'a.playbook': OLD });
    const { status, stdout } = poise(['diff', 'HEAD'], { cwd });
    expect([status, stdout.split('\n')[0]]).toEqual([0, 'new  playbook `A title` (`a`)']);
    rmSync(join(cwd, 'a.playbook'));
    const none = poise(['diff', 'HEAD', 'HEAD'], { cwd });
    expect(none).toMatchObject({
      status: 2,
      stderr: 'poise: there is no playbook in `HEAD` and none in `HEAD`: nothing to compare\n',
    });
  });

  it('shows the errors of a version that can’t be compiled', () => {
    const cwd = repositoryWith({ 'a.playbook': brokenPlaybook('a') });
    put(cwd, { 'a.playbook': soundPlaybook('a') });
    const { status, stdout, stderr } = poise(['diff', 'HEAD'], { cwd });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^HEAD:a\.playbook:\d+:3 {2}error {2}/);
    expect(stdout).toContain('1 error in `HEAD`: nothing was compared\n');
    const markdown = poise(['diff', 'HEAD', '--format', 'markdown'], { cwd });
    expect(markdown.stdout).toMatch(/`HEAD` has 1 error, so nothing was compared:\n\n- `a\.playbook:\d+:3` /);
  });

  it('fails on classes of changes that must not be', () => {
    const cwd = repositoryWith({ 'a.playbook': OLD });
    put(cwd, { 'a.playbook': WITH_VERSION(LOOSER, '2.0.0') });
    const status = (failOn: string) => poise(['diff', 'main', '--fail-on', failOn], { cwd }).status;
    expect(status('loosened,lost')).toBe(1);
    expect(status('loosened escalation')).toBe(1);
    expect(status('lost, loosened boundary')).toBe(0);
    expect(status('tightened')).toBe(0);
    const { stdout } = poise(['diff', 'main', '--fail-on', 'loosened'], { cwd });
    expect(stdout).toContain('fails  1 change must not be here: loosened escalation `Storm` (`storm`)\n');
  });

  it('needs the approvals that poise.json asks for, before the change or after', () => {
    const approvals = (by: object) => JSON.stringify({ approvals: by });
    const cwd = repositoryWith({ 'a.playbook': OLD, 'poise.json': approvals({ 'loosened escalation': 'compliance' }) });
    const changed = { 'a.playbook': WITH_VERSION(LOOSER, '2.0.0') };
    put(cwd, { ...changed, 'poise.json': '{}' });
    const diff = (...args: readonly string[]) => poise(['diff', 'main', ...args], { cwd });
    expect(diff().stdout).toContain(
      'fails  `compliance` has to approve 1 change: loosened escalation `Storm` (`storm`)\n',
    );
    expect(diff().status).toBe(1);
    expect(diff('--approved-by', 'legal,compliance').status).toBe(0);
    put(cwd, { 'poise.json': approvals({ loosened: 'legal' }) });
    expect(diff('--approved-by', 'compliance').status).toBe(1);
    expect(diff('--approved-by', 'compliance, legal').status).toBe(0);
  });

  it('writes Markdown for a pull request, in which no text of a playbook is more than a text', () => {
    const cwd = repositoryWith({ 'a.playbook': OLD });
    put(cwd, { 'a.playbook': OLD.replace('"calm down"', '"relax", "`@team | now`"') });
    const { status, stdout } = poise(['diff', 'main', '--format', 'markdown'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^### Playbooks: `main` → `the files here`\n\n- ❌ `a` does something else/);
    expect(stdout).toContain('| playbook | before | now | moved | owes |');
    expect(stdout).toMatch(
      /^- \*\*boundary `calm`: .*\*\* \(before `a\.playbook:25:3` in `main`, now `a\.playbook:25:3`\)$/m,
    );
    expect(stdout).toContain('<details><summary><b>moved</b>: 1 rule</summary>');
    expect(stdout).toContain("    - now: `relax`, `'@team | now'`");
  });

  it('writes a report for programs, as its schema says', () => {
    const isReport = new Ajv2020({ strict: false, validateFormats: false }).compile(diffSchema);
    const cwd = repositoryWith({ 'a.playbook': OLD }, { 'a.playbook': brokenPlaybook('a') }, { 'a.playbook': LOOSER });
    const report = (...args: readonly string[]) => {
      const { status, stdout } = poise(['diff', ...args, '--format', 'json'], { cwd });
      const document: unknown = JSON.parse(stdout);
      expect(isReport(document), JSON.stringify(isReport.errors)).toBe(true);
      expect(document).toMatchObject({ exitCode: status });
      return document;
    };
    expect(report('HEAD~2')).toMatchObject({
      reason: 'changes',
      before: { name: 'HEAD~2' },
      playbooks: [{ id: 'a', owed: { step: 'major', least: '2.0.0', isPaid: false } }],
      changes: [
        {
          class: 'loosened',
          kind: 'escalation',
          before: { file: 'HEAD~2:a.playbook', line: 21, column: 1 },
          after: { file: 'a.playbook', line: 21, column: 1 },
          details: [
            {
              of: 'when',
              before: 'anger is at least 8',
              after: 'anger is at least 9',
              situations: [
                { before: { holds: true, facts: { anger: 8 } }, after: { holds: false, facts: { anger: 8 } } },
              ],
            },
          ],
        },
      ],
    });
    expect(report('HEAD')).toMatchObject({ reason: 'clean', changes: [] });
    expect(report('HEAD~1')).toMatchObject({ reason: 'findings', before: { findings: [{ file: 'a.playbook' }] } });
    expect(report('nothing')).toMatchObject({ reason: 'wrong-use' });
  });

  const wrongUses: readonly (readonly [args: readonly string[], message: string])[] = [
    [['mian'], 'there is no file or folder `mian`, and Git knows no revision of that name: did you mean `main`?'],
    [['...'], 'there is no file or folder ``, and Git knows no revision of that name'],
    [['.'], '`.` is there only once: name what to compare it with, such as a revision: `poise diff main .`'],
    [['main:../x'], '`../x` lies outside this workspace, and nothing outside is read'],
    [['main...'], '`main` and the present revision have no commit in common'],
    [['broken.json', 'main'], "`broken.json` can't be loaded: this text is not JSON"],
    [
      ['main', '--fail-on', 'loosed'],
      '`loosed` is no class of changes: a change is `lost`, `loosened`, `moved`, `tightened`, `new` or `words only`, alone or with what it is about: `loosened boundary`',
    ],
  ];

  it.each(wrongUses)('%j is wrong use', (args, message) => {
    const cwd = repositoryWith({ 'a.playbook': OLD });
    git(cwd, 'switch', '--quiet', '--orphan', 'alone');
    put(cwd, { 'a.playbook': OLD, 'broken.json': '{' });
    git(cwd, 'commit', '--quiet', '--allow-empty', '--message', 'Alone');
    const { status, stdout, stderr } = poise(['diff', ...args], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(isPlainLine(stderr)).toBe(true);
  });

  it('says what is missing where there is no repository, or no Git', () => {
    const cwd = folderWith({ 'a.playbook': OLD });
    const ceiling = { GIT_CEILING_DIRECTORIES: dirname(cwd) };
    expect(poise(['diff', 'main'], { cwd, env: ceiling })).toMatchObject({
      status: 2,
      stderr:
        'poise: there is no file or folder `main`, and this folder is in no Git repository, so it is no revision either\n',
    });
    expect(poise(['diff', 'main'], { cwd, env: { PATH: cwd } })).toMatchObject({
      status: 2,
      stderr:
        'poise: there is no file or folder `main`; to look for a revision of that name, Git has to be installed\n',
    });
  });

  it('hands no name to a shell, and none as an option to Git', () => {
    const cwd = repositoryWith({ 'a.playbook': OLD });
    for (const name of ['--output=owned', '$(touch owned)', '; touch owned', 'main\u001b[2J']) {
      const { status, stderr } = poise(['diff', '--', name], { cwd });
      expect(status).toBe(2);
      expect(isPlainLine(stderr)).toBe(true);
      expect(stderr).not.toContain('\u001b');
    }
    expect(shell('ls', { cwd }).stdout).toBe('a.playbook\n');
  });
});
