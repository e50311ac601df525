import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, folderWith, isPlainLine, poise, shell, soundPlaybook } from '../cli/poise.ts';

const CLI = fileURLToPath(new URL('../../cli', import.meta.url));

/** One rule, one step and both sides of one threshold; its scenarios cover all but one of these sides. */
const LATE = `playbook late "Late parcel"
  owner   "Deliveries"
  version 1.0.0

signal order_delay in days "How long the parcel is overdue."

trigger overdue
  when order_delay is at least 3 days

step hear "Listen first"
  goal "The customer feels heard."
  say  "That is a long time to wait."

scenario "Three days are late"
  given order_delay 3 days
  expect step hear
`;

const JUST_BELOW = `
scenario "Two days aren't"
  given order_delay 2 days
  expect no playbook late
`;

const HALF = { 'late.playbook': LATE };
const FULL = { 'late.playbook': LATE + JUST_BELOW };
const MISSED = 'late.playbook:7:1 trigger overdue: order_delay never seen just below 3 days, nor anything on that side';

describe('poise test --coverage', () => {
  it('says what is covered, in each file, and what isn’t', () => {
    const { status, stdout, stderr } = poise(['test', '--coverage'], { cwd: folderWith(HALF) });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^thresholds {2,}1 {2,}2 {2,}50%$/m);
    expect(stdout).toMatch(/^late\.playbook {2,}100% {2,}100% {2,}0% {2,}100% {2,}– {2,}– {2,}– {2,}50%$/m);
    expect(stdout).toContain(`\n  ${MISSED}\n`);
  });

  it('says nothing of it unless asked', () => {
    expect(poise(['test'], { cwd: folderWith(HALF) }).stdout).not.toContain('threshold');
  });

  it('counts playbooks without a scenario, but not those that a filter leaves out, nor retired ones', () => {
    const idle = soundPlaybook('idle').replace(/\nscenario[\s\S]*/, '');
    const old = soundPlaybook('old').replace('status  active', 'status  retired');
    const cwd = folderWith({ ...HALF, 'idle.playbook': idle, 'old.playbook': old });
    const files = (...args: readonly string[]) =>
      [...poise(['test', '--coverage', ...args], { cwd }).stdout.matchAll(/^(\w+\.playbook) /gm)].map(
        ([, file]) => file,
      );
    expect(files()).toEqual(['idle.playbook', 'late.playbook']);
    expect(files('--filter', 'three')).toEqual(['late.playbook']);
  });

  it('leaves standard output to what programs read', () => {
    const { stdout, stderr } = poise(['test', '--format', 'json', '--coverage'], { cwd: folderWith(HALF) });
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stderr).toContain(MISSED);
  });
});

describe('poise test --min', () => {
  it('fails where rules, steps or thresholds are covered by less, and says which', () => {
    const { status, stdout } = poise(['test', '--min', '51'], { cwd: folderWith(HALF) });
    expect(status).toBe(1);
    expect(stdout).toContain('\n1 of 2 thresholds are covered, which is 50%; `--min` asks for 51%\n');
    expect(stdout).not.toMatch(/\d of \d (rules|steps|transitions) are/);
  });

  it.each([
    ['just enough', HALF, '50'],
    ['all', FULL, '100'],
  ])('passes with %s', (_, files, min) => {
    expect(poise(['test', '--min', min], { cwd: folderWith(files) }).status).toBe(0);
  });

  it('fails where a scenario fails, too, and is in the exit code of the report for programs', () => {
    const wrong = LATE.replace('expect step hear', 'expect end');
    expect(poise(['test', '--min', '0'], { cwd: folderWith({ 'late.playbook': wrong }) }).status).toBe(1);
    const { stdout } = poise(['test', '--min', '60', '--format', 'json'], { cwd: folderWith(HALF) });
    expect(JSON.parse(stdout)).toMatchObject({ exitCode: 1 });
  });

  it('with --quiet says nothing but what is missing', () => {
    expect(poise(['test', '--min', '50', '--quiet'], { cwd: folderWith(HALF) }).stdout).toBe('');
    expect(poise(['test', '--min', '60', '--quiet'], { cwd: folderWith(HALF) }).stdout.trim()).toBe(
      '1 of 2 thresholds are covered, which is 50%; `--min` asks for 60%',
    );
  });

  it.each(['', 'many', '-1', '101', 'NaN', '1e9'])('takes no `%s`', (min) => {
    const { status, stdout, stderr } = poise(['test', `--min=${min}`], { cwd: folderWith(HALF) });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toSatisfy(isPlainLine);
  });
});

