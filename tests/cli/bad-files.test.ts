import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, isPlainLine, type Outcome, poise, type RunOptions, soundPlaybook } from './poise.ts';

/** The findings of `poise check`, as `file:line:column code message`. */
function findings(args: readonly string[], options: RunOptions): readonly string[] {
  const { status, stdout, stderr } = poise(['check', '--format', 'json', ...args], options);
  expect(stderr).toBe('');
  const report = JSON.parse(stdout);
  expect(status).toBe(report.exitCode);
  return report.findings.map(
    (found: { file: string; line: number; column: number; code: string; message: string }) =>
      `${found.file}:${found.line}:${found.column} ${found.code} ${found.message}`,
  );
}

function expectRefusal({ status, stdout, stderr }: Outcome, line: string): void {
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `${line}\n` });
}

const KIBIBYTE = 1024;

describe('bytes', () => {
  const sound = Buffer.from(soundPlaybook('a'));
  const onLine3 = (...bytes: readonly number[]) => Buffer.concat([Buffer.from('\n\n"'), Buffer.from(bytes), sound]);
  const unreadable: Readonly<Record<string, readonly [bytes: Uint8Array, message: string]>> = {
    'Latin-1': [onLine3(0xe9), 'this file is not UTF-8 text, as line 3 shows: save it as UTF-8'],
    'a character cut short at the end': [
      Buffer.concat([sound, Buffer.from([0xe2, 0x82])]),
      `this file is not UTF-8 text, as line ${soundPlaybook('a').split('\n').length} shows: save it as UTF-8`,
    ],
    'a surrogate': [onLine3(0xed, 0xa0, 0x80), 'this file is not UTF-8 text, as line 3 shows: save it as UTF-8'],
    NUL: [onLine3(0x00), 'this file is not UTF-8 text, line 3 has a NUL byte: save it as UTF-8'],
    'UTF-16, little end first': [
      Buffer.from(`\ufeff${soundPlaybook('a')}`, 'utf16le'),
      'this file is not UTF-8 text but UTF-16: save it as UTF-8',
    ],
    'UTF-16, big end first': [
      Buffer.from(`\ufeff${soundPlaybook('a')}`, 'utf16le').swap16(),
      'this file is not UTF-8 text but UTF-16: save it as UTF-8',
    ],
    'UTF-16 without a mark': [
      Buffer.from(soundPlaybook('a'), 'utf16le'),
      'this file is not UTF-8 text, line 1 has a NUL byte: save it as UTF-8',
    ],
    '10 MB on one line': [
      Buffer.alloc(10_000 * KIBIBYTE, 'a'),
      'this file is larger than 1 MB: is it a playbook? If so, split it',
    ],
  };
  it.each(Object.entries(unreadable))('%s: one finding', (_, [bytes, message]) => {
    const cwd = folderWith({ 'a.playbook': bytes });
    expect(findings([], { cwd })).toEqual([`a.playbook:1:1 unreadable-file ${message}`]);
  });

  it('an unreadable file is shown without a source line', () => {
    const cwd = folderWith({ 'a.playbook': onLine3(0x00) });
    expect(poise(['check'], { cwd }).stdout.split('\n')).toEqual([
      'a.playbook:1:1  error  this file is not UTF-8 text, line 3 has a NUL byte: save it as UTF-8  [unreadable-file]',
      '',
      '1 error in 1 file',
      '',
    ]);
  });

  it('a byte order mark and CRLF are fine', () => {
    const text = `\ufeff${soundPlaybook('a').replaceAll('\n', '\r\n')}`;
    expect(findings([], { cwd: folderWith({ 'a.playbook': text }) })).toEqual([]);
  });

  it('an error stands at the same place with a byte order mark and CRLF', () => {
    const text = soundPlaybook('a').replace('goal', 'goall');
    const plain = findings([], { cwd: folderWith({ 'a.playbook': text }) });
    const marked = findings([], { cwd: folderWith({ 'a.playbook': `\ufeff${text.replaceAll('\n', '\r\n')}` }) });
    expect(plain).toHaveLength(1);
    expect(marked).toEqual(plain);
  });

  it.each([
    ['letters', 'a'],
    ['quotes', '"'],
    ['commas', ','],
    ['words', 'say '],
    ['opening parentheses', '('],
    ['bytes of every kind', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  ])('nearly 1 MB of %s on one line: no crash, and not too much output', (_, unit) => {
    const cwd = folderWith({ 'a.playbook': Buffer.alloc(1024 * KIBIBYTE - 1, unit) });
    const { status, stdout, stderr } = poise(['check'], { cwd });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout.length).toBeLessThan(100 * KIBIBYTE);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(500);
  });

  it('100,000 nested parentheses', () => {
    const nested = `${'('.repeat(100_000)}anger is 1${')'.repeat(100_000)}`;
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a').replace('when ', `when ${nested} or `) });
    const { status, stdout, stderr } = poise(['check'], { cwd });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('[nested-too-deep]');
  });
});

