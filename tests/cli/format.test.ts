import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, poise, shell } from './poise.ts';

const NEAT = 'step a "A"\n  goal "A."\n  do   "B."\n';
const MESSY = NEAT.replaceAll('  ', '\t');
const BROKEN = 'step  a\n goal "A."\nstep  b\n goall  "B."\n';

describe('poise format', () => {
  it('lays out what it is given, and says what it has changed', () => {
    const cwd = folderWith({ 'neat.playbook': NEAT, 'sub/messy.playbook': MESSY, 'sub/other.txt': MESSY });
    expect(poise(['format'], { cwd })).toEqual({
      status: 0,
      stdout: 'sub/messy.playbook: changed\n1 of 2 files changed\n',
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'sub/messy.playbook'), 'utf8')).toBe(NEAT);
    expect(readFileSync(join(cwd, 'sub/other.txt'), 'utf8')).toBe(MESSY);
    expect(readdirSync(join(cwd, 'sub'))).toEqual(['messy.playbook', 'other.txt']);
    expect(poise(['format'], { cwd }).stdout).toBe('nothing to change in 2 files\n');
  });

  it('touches no file that is as it should be', () => {
    const cwd = folderWith({ 'neat.playbook': NEAT });
    utimesSync(join(cwd, 'neat.playbook'), 1000, 1000);
    expect(poise(['format', 'neat.playbook'], { cwd }).status).toBe(0);
    expect(statSync(join(cwd, 'neat.playbook')).mtimeMs).toBe(1_000_000);
  });

  it('with --check writes nothing, and fails if it would', () => {
    const cwd = folderWith({ 'neat.playbook': NEAT, 'messy.playbook': MESSY });
    expect(poise(['format', '--check'], { cwd })).toEqual({
      status: 1,
      stdout: 'messy.playbook: would change\n1 of 2 files would change\n',
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'messy.playbook'), 'utf8')).toBe(MESSY);
    expect(poise(['format', '--check', 'neat.playbook'], { cwd }).status).toBe(0);
  });

  it('leaves alone what can’t be read, and says so', () => {
    const cwd = folderWith({ 'broken.playbook': BROKEN });
    expect(poise(['format'], { cwd })).toEqual({
      status: 0,
      stdout: [
        'broken.playbook: changed',
        'broken.playbook: 1 part has a mistake in it, and is left as it is',
        '`poise check` says what is wrong there',
        '1 of 1 file changed\n',
      ].join('\n'),
      stderr: '',
    });
    expect(readFileSync(join(cwd, 'broken.playbook'), 'utf8')).toBe('step a\n  goal "A."\nstep  b\n goall  "B."\n');
    expect(poise(['format', '--check'], { cwd }).status).toBe(0);
  });

  it('keeps permissions, the byte order mark and the way lines end', () => {
    const mark = '\uFEFF';
    const cwd = folderWith({ 'messy.playbook': mark + MESSY.replaceAll('\n', '\r\n') });
    chmodSync(join(cwd, 'messy.playbook'), 0o640);
    expect(poise(['format'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'messy.playbook'), 'utf8')).toBe(mark + NEAT.replaceAll('\n', '\r\n'));
    expect(statSync(join(cwd, 'messy.playbook')).mode & 0o777).toBe(0o640);
  });

  it('follows a link that it is given to its file', () => {
    const cwd = folderWith({ 'kept/messy.playbook': MESSY });
    symlinkSync('kept/messy.playbook', join(cwd, 'link.playbook'));
    expect(poise(['format', 'link.playbook'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'kept/messy.playbook'), 'utf8')).toBe(NEAT);
    expect(
      readdirSync(cwd, { withFileTypes: true })
        .find(({ name }) => name === 'link.playbook')
        ?.isSymbolicLink(),
    ).toBe(true);
  });

  it('says which files it can’t read, lays out the others, and fails', () => {
    const cwd = folderWith({ 'a.playbook': Buffer.from([0x73, 0xff]), 'messy.playbook': MESSY });
    expect(poise(['format'], { cwd })).toEqual({
      status: 1,
      stdout: [
        'a.playbook: this file is not UTF-8 text, as line 1 shows: save it as UTF-8',
        'messy.playbook: changed',
        '1 of 1 file changed\n',
      ].join('\n'),
      stderr: '',
    });
  });

  it('stops at a file that it may not write, which is as it was', () => {
    const cwd = folderWith({ 'messy.playbook': MESSY });
    chmodSync(join(cwd, 'messy.playbook'), 0o444);
    expect(poise(['format'], { cwd, unprivileged: true })).toEqual({
      status: 3,
      stdout: '',
      stderr: "poise: `messy.playbook` can't be written: you have no permission. It is as it was\n",
    });
    expect(readFileSync(join(cwd, 'messy.playbook'), 'utf8')).toBe(MESSY);
  });

  it('stops where a path means no playbook', () => {
    const cwd = folderWith({ 'neat.playbook': NEAT });
    mkdirSync(join(cwd, 'empty'));
    expect(poise(['format', 'empty'], { cwd })).toMatchObject({ status: 2, stdout: '' });
    expect(poise(['format', '-', 'neat.playbook'], { cwd })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'poise: `-` stands for standard input, and no other path can be beside it\n',
    });
  });
});

describe('poise format -', () => {
  it('reads standard input and writes standard output', () => {
    const cwd = folderWith({ 'messy.playbook': MESSY });
    expect(shell('poise format - < messy.playbook', { cwd })).toEqual({ status: 0, stdout: NEAT, stderr: '' });
    expect(shell('poise format - --check < messy.playbook', { cwd })).toEqual({ status: 1, stdout: '', stderr: '' });
  });

  it('says on standard error what it has left alone', () => {
    const cwd = folderWith({ 'broken.playbook': BROKEN });
    expect(shell('poise format - < broken.playbook', { cwd })).toEqual({
      status: 0,
      stdout: 'step a\n  goal "A."\nstep  b\n goall  "B."\n',
      stderr: '1 part has a mistake in it, and is left as it is; `poise check` says what is wrong there\n',
    });
  });

  it('gives nothing for what is no text', () => {
    const cwd = folderWith({ 'a.playbook': '' });
    writeFileSync(join(cwd, 'a.playbook'), Buffer.from([0xff, 0xfe, 0x73]));
    expect(shell('poise format - < a.playbook', { cwd })).toEqual({
      status: 3,
      stdout: '',
      stderr: 'poise: standard input is not UTF-8 text but UTF-16: save it as UTF-8\n',
    });
  });
});
