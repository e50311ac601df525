/// <reference types="node" />
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenPlaybook, emptyFolder, folderWith, poise, soundPlaybook } from './poise.ts';
import { WatchingPoise } from './watching.ts';

const CLEAN = 'nothing found in 1 file\n';
const UNKNOWN_LINE = /error {2}`goall` is not something a step can have/;

/** Writes as careful editors do: a new file takes the place of the old. */
function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.tmp`, text);
  renameSync(`${file}.tmp`, file);
}

describe('poise check --watch', () => {
  it('runs again after each change, with what has changed', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check'], { cwd });
    expect(await watching.run()).toBe(CLEAN);

    replaceFile(join(cwd, 'a.playbook'), brokenPlaybook('a'));
    const broken = await watching.run();
    expect(broken).toMatch(/^changed: a\.playbook\na\.playbook:12:3 /);
    expect(broken).toMatch(UNKNOWN_LINE);
    expect(broken).toMatch(/\n1 error in 1 file\n$/);

    for (const text of [soundPlaybook('a'), brokenPlaybook('a'), soundPlaybook('a')]) {
      replaceFile(join(cwd, 'a.playbook'), text);
      expect(await watching.run()).toContain(text === soundPlaybook('a') ? CLEAN : '1 error in 1 file\n');
    }

    replaceFile(join(cwd, 'b.playbook'), soundPlaybook('b'));
    expect(await watching.run()).toBe('changed: b.playbook\nnothing found in 2 files\n');
    renameSync(join(cwd, 'b.playbook'), join(cwd, 'c.playbook'));
    expect(await watching.run()).toBe('changed: b.playbook, c.playbook\nnothing found in 2 files\n');
    rmSync(join(cwd, 'c.playbook'));
    expect(await watching.run()).toBe(`changed: c.playbook\n${CLEAN}`);
  });

  it('sees a file that is written to where it is', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check'], { cwd });
    await watching.run();
    for (const round of [1, 2, 3]) {
      writeFileSync(join(cwd, 'a.playbook'), `${soundPlaybook('a')}\nsignall s${round} yes or no "A signal."\n`);
      await watching.runWith(`signall s${round}`);
    }
  });

  it('takes what comes together together, and names three files at most', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const more = folderWith(Object.fromEntries([...'bcdef'].map((id) => [`${id}.playbook`, soundPlaybook(id)])));
    const watching = new WatchingPoise(['check'], { cwd });
    await watching.run();
    renameSync(more, join(cwd, 'more'));
    const names = 'more/b.playbook, more/c.playbook, more/d.playbook and 2 more';
    expect(await watching.run()).toBe(`changed: ${names}\nnothing found in 6 files\n`);
    rmSync(join(cwd, 'more'), { recursive: true });
    expect(await watching.run()).toMatch(/^changed: more\/.*\n/);
  });

  it('misses nothing in folders that have only just been made', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check', '.'], { cwd });
    await watching.run();
    for (let round = 0; round < 20; round++) {
      const file = join(cwd, `x${round}/y/z/deep.playbook`);
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, brokenPlaybook(`deep_${round}`));
      await watching.runWith('`goall`');
      replaceFile(file, soundPlaybook(`deep_${round}`));
      await watching.runWith(`nothing found in ${round + 2} files\n`);
    }
  });

  it('what makes no difference starts no run', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), 'other/b.playbook': soundPlaybook('b') });
    const watching = new WatchingPoise(['check', 'a.playbook'], { cwd });
    await watching.run();
    replaceFile(join(cwd, 'notes.txt'), 'a note');
    replaceFile(join(cwd, 'other/b.playbook'), brokenPlaybook('b'));
    replaceFile(join(cwd, 'c.playbook'), brokenPlaybook('c'));
    mkdirSync(join(cwd, 'empty'));
    // A run for any of those would come first, or have its name in this one's.
    replaceFile(join(cwd, 'a.playbook'), soundPlaybook('a', 'Another title'));
    expect(await watching.run()).toBe(`changed: a.playbook\n${CLEAN}`);
  });

  it('sees the files that `use` lines ask for, and those that they would ask for', async () => {
    const cwd = folderWith({ 'books/a.playbook': `use "../parts/signals.playbook"\n${soundPlaybook('a')}` });
    const watching = new WatchingPoise(['check', 'books/a.playbook'], { cwd });
    expect(await watching.run()).toContain('[use-not-found]');
    mkdirSync(join(cwd, 'parts'));
    replaceFile(join(cwd, 'parts/signals.playbook'), 'signal anger from 0 to 10 "How angry the customer is."\n');
    await watching.runWith('in 2 files\n');
    replaceFile(join(cwd, 'parts/signals.playbook'), 'signall');
    await watching.runWith('parts/signals.playbook:1:1 ');
    rmSync(join(cwd, 'parts'), { recursive: true });
    await watching.runWith('[use-not-found]');
  });

  it('says what is wrong with `poise.json`, and goes on', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check'], { cwd });
    await watching.run();
    replaceFile(join(cwd, 'poise.json'), '{ "outt": "x" }');
    expect(await watching.run()).toMatch(/^changed: poise\.json\npoise\.json:1:3 .*\[unknown-setting\]/);
    replaceFile(join(cwd, 'poise.json'), '{');
    expect(await watching.run()).toMatch(/^changed: poise\.json\npoise\.json:1:/);
    rmSync(join(cwd, 'poise.json'));
    expect(await watching.run()).toBe(`changed: poise.json\n${CLEAN}`);
  });

  it('says when there is nothing to check any more, and goes on when there is', async () => {
    const cwd = folderWith({ 'books/a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check', 'books'], { cwd });
    await watching.run();
    renameSync(join(cwd, 'books'), join(cwd, 'away'));
    expect(await watching.run()).toBe('changed: books/a.playbook\n');
    expect(await watching.error()).toBe('poise: there is no file or folder `books`\n');
    renameSync(join(cwd, 'away'), join(cwd, 'books'));
    expect(await watching.run()).toBe(`changed: books/a.playbook\n${CLEAN}`);
    replaceFile(join(cwd, 'books/a.playbook'), brokenPlaybook('a'));
    expect(await watching.run()).toMatch(UNKNOWN_LINE);
  });

  it('outlives the whole workspace', async () => {
    const parent = folderWith({ 'here/a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check'], { cwd: join(parent, 'here') });
    await watching.run();
    renameSync(join(parent, 'here'), join(parent, 'elsewhere'));
    await watching.run();
    expect(await watching.error()).toBe('poise: there is no file or folder `.`\n');
    renameSync(join(parent, 'elsewhere'), join(parent, 'here'));
    expect(await watching.run()).toBe(`changed: a.playbook\n${CLEAN}`);
  });

  it('says that a file can’t be read, and reads it when it can', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check'], { cwd, unprivileged: true });
    await watching.run();
    chmodSync(join(cwd, 'a.playbook'), 0);
    expect(await watching.run()).toContain("this file can't be read: you have no permission");
    chmodSync(join(cwd, 'a.playbook'), 0o644);
    expect(await watching.run()).toBe(`changed: a.playbook\n${CLEAN}`);
  });

  it('a change during a run starts another', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    // When `b` is opened, `a` has been read.
    const preload = `const fs = require('node:fs');
      const open = fs.openSync;
      let changed = false;
      fs.openSync = (path, ...rest) => {
        if (!changed && String(path).endsWith('b.playbook')) {
          changed = true;
          fs.writeFileSync('a.playbook', fs.readFileSync('a.playbook', 'utf8').replace('goal', 'goall'));
        }
        return open(path, ...rest);
      };`;
    const watching = new WatchingPoise(['check'], { cwd, preload });
    expect(await watching.run()).toBe('nothing found in 2 files\n');
    expect(await watching.run()).toMatch(UNKNOWN_LINE);
  });

  it('asks for the day at each run', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), day: '2999-12-30' });
    const preload = `const { readFileSync } = require('node:fs');
      Date.prototype.toISOString = () => readFileSync('day', 'utf8') + 'T00:00:00.000Z';`;
    const watching = new WatchingPoise(['check', '--fail-level', 'info'], { cwd, preload });
    const before = await watching.run();
    expect(before).not.toContain('[review-overdue]');
    replaceFile(join(cwd, 'day'), '3000-01-01');
    replaceFile(join(cwd, 'a.playbook'), soundPlaybook('a'));
    expect(await watching.run()).toContain('[review-overdue]');
  });

  it('--format json prints one report for each run, each on a line', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a') });
    const watching = new WatchingPoise(['check', '.', '--format', 'json'], { cwd });
    expect(JSON.parse(await watching.line())).toMatchObject({ exitCode: 0, counts: { files: 1, errors: 0 } });
    replaceFile(join(cwd, 'a.playbook'), brokenPlaybook('a'));
    expect(JSON.parse(await watching.line())).toMatchObject({ exitCode: 1, findings: [{ code: 'unknown-line' }] });
    rmSync(join(cwd, 'a.playbook'));
    expect(JSON.parse(await watching.line())).toMatchObject({ exitCode: 2, reason: 'wrong-use' });
  });

  it('--quiet prints nothing but what is found', async () => {
    const cwd = folderWith({ 'a.playbook': brokenPlaybook('a') });
    const watching = new WatchingPoise(['check', '--quiet'], { cwd });
    const found = [await watching.line(), await watching.line(), await watching.line(), await watching.line()];
    expect(found[0]).toMatch(UNKNOWN_LINE);
    replaceFile(join(cwd, 'a.playbook'), brokenPlaybook('b'));
    for (const line of found) expect(await watching.line()).toBe(line);
  });

  it('what is wrong from the beginning ends it', () => {
    const { status, stdout, stderr } = poise(['check', '--watch', 'nothing'], { cwd: emptyFolder() });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'poise: there is no file or folder `nothing`\n',
    });
  });

  it('Ctrl-C ends it by the signal', async () => {
    const watching = new WatchingPoise(['check'], { cwd: folderWith({ 'a.playbook': soundPlaybook('a') }) });
    await watching.run();
    watching.signal('SIGINT');
    expect(await watching.ended).toEqual({ code: null, signal: 'SIGINT' });
  });

  it('ends when the program is gone that started it', async () => {
    const watching = new WatchingPoise(['check'], { cwd: folderWith({ 'a.playbook': brokenPlaybook('a') }) });
    await watching.run();
    watching.endInput();
    expect(await watching.ended).toEqual({ code: 0, signal: null });
  });
});

describe('poise build --watch', () => {
  it('writes all or nothing after each change', async () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    const out = (name: string) => join(cwd, 'dist/playbooks', name);
    const watching = new WatchingPoise(['build'], { cwd });
    expect(await watching.run()).toContain('3 files in `dist/playbooks`, 3 of them new or changed');
    const index = readFileSync(out('index.json'), 'utf8');

    replaceFile(join(cwd, 'b.playbook'), brokenPlaybook('b'));
    expect(await watching.run()).toContain('nothing was written, and `dist/playbooks` is as it was\n');
    expect(readFileSync(out('index.json'), 'utf8')).toBe(index);

    rmSync(join(cwd, 'b.playbook'));
    expect(await watching.run()).toContain(
      '2 files in `dist/playbooks`, 1 of them new or changed, 1 file of an earlier',
    );
    expect(existsSync(out('b.json'))).toBe(false);

    rmSync(out('a.json'));
    mkdirSync(out('a.json'));
    replaceFile(join(cwd, 'a.playbook'), soundPlaybook('a', 'Another title'));
    expect(await watching.run()).toBe('changed: a.playbook\n');
    expect(await watching.error()).toMatch(/^poise: `dist\/playbooks\/a\.json` can't be written: /);
    rmSync(out('a.json'), { recursive: true });
    replaceFile(join(cwd, 'a.playbook'), soundPlaybook('a', 'A third title'));
    expect(await watching.run()).toContain('2 of them new or changed');
    expect(readFileSync(out('a.json'), 'utf8')).toContain('A third title');
  });
});