describe('use', () => {
  const using = (path: string, id = 'a') => `use "${path}"\n${soundPlaybook(id)}`;

  it('a chain of 1,000 files', () => {
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [
        `f${index}.playbook`,
        `${index < 999 ? `use "f${index + 1}.playbook"\n` : ''}signal s${index} yes or no "A signal."\n`,
      ]),
    );
    const { status, stdout, stderr } = poise(['check', 'f0.playbook'], { cwd: folderWith(files) });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/in 1,000 files\n$/);
  });

  it('a circle of 1,000 files', () => {
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`f${index}.playbook`, `use "f${(index + 1) % 1000}.playbook"\n`]),
    );
    const { status, stderr } = poise(['check', 'f0.playbook'], { cwd: folderWith(files) });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });

  it.each([
    ['a file that is not there', 'gone.playbook', 'use-not-found'],
    ['a file above the workspace', '../secret.playbook', 'use-outside-workspace'],
    ['a file above the workspace, in a roundabout way', 'x/../../secret.playbook', 'use-outside-workspace'],
    ['an absolute path', '/etc/passwd', 'use-outside-workspace'],
    ['a link that leaves the workspace', 'link.playbook', 'use-outside-workspace'],
    ['a link to a folder outside', 'folder/secret.playbook', 'use-outside-workspace'],
    ['a path below a file', 'ws.playbook/x.playbook', 'use-not-found'],
    ['a name that is too long', `${'x'.repeat(5000)}.playbook`, 'use-not-found'],
  ])('%s', (_, path, code) => {
    const top = folderWith({
      'secret.playbook': 'signal secret_word yes or no "The secret."',
      'ws/ws.playbook': using(path),
    });
    symlinkSync('../secret.playbook', join(top, 'ws/link.playbook'));
    symlinkSync('..', join(top, 'ws/folder'));
    const options = { cwd: join(top, 'ws') };
    const found = findings(['ws.playbook'], options);
    expect(found.map((finding) => finding.split(' ', 2).join(' '))).toContain(`ws.playbook:1:5 ${code}`);
    expect(found.join('\n')).not.toContain('secret_word');
  });

  it('a folder whose name ends in .playbook', () => {
    const cwd = folderWith({ 'a.playbook': using('x.playbook'), 'x.playbook/b.playbook': soundPlaybook('b') });
    expect(findings([], { cwd })).toContain(
      'x.playbook:1:1 unreadable-file this is a folder, and a playbook is a file: give one of them another name',
    );
  });

  it('a link that leads back to itself', () => {
    const cwd = folderWith({ 'a.playbook': using('loop.playbook') });
    symlinkSync('loop.playbook', join(cwd, 'loop.playbook'));
    expect(findings([], { cwd })).toContain(
      "loop.playbook:1:1 unreadable-file this file can't be read: it is a link that leads back to itself",
    );
  });

  it.runIf(process.platform !== 'win32')('a pipe into which nobody writes', () => {
    const cwd = folderWith({ 'a.playbook': using('pipe.playbook') });
    expect(spawnSync('mkfifo', [join(cwd, 'pipe.playbook')]).status).toBe(0);
    expect(findings(['a.playbook'], { cwd })).toContain(
      'pipe.playbook:1:1 unreadable-file this is not an ordinary file',
    );
  });
});

