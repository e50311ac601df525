/// <reference types="node" />
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenPlaybook, emptyFolder, folderWith, isPlainLine, POISE, poise, soundPlaybook } from './poise.ts';

describe('exit code', () => {
  it('0 if nothing is found', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    expect(poise(['check'], { cwd })).toEqual({ status: 0, stdout: 'nothing found in 1 file\n', stderr: '' });
  });

  it('0 for the version and for help', () => {
    const cwd = emptyFolder();
    expect(poise(['--version'], { cwd })).toMatchObject({ status: 0, stdout: '0.1.0\n', stderr: '' });
    for (const args of [['--help'], ['help', 'check'], ['build', '--help']]) {
      const { status, stdout } = poise(args, { cwd });
      expect(status).toBe(0);
      expect(stdout).toContain('Examples:\n');
    }
  });

  it('1 if an error is found', () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a') });
    const { status, stdout } = poise(['check'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^a\.playbook:\d+:3 {2}error {2}/);
  });

  it('0 or 1 for a warning, by the fail level', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a').replace('2999', '2020') });
    const check = (...args: string[]) => poise(['check', '--today', '2026-11-22', ...args], { cwd }).status;
    expect(check()).toBe(0);
    expect(check('--fail-level', 'error')).toBe(0);
    expect(check('--fail-level', 'warning')).toBe(1);
    expect(check('--fail-level', 'info')).toBe(1);
  });

  const wrongUses: readonly (readonly [args: readonly string[], line: string])[] = [
    [['chekc'], "poise: unknown command 'chekc' (Did you mean check?). See `poise --help`."],
    [['check', '--formt', 'json'], "poise: unknown option '--formt' (Did you mean --format?). See `poise --help`."],
    [
      ['check', '--format', 'xml'],
      "poise: option '--format <format>' argument 'xml' is invalid. Allowed choices are pretty, json. See `poise --help`.",
    ],
    [
      ['check', '--today', '2026-02-30'],
      "poise: option '--today <date>' argument '2026-02-30' is invalid. A day is written like 2026-11-30. See `poise --help`.",
    ],
    [['check', 'nothing'], 'poise: there is no file or folder `nothing`'],
    [['check', 'a.plybook'], 'poise: there is no file or folder `a.plybook`: did you mean `a.playbook`?'],
    [['check', 'empty*'], 'poise: no .playbook file matches `empty*`'],
    [['check', 'notes.txt'], 'poise: `notes.txt` is not a playbook: their names end in .playbook'],
    [['check', '..'], 'poise: `..` lies outside this workspace, and nothing outside is read'],
    [['check', '../*.playbook'], 'poise: `../*.playbook` lies outside this workspace, and nothing outside is read'],
    [['check', '*/../../x'], 'poise: in `*/../../x`, `..` can only stand at the beginning'],
    [['check', '/'], 'poise: `/` lies outside this workspace, and nothing outside is read'],
    [
      ['build', '--out', '../x'],
      'poise: `--out ../x` lies outside this workspace: if that is meant, give the whole path',
    ],
    [['build', '--out', '.'], 'poise: `--out .` holds the workspace itself: give the output a folder of its own'],
    [['explain'], "poise: missing required argument 'code'. See `poise --help`."],
    [['explain', 'no-such-thing-at-all'], 'poise: there is no finding with the code `no-such-thing-at-all`'],
    [['explain', '__proto__'], 'poise: there is no finding with the code `__proto__`'],
    [['new', '.'], 'poise: `.` is not empty: give the name of a new folder, and nothing of yours is touched'],
    [['new', 'notes.txt'], 'poise: `notes.txt` is a file: give the name of a new folder'],
    [['lsp'], "poise: required option '--stdio' not specified. See `poise --help`."],
  ];
  it.each(wrongUses)('2 for wrong use: %j', (args, line) => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), 'notes.txt': 'no playbook' });
    expect(poise(args, { cwd })).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
  });

  it('2, with the help, if nothing is asked for', () => {
    const { status, stdout, stderr } = poise([], { cwd: emptyFolder() });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: poise/);
  });

  it('2 if there is no playbook here', () => {
    const expected = { status: 2, stdout: '', stderr: 'poise: there is no .playbook file in `.`\n' };
    expect(poise(['check'], { cwd: emptyFolder() })).toEqual(expected);
  });

  const sabotage = `
    const stringify = JSON.stringify;
    JSON.stringify = (value, ...rest) => {
      if (value?.command === 'check') throw new Error('sabotage \\u001b[31m');
      return stringify(value, ...rest);
    };`;
  it('3 for a mistake of its own, in one line', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const { status, stdout, stderr } = poise(['check', '--format', 'json'], { cwd, preload: sabotage });
    expect(status).toBe(3);
    expect(stderr).toContain('please report it');
    expect(stderr).not.toContain('\u001b');
    expect(isPlainLine(stderr)).toBe(true);
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 3, reason: 'failed' });
  });

  it('3 with all details if they are asked for', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const env = { POISE_DEBUG: '1' };
    expect(poise(['check', '--format', 'json'], { cwd, env, preload: sabotage }).stderr).toMatch(/\n {4}at /);
  });

  it('2 in a copy that has not been built, in one line', () => {
    const folder = emptyFolder();
    cpSync(dirname(POISE), join(folder, 'cli/bin'), { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [join(folder, 'cli/bin/poise.js'), 'check'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `poise: this copy hasn't been built yet: run \`npm start\` in ${folder}\n`,
    });
  });

  it('2 on a Node that is too old, in one line', () => {
    const preload = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' });";
    const { status, stdout, stderr } = poise(['check'], { cwd: emptyFolder(), preload });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe('poise: this is Node 18.20.0, and Poise needs Node 20 or newer: see https://nodejs.org\n');
  });
});
