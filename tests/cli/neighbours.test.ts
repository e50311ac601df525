/// <reference types="node" />
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { brokenPlaybook, emptyFolder, folderWith, poise, shell, soundPlaybook } from './poise.ts';
import { WatchingPoise } from './watching.ts';

const DAY = ['--today', '2026-11-22'];

/** A playbook that goes over to another when its only step is done. */
function naming(id: string, other: string): string {
  return soundPlaybook(id).replace(
    'for telling me."\n',
    `for telling me."\n  continue with ${other} when messages is at least 2\n`,
  );
}

const FILES = { 'poise.json': '{}\n', 'a.playbook': naming('a', 'b'), 'other/b.playbook': soundPlaybook('b') };
const NO_B = 'there is no playbook called `b`';
const UNSOUND =
  "a.playbook:14:17  error  the scenarios can't be played, for they need `b`, which has errors: `poise check other/b.playbook` shows them";

describe('a playbook by itself', () => {
  it.each(
    readdirSync(fileURLToPath(new URL('../../playbooks', import.meta.url))).filter((name) =>
      name.endsWith('.playbook'),
    ),
  )('from the shelf passes all commands: %s', (name) => {
    const cwd = emptyFolder();
    cpSync(fileURLToPath(new URL('../../playbooks', import.meta.url)), join(cwd, 'playbooks'), { recursive: true });
    const file = join('playbooks', name);
    expect(poise(['check', file, ...DAY], { cwd }).stdout).toMatch(/^nothing found in [67] files\n$/);
    expect(poise(['test', file, ...DAY], { cwd }).stdout).toMatch(/^\d+ scenarios passed in /);
    expect(poise(['build', file, '--out', 'out', ...DAY], { cwd }).status).toBe(0);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['index.json', name.replace('.playbook', '.json')].sort());
    expect(shell(`poise play ${file} < /dev/null`, { cwd }).status).toBe(0);
  });

  it('is all that is counted, listed, built and played', () => {
    const allowed = '// allow unused-name: it comes in May\nsignal vip yes or no "One of ours."\n';
    const cwd = folderWith({
      ...FILES,
      'a.playbook': `use "words.playbook"\n${FILES['a.playbook']}`.replace('customer says', 'customer says polite,'),
      'other/b.playbook': `use "../words.playbook"\n${soundPlaybook('b')}${allowed}`,
      'words.playbook': 'phrases polite: "would you mind"\n',
    });
    expect(poise(['check', 'a.playbook', '--suppressions'], { cwd }).stdout).toBe(
      '0 suppressions\nnothing found in 2 files\n',
    );
    expect(poise(['build', 'a.playbook'], { cwd }).status).toBe(0);
    expect(readdirSync(join(cwd, 'dist/playbooks'))).toEqual(['a.json', 'index.json']);
    expect(readFileSync(join(cwd, 'dist/playbooks/index.json'), 'utf8')).not.toContain('b.json');
    expect(poise(['test', 'a.playbook'], { cwd }).stdout).toMatch(/^1 scenario passed/);
    writeFileSync(join(cwd, 'a.playbook'), naming('a', 'b').replace(/scenario[\s\S]*/, ''));
    expect(poise(['test', 'a.playbook'], { cwd }).stdout).toBe('there is no scenario in 1 file\n');
  });

  it('has its rights and wrongs told, and not those of its neighbours', () => {
    const cwd = folderWith({ ...FILES, 'other/b.playbook': brokenPlaybook('b') });
    expect(poise(['check', 'a.playbook'], { cwd }).stdout).toBe('nothing found in 1 file\n');
    expect(poise(['build', 'a.playbook'], { cwd }).status).toBe(0);
    const tested = poise(['test', 'a.playbook'], { cwd });
    expect(tested.status).toBe(1);
    expect(tested.stdout).toContain(UNSOUND);
    expect(tested.stdout).toMatch(/\n1 error in 1 file\nno scenario was played\n$/);
    const played = shell('poise play a.playbook < /dev/null', { cwd });
    expect(played.status).toBe(1);
    expect(played.stdout).toContain(UNSOUND);
  });

  it('names no playbook outside the workspace', () => {
    const cwd = folderWith({ 'in/a.playbook': naming('a', 'b'), 'b.playbook': soundPlaybook('b') });
    expect(poise(['check', 'a.playbook'], { cwd: join(cwd, 'in') }).stdout).toContain(NO_B);
    expect(poise(['check', 'in/a.playbook'], { cwd }).status).toBe(0);
    writeFileSync(join(cwd, 'poise.json'), '{}');
    expect(poise(['check', 'a.playbook'], { cwd: join(cwd, 'in') }).status).toBe(0);
  });

  it('is checked though a folder of the workspace can’t be read', () => {
    const cwd = folderWith({ ...FILES, 'closed/c.playbook': soundPlaybook('c') });
    chmodSync(join(cwd, 'closed'), 0o000);
    try {
      expect(poise(['check', 'a.playbook', '--no-cache'], { cwd, unprivileged: true })).toMatchObject({
        status: 0,
        stderr: '',
      });
    } finally {
      chmodSync(join(cwd, 'closed'), 0o755);
    }
  });

  it('may name in a conversation what its file doesn’t', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    const { stdout } = shell('printf \'"trouble with b"\\nexpect playbook b\\n\' | poise play a.playbook', { cwd });
    expect(stdout).toContain('  it is so\n');
  });
});