describe('paths', () => {
  it('a folder whose name ends in .playbook is a folder like any other', () => {
    const cwd = folderWith({ 'x.playbook/b.playbook': soundPlaybook('b') });
    expect(poise(['check', 'x.playbook'], { cwd })).toMatchObject({ status: 0, stdout: 'nothing found in 1 file\n' });
    mkdirSync(join(cwd, 'empty.playbook'));
    expect(poise(['check'], { cwd }).status).toBe(0);
    expectRefusal(poise(['check', 'empty.playbook'], { cwd }), 'poise: there is no .playbook file in `empty.playbook`');
  });

  it('a file that vanishes after it has been found', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    const preload = `
      const fs = require('node:fs');
      const { openSync } = fs;
      fs.openSync = (path, ...rest) => {
        if (String(path).endsWith('a.playbook')) fs.rmSync(${JSON.stringify(join(cwd, 'b.playbook'))}, { force: true });
        return openSync(path, ...rest);
      };`;
    expect(findings([], { cwd, preload })).toEqual(['b.playbook:1:1 unreadable-file this file is not there']);
  });

  it('a file that may not be read', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    chmodSync(join(cwd, 'a.playbook'), 0o000);
    expect(findings([], { cwd, unprivileged: true })).toEqual([
      "a.playbook:1:1 unreadable-file this file can't be read: you have no permission",
    ]);
  });

  it('a folder that may not be read', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), 'locked/b.playbook': soundPlaybook('b') });
    chmodSync(join(cwd, 'locked'), 0o000);
    const { status, stdout, stderr } = poise(['check'], { cwd, unprivileged: true });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe("poise: the folder `locked` can't be read: you have no permission\n");
    expectRefusal(
      poise(['check', 'locked/b.playbook'], { cwd, unprivileged: true }),
      "poise: `locked/b.playbook` can't be read: you have no permission",
    );
  });

  it('links are not searched, and one that leaves the workspace is refused by name', () => {
    const top = folderWith({ 'outside/o.playbook': 'no playbook', 'ws/a.playbook': soundPlaybook('a') });
    const cwd = join(top, 'ws');
    symlinkSync('../outside', join(cwd, 'folder'));
    symlinkSync('../outside/o.playbook', join(cwd, 'o.playbook'));
    symlinkSync('.', join(cwd, 'itself'));
    expect(findings([], { cwd })).toEqual([]);
    for (const path of ['o.playbook', 'folder', 'folder/*.playbook', 'folder/o.playbook', '../outside']) {
      expectRefusal(
        poise(['check', path], { cwd }),
        `poise: \`${path}\` lies outside this workspace, and nothing outside is read`,
      );
    }
  });

  it('what is installed, built or hidden is left out, unless it is named', () => {
    const broken = 'goall';
    const cwd = folderWith({
      'a.playbook': soundPlaybook('a'),
      'node_modules/x/b.playbook': broken,
      'sub/dist/c.playbook': broken,
      '.hidden/d.playbook': broken,
    });
    expect(findings([], { cwd })).toEqual([]);
    expect(poise(['check', 'sub/dist/c.playbook'], { cwd }).status).toBe(1);
    expect(poise(['check', 'node_modules/x'], { cwd }).status).toBe(1);
  });

  it('the workspace is the nearest folder with a poise.json', () => {
    const cwd = folderWith({
      'poise.json': '{}',
      'shared/s.playbook': 'signal s yes or no "A signal."\n',
      'team/a.playbook': `use "../shared/s.playbook"\n${soundPlaybook('a')}`,
    });
    expect(findings([], { cwd: join(cwd, 'team') }).filter((found) => found.includes('outside'))).toEqual([]);
    expect(findings(['../shared'], { cwd: join(cwd, 'team') })).not.toContain('outside');
    writeFileSync(join(cwd, 'team/a.playbook'), 'goall');
    expect(poise(['check'], { cwd: join(cwd, 'team') }).stdout).toMatch(/^a\.playbook:1:1 /);
    expect(findings([], { cwd: join(cwd, 'team') })[0]).toMatch(/^team\/a\.playbook:1:1 /);
  });

  it('patterns, folders and files together, each file once', () => {
    const cwd = folderWith({ 'p/a.playbook': soundPlaybook('a'), 'p/b.playbook': soundPlaybook('b'), 'p/x.txt': 'x' });
    const { stdout } = poise(['check', 'p/*', 'p', 'p/{a,b}.playbook', 'p/a.playbook', join(cwd, 'p')], { cwd });
    expect(stdout).toBe('nothing found in 2 files\n');
  });

  it('a current folder that has gone', () => {
    const cwd = folderWith({ 'here/a.playbook': soundPlaybook('a') });
    const preload = `require('node:fs').rmSync(${JSON.stringify(join(cwd, 'here'))}, { recursive: true, force: true });`;
    const outcome = poise(['check'], { cwd: join(cwd, 'here'), preload });
    expect(isPlainLine(outcome.stderr)).toBe(true);
    expect(outcome.status).toBe(2);
  });
});