describe('poise test --coverage-report', () => {
  it('writes what is asked for, and nothing else, into the workspace, and says where', () => {
    const cwd = folderWith({ ...HALF, 'poise.json': '{}', 'sub/keep.txt': '' });
    const { status, stdout } = poise(['test', '..', '--coverage-report', 'lcov,json'], { cwd: join(cwd, 'sub') });
    expect(status).toBe(0);
    expect(stdout).toContain('`../coverage/lcov.info` is written');
    expect(readFileSync(join(cwd, 'coverage/lcov.info'), 'utf8')).toContain('SF:late.playbook\n');
    const { files } = JSON.parse(readFileSync(join(cwd, 'coverage/coverage.json'), 'utf8'));
    expect(files).toMatchObject([{ file: 'late.playbook', total: { thresholds: { covered: 1, total: 2 } } }]);
    expect(existsSync(join(cwd, 'coverage/index.html'))).toBe(false);
  });

  it('writes pages, from nothing but what ships', () => {
    const cwd = folderWith(HALF);
    const shipped = emptyFolder();
    for (const part of ['bin', 'dist']) cpSync(join(CLI, part), join(shipped, part), { recursive: true });
    const line = `"$NODE" "${shipped}/bin/poise.js" test --coverage-report html --coverage-out out/pages`;
    expect(shell(line, { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(cwd, 'out/pages/late.playbook.html'), 'utf8')).toContain('never seen just below 3 days');
    expect(readFileSync(join(cwd, 'out/pages/favicon.png')).subarray(1, 4).toString()).toBe('PNG');
    expect(existsSync(join(cwd, 'coverage'))).toBe(false);
  });

  it('writes over an earlier report, and leaves alone what it didn’t write', () => {
    const cwd = folderWith({ ...HALF, 'coverage/lcov.info': 'old', 'coverage/notes.txt': 'mine' });
    poise(['test', '--coverage-report', 'lcov'], { cwd });
    expect(readFileSync(join(cwd, 'coverage/lcov.info'), 'utf8')).toMatch(/^TN:\n/);
    expect(readFileSync(join(cwd, 'coverage/notes.txt'), 'utf8')).toBe('mine');
  });

  it.each([
    ['an unknown form', ['--coverage-report', 'html,pdf']],
    ['a folder outside the workspace', ['--coverage-report', 'lcov', '--coverage-out', '../elsewhere']],
    ['the workspace itself', ['--coverage-report', 'lcov', '--coverage-out', '.']],
  ])('takes no %s', (_, args) => {
    const cwd = folderWith({ 'work/late.playbook': LATE });
    const { status, stderr } = poise(['test', ...args], { cwd: join(cwd, 'work') });
    expect(status).toBe(2);
    expect(stderr).toSatisfy(isPlainLine);
    expect(stderr).toContain('coverage-');
  });

  it('says so where it can’t write', () => {
    const cwd = folderWith(HALF);
    mkdirSync(join(cwd, 'coverage/lcov.info'), { recursive: true });
    writeFileSync(join(cwd, 'coverage/lcov.info/full'), '');
    const { status, stderr } = poise(['test', '--coverage-report', 'lcov'], { cwd });
    expect(status).toBe(3);
    expect(stderr).toSatisfy(isPlainLine);
    expect(stderr).toContain("`coverage/lcov.info` can't be written");
  });
});
