import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderWith, poise, soundPlaybook } from './poise.ts';

/** A playbook in which one thing is found: a warning, that its only step has no goal. */
function goallessPlaybook(id: string): string {
  return soundPlaybook(id, 'A title').replace(/^ {2}goal .*\n/m, '');
}

const check = (files: Readonly<Record<string, string>>, ...args: string[]) => {
  const { status, stdout, stderr } = poise(['check', '--format', 'json', ...args], { cwd: folderWith(files) });
  const { findings, failLevel, counts, suppressions } = JSON.parse(stdout);
  const found = findings.map(
    ({ file, severity, code }: Record<string, string>) => `${file} ${severity} ${code}` as const,
  );
  return { status, stderr, found, failLevel, files: counts.files, suppressions };
};

const levels = (severity: object, folders: object = {}) => JSON.stringify({ severity, folders });

describe('levels', () => {
  it.each([
    ['error', 1, ['a.playbook error missing-goal']],
    ['info', 0, ['a.playbook info missing-goal']],
    ['off', 0, []],
  ])('%s for a finding that is a warning by itself', (level, status, found) => {
    const files = { 'poise.json': levels({ 'missing-goal': level }), 'a.playbook': goallessPlaybook('wrong_bill') };
    expect(check(files)).toMatchObject({ status, found, files: 1 });
  });

  it('can be others in a folder', () => {
    const severity = { 'missing-goal': 'off' };
    const files = {
      'poise.json': levels({ 'missing-goal': 'error' }, { drafts: { severity } }),
      'a.playbook': goallessPlaybook('wrong_bill'),
      'drafts/b.playbook': goallessPlaybook('late_parcel'),
    };
    expect(check(files)).toMatchObject({ status: 1, found: ['a.playbook error missing-goal'] });
    expect(check(files, 'drafts')).toMatchObject({ status: 0, found: [] });
  });

  it('raised to an error, it stops the build', () => {
    const files = { 'poise.json': levels({ 'missing-goal': 'error' }), 'a.playbook': goallessPlaybook('wrong_bill') };
    const cwd = folderWith(files);
    expect(poise(['build'], { cwd }).status).toBe(1);
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });
});

describe('failLevel', () => {
  const files = { 'poise.json': '{ "failLevel": "warning" }', 'a.playbook': goallessPlaybook('wrong_bill') };

  it('holds where the command line says nothing', () => {
    expect(check(files)).toMatchObject({ status: 1, failLevel: 'warning' });
    expect(check({ ...files, 'poise.json': '{}' })).toMatchObject({ status: 0, failLevel: 'error' });
  });

  it('comes behind the command line', () => {
    expect(check(files, '--fail-level', 'error')).toMatchObject({ status: 0, failLevel: 'error' });
  });
});

describe('out', () => {
  const files = { 'poise.json': '{ "out": "build/json" }', 'team/a.playbook': soundPlaybook('wrong_bill') };

  it('is a folder of the workspace, wherever the command is called', () => {
    const cwd = folderWith(files);
    expect(poise(['build'], { cwd: join(cwd, 'team') }).status).toBe(0);
    expect(existsSync(join(cwd, 'build/json/wrong_bill.json'))).toBe(true);
  });

  it('comes behind the command line', () => {
    const cwd = folderWith(files);
    expect(poise(['build', '--out', 'else'], { cwd }).status).toBe(0);
    expect([existsSync(join(cwd, 'else/wrong_bill.json')), existsSync(join(cwd, 'build'))]).toEqual([true, false]);
  });

  it('doesn’t lead elsewhere through a link', () => {
    const cwd = folderWith(files);
    symlinkSync(emptyFolder(), join(cwd, 'build'));
    expect(poise(['build'], { cwd })).toMatchObject({
      status: 2,
      stderr:
        'poise: `build/json`, where the output goes, leads outside this workspace: if that is meant, say so with `--out`\n',
    });
  });
});

describe('currency', () => {
  it('is that of the amounts which messages propose', () => {
    const playbook = `${soundPlaybook('wrong_bill')}boundary limit\n  never offer anything over\n`;
    const cwd = folderWith({ 'poise.json': '{ "currency": "SEK" }', 'a.playbook': playbook });
    expect(poise(['check'], { cwd }).stdout).toContain('such as `200 SEK`');
  });
});

describe('a poise.json that is wrong', () => {
  it('is shown with its line, beside what is found under the sound part of it', () => {
    const poiseJson = '{\n  "severity": { "missing-goal": "info" },\n  "fialLevel": "warning"\n}\n';
    const cwd = folderWith({ 'poise.json': poiseJson, 'a.playbook': goallessPlaybook('wrong_bill') });
    const { status, stdout } = poise(['check', 'a.playbook'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain(
      [
        'poise.json:3:3  error  there is no setting `fialLevel`: did you mean `failLevel`?  [unknown-setting]',
        '  3 |   "fialLevel": "warning"',
        '    |   ^^^^^^^^^^^',
        '',
        '1 error and 1 remark in 1 file',
        '',
      ].join('\n'),
    );
  });

  it('stops a build, which writes nothing', () => {
    const cwd = folderWith({ 'poise.json': '{ "failLevel": "high" }', 'a.playbook': soundPlaybook('wrong_bill') });
    expect(poise(['build'], { cwd }).status).toBe(1);
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });

  it.each([
    ['nothing at all', '', 'broken-settings'],
    ['no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'unreadable-file'],
    ['too large', `{${' '.repeat(1024 * 1024)}}`, 'unreadable-file'],
  ])('%s', (_, content, code) => {
    const cwd = folderWith({ 'poise.json': content, 'a.playbook': soundPlaybook('wrong_bill') });
    const { status, stdout } = poise(['check'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(new RegExp(`^poise\\.json:1:1 {2}error {2}.*\\[${code}\\]$`, 'm'));
  });

  it('a folder of that name', () => {
    const cwd = folderWith({ 'poise.json/x': '', 'a.playbook': soundPlaybook('wrong_bill') });
    expect(poise(['check'], { cwd })).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('this is a folder, and `poise.json` is a file: give one of them another name'),
    });
  });
});

describe('suppressions', () => {
  const allowing = goallessPlaybook('wrong_bill').replace(
    'step hear',
    '// allow missing-goal: the framework has it\nstep hear',
  );
  const files = { 'a.playbook': allowing, 'b.playbook': soundPlaybook('late_parcel') };

  it('are listed with place, code and reason', () => {
    const cwd = folderWith(files);
    expect(poise(['check'], { cwd }).stdout).toBe('nothing found in 2 files\n');
    expect(poise(['check', '--suppressions'], { cwd })).toEqual({
      status: 0,
      stdout:
        'a.playbook:11:1  allowed  the framework has it  [missing-goal]\n1 suppression\nnothing found in 2 files\n',
      stderr: '',
    });
  });

  it('are listed below what is found, which decides on the exit code', () => {
    const cwd = folderWith({ ...files, 'c.playbook': goallessPlaybook('broken_lamp') });
    const { status, stdout } = poise(['check', '--suppressions', '--quiet', '--fail-level', 'warning'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^c\.playbook:(?:.*\n)+\na\.playbook:11:1 {2}allowed {2}.*\n1 suppression\n$/);
  });

  it('are in the report for programs', () => {
    expect(check(files).suppressions).toEqual([
      {
        file: 'a.playbook',
        line: 11,
        column: 1,
        endLine: 11,
        endColumn: 44,
        code: 'missing-goal',
        reason: 'the framework has it',
      },
    ]);
  });
});