describe('what is kept of a playbook by itself', () => {
  /** What is said with what is kept, which must be what is said without. */
  const said = (cwd: string): string => {
    const { stdout } = poise(['check', 'a.playbook', ...DAY], { cwd });
    expect(poise(['check', 'a.playbook', '--no-cache', ...DAY], { cwd }).stdout).toBe(stdout);
    expect(poise(['check', 'a.playbook', ...DAY], { cwd }).stdout).toBe(stdout);
    return stdout;
  };

  it('holds until a neighbour comes, goes, or has another name', () => {
    const { 'other/b.playbook': b, ...without } = FILES;
    const cwd = folderWith(without);
    expect(said(cwd)).toContain(NO_B);
    mkdirSync(join(cwd, 'other'));
    writeFileSync(join(cwd, 'other/b.playbook'), b);
    expect(said(cwd)).toBe('nothing found in 1 file\n');
    writeFileSync(join(cwd, 'other/b.playbook'), soundPlaybook('bb'));
    expect(said(cwd)).toContain(NO_B);
    writeFileSync(join(cwd, 'other/b.playbook'), b);
    expect(said(cwd)).toBe('nothing found in 1 file\n');
    renameSync(join(cwd, 'other/b.playbook'), join(cwd, 'other/z.playbook'));
    expect(said(cwd)).toBe('nothing found in 1 file\n');
    rmSync(join(cwd, 'other'), { recursive: true });
    expect(said(cwd)).toContain(NO_B);
  });

  it('is used again', () => {
    const cwd = folderWith(FILES);
    const row = () => /^a .*$/m.exec(poise(['build', 'a.playbook', ...DAY], { cwd }).stdout)?.[0];
    expect(row()).toMatch(/ ms\s*$/);
    expect(row()).toMatch(/ –\s*$/);
  });
});

describe('a playbook by itself that is watched', () => {
  it('is looked at again when a neighbour comes, changes or goes', async () => {
    const { 'other/b.playbook': b, ...without } = FILES;
    const cwd = folderWith(without);
    const watching = new WatchingPoise(['check', 'a.playbook'], { cwd });
    expect(await watching.run()).toContain(NO_B);
    mkdirSync(join(cwd, 'other'));
    writeFileSync(join(cwd, 'other/b.playbook'), b);
    await watching.runWith('nothing found in 1 file\n');
    writeFileSync(join(cwd, 'other/b.playbook'), soundPlaybook('bb'));
    await watching.runWith(NO_B);
    writeFileSync(join(cwd, 'other/c.playbook'), b);
    await watching.runWith('nothing found in 1 file\n');
    rmSync(join(cwd, 'other'), { recursive: true });
    await watching.runWith(NO_B);
  });

  it('is tested again when a neighbour is put right', async () => {
    const cwd = folderWith({ ...FILES, 'other/b.playbook': brokenPlaybook('b') });
    const watching = new WatchingPoise(['test', 'a.playbook'], { cwd });
    expect(await watching.run()).toContain(UNSOUND);
    writeFileSync(join(cwd, 'other/b.playbook'), soundPlaybook('b'));
    await watching.runWith('1 scenario passed');
  });

  it('that names nobody isn’t', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check', 'a.playbook'], { cwd });
    await watching.run();
    writeFileSync(join(cwd, 'b.playbook'), soundPlaybook('b'));
    writeFileSync(join(cwd, 'a.playbook'), soundPlaybook('a', 'Another'));
    expect(await watching.run()).toMatch(/^changed: a\.playbook\n/);
  });
});
