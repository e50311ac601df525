import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenPlaybook, folderWith, isPlainLine, poise, shell, soundPlaybook } from './poise.ts';

const OUT = 'dist/playbooks';

/** The folder's files, hidden ones included, with what is in them; folders end in `/`. */
function contentOf(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true })
      .map((entry) =>
        entry.isDirectory()
          ? ([`${entry.name}/`, ''] as const)
          : ([entry.name, readFileSync(join(folder, entry.name), 'utf8')] as const),
      )
      .sort(),
  );
}

/** What changes if a file is written or replaced, even with the same content. */
function tracesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const { ino, mtimeNs } = statSync(join(folder, name), { bigint: true });
      return [name, `${ino} ${mtimeNs}`];
    }),
  );
}

function built(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files);
  expect(poise(['build'], { cwd })).toMatchObject({ status: 0, stderr: '' });
  return cwd;
}

function rewrite(cwd: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
}

describe('what a build writes', () => {
  it('a document for each playbook, and the index of them', () => {
    const cwd = built({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    const content = contentOf(join(cwd, OUT));
    expect(Object.keys(content)).toEqual(['a.json', 'b.json', 'index.json']);
    expect(JSON.parse(content['a.json'] ?? '')).toMatchObject({ id: 'a' });
    expect(JSON.parse(content['index.json'] ?? '').playbooks.map(({ file }: { file: string }) => file)).toEqual([
      'a.json',
      'b.json',
    ]);
  });

  it('says of each playbook what it has, and how long that took', () => {
    const { stdout } = poise(['build'], { cwd: folderWith({ 'a.playbook': soundPlaybook('a') }) });
    const lines = stdout.split('\n').map((line) => line.replace(/ +/g, ' '));
    expect(lines[0]).toBe('playbook steps rules phrases scenarios findings time');
    expect(lines[1]).toMatch(/^a 1 0 1 1 0 \d+ ms$/);
    expect(lines.slice(2, 4)).toEqual(['', 'nothing found in 1 file']);
    expect(lines[4]).toMatch(/^2 files in `dist\/playbooks`, 2 of them new or changed in \d+\.\d s$/);
  });

  it('nothing that is the same already', () => {
    const cwd = built({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    const before = tracesOf(join(cwd, OUT));
    expect(poise(['build'], { cwd }).stdout).toContain('3 files in `dist/playbooks`, none of them changed');
    expect(tracesOf(join(cwd, OUT))).toEqual(before);
    writeFileSync(join(cwd, 'a.playbook'), soundPlaybook('a', 'Another title'));
    expect(poise(['build', '--format', 'json'], { cwd }).stdout).toContain(
      '"changed": [\n      "a.json",\n      "index.json"',
    );
    expect(tracesOf(join(cwd, OUT))['b.json']).toBe(before['b.json']);
    expect(tracesOf(join(cwd, OUT))['a.json']).not.toBe(before['a.json']);
  });

  it('and takes away what the build before wrote and this one doesn’t, and nothing else', () => {
    const cwd = built({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    writeFileSync(join(cwd, OUT, 'notes.json'), '{}');
    rmSync(join(cwd, 'b.playbook'));
    expect(poise(['build'], { cwd }).stdout).toContain('1 file of an earlier build removed');
    expect(Object.keys(contentOf(join(cwd, OUT)))).toEqual(['a.json', 'index.json', 'notes.json']);
  });

  it.each([
    ['leads elsewhere', '{"playbooks":[{"file":"../../precious.json"},{"file":"sub/x.json"},{"file":7},null]}'],
    ['is something else', '[1, 2'],
    ['has another form', '{"playbooks":{"file":"notes.json"}}'],
  ])('whatever the old index says: one that %s', (_, index) => {
    const cwd = folderWith({
      'a.playbook': soundPlaybook('a'),
      'precious.json': 'precious',
      [`${OUT}/index.json`]: index,
      [`${OUT}/notes.json`]: 'notes',
      [`${OUT}/sub/x.json`]: 'x',
    });
    expect(poise(['build'], { cwd }).status).toBe(0);
    expect(readFileSync(join(cwd, 'precious.json'), 'utf8')).toBe('precious');
    expect(Object.keys(contentOf(join(cwd, OUT)))).toEqual(['a.json', 'index.json', 'notes.json', 'sub/']);
    expect(existsSync(join(cwd, OUT, 'sub/x.json'))).toBe(true);
  });

  it('where --out says: from the current folder, in the workspace', () => {
    const cwd = folderWith({ 'poise.json': '{}', 'team/a.playbook': soundPlaybook('a') });
    expect(poise(['build', '--out', '../compiled'], { cwd: join(cwd, 'team') }).status).toBe(0);
    expect(poise(['build'], { cwd: join(cwd, 'team') }).status).toBe(0);
    expect(contentOf(join(cwd, 'compiled'))).toEqual(contentOf(join(cwd, OUT)));
  });

  it('elsewhere only if the whole path is given, and through no link either', () => {
    const top = folderWith({ 'ws/a.playbook': soundPlaybook('a'), 'elsewhere/x.txt': 'x' });
    const cwd = join(top, 'ws');
    symlinkSync('../elsewhere', join(cwd, 'link'));
    expect(poise(['build', '--out', 'link/out'], { cwd }).status).toBe(2);
    expect(contentOf(join(top, 'elsewhere'))).toEqual({ 'x.txt': 'x' });
    expect(poise(['build', '--out', join(top, 'elsewhere')], { cwd }).status).toBe(0);
    expect(Object.keys(contentOf(join(top, 'elsewhere')))).toEqual(['a.json', 'index.json', 'x.txt']);
  });
});

describe('a build that fails changes nothing', () => {
  it('with an error in any file', () => {
    const cwd = built({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    const before = tracesOf(join(cwd, OUT));
    rewrite(cwd, { 'a.playbook': soundPlaybook('a', 'Another title'), 'b.playbook': brokenPlaybook('b') });
    const { status, stdout } = poise(['build'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/nothing was written, and `dist\/playbooks` is as it was\n$/);
    expect(tracesOf(join(cwd, OUT))).toEqual(before);
  });

  it('with a warning, where that fails a build', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a').replace('2999', '2020') });
    expect(poise(['build', '--fail-level', 'warning'], { cwd }).status).toBe(1);
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
    expect(poise(['build'], { cwd }).status).toBe(0);
  });

  it('with a folder in the place of a document', () => {
    const cwd = built({ 'a.playbook': soundPlaybook('a') });
    const before = tracesOf(join(cwd, OUT));
    mkdirSync(join(cwd, OUT, 'b.json'));
    rewrite(cwd, { 'a.playbook': soundPlaybook('a', 'Another title'), 'b.playbook': soundPlaybook('b') });
    expect(poise(['build'], { cwd })).toEqual({
      status: 3,
      stdout: '',
      stderr:
        "poise: `dist/playbooks/b.json` can't be written: a folder of that name is in the way. Nothing has been changed.\n",
    });
    expect(tracesOf(join(cwd, OUT))).toMatchObject(before);
  });

  it('with a file in the place of the folder', () => {
    const cwd = folderWith({ 'a.playbook': soundPlaybook('a'), 'dist/playbooks': 'a file' });
    const { status, stderr } = poise(['build'], { cwd });
    expect(status).toBe(3);
    expect(stderr).toBe(
      "poise: `dist/playbooks` can't be written: a file of that name is in the way. Nothing has been changed.\n",
    );
  });

  it('without permission to write', () => {
    const cwd = built({ 'a.playbook': soundPlaybook('a') });
    const before = tracesOf(join(cwd, OUT));
    rewrite(cwd, { 'a.playbook': soundPlaybook('a', 'Another title') });
    chmodSync(join(cwd, OUT), 0o555);
    const { status, stderr } = poise(['build'], { cwd, unprivileged: true });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: "poise: `dist/playbooks` can't be written: you have no permission. Nothing has been changed.\n",
    });
    expect(tracesOf(join(cwd, OUT))).toEqual(before);
  });

  it('when a document can’t take its place after others have: they go back', () => {
    const cwd = built({ 'a.playbook': soundPlaybook('a'), 'c.playbook': soundPlaybook('c') });
    const before = contentOf(join(cwd, OUT));
    rewrite(cwd, {
      ...Object.fromEntries(['a', 'b', 'c'].map((id) => [`${id}.playbook`, soundPlaybook(id, 'Another title')])),
    });
    const preload = `
      const fs = require('node:fs');
      const { renameSync } = fs;
      fs.renameSync = (from, to) => {
        if (to.endsWith('c.json') && !from.includes('old-')) throw Object.assign(new Error('EIO'), { code: 'EIO' });
        return renameSync(from, to);
      };`;
    const { status, stderr } = poise(['build'], { cwd, preload });
    expect(status).toBe(3);
    expect(stderr).toBe(
      "poise: `dist/playbooks/c.json` can't be written: the system says EIO. Nothing has been changed.\n",
    );
    expect(contentOf(join(cwd, OUT))).toEqual(before);
  });

  it('when files may not become that large', () => {
    const cwd = built({ 'a.playbook': soundPlaybook('a'), 'b.playbook': soundPlaybook('b') });
    const before = tracesOf(join(cwd, OUT));
    rewrite(cwd, { 'a.playbook': soundPlaybook('a', 'New'), 'b.playbook': soundPlaybook('b', 'long '.repeat(20_000)) });
    const { status, stdout, stderr } = shell('ulimit -f 32; poise build', { cwd });
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(
      /^poise: `dist\/playbooks\/b\.json` can't be written: it would be larger than this system allows\./,
    );
    expect(isPlainLine(stderr)).toBe(true);
    expect(tracesOf(join(cwd, OUT))).toEqual(before);
  });

  it.runIf(process.platform === 'linux')('when the disk is full', () => {
    const cwd = folderWith({
      'a.playbook': soundPlaybook('a'),
      'b.playbook': soundPlaybook('b'),
      'new/a.playbook': soundPlaybook('a', 'New'),
      'new/b.playbook': soundPlaybook('b', 'long '.repeat(20_000)),
      'dist/x': '',
    });
    // A disk of its own, which nobody else sees and which goes with the shell.
    const script = `
      set -eu
      mount -t tmpfs -o size=64k poise-test dist
      state() { ls -A --full-time -i dist/playbooks | tail -n +2; cat dist/playbooks/*; }
      poise build *.playbook > /dev/null
      before=$(state)
      mv new/*.playbook .
      status=0; poise build *.playbook || status=$?
      [ "$before" = "$(state)" ] && echo "exit $status, nothing changed"`;
    const { status, stdout, stderr } = inNamespace(script, cwd);
    expect(stderr).toBe(
      "poise: `dist/playbooks/b.json` can't be written: the disk is full. Nothing has been changed.\n",
    );
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'exit 3, nothing changed\n' });
  });
});

/** Runs a script that may mount: as root in a mount namespace, as anybody else in one where they are root. Where neither is allowed it fails. */
function inNamespace(script: string, cwd: string) {
  const asRoot = process.getuid?.() === 0 ? '--mount' : '--mount --map-root-user';
  writeFileSync(join(cwd, 'script.sh'), `poise() { "$NODE" "$POISE" "$@"; }\n${script}\n`);
  return shell(`unshare ${asRoot} bash script.sh`, { cwd });
}

/** Kills the process, for good, at its nth change to the file system; in the middle of writing, if that is what it is. */
const killedAtChange = (nth: number) => `
  const fs = require('node:fs');
  let changes = 0;
  for (const name of ['mkdirSync', 'writeFileSync', 'linkSync', 'renameSync', 'rmSync']) {
    const change = fs[name];
    fs[name] = (...args) => {
      if (++changes === ${nth}) {
        if (name === 'writeFileSync') fs.writeSync(args[0], args[1].slice(0, args[1].length / 2));
        process.kill(process.pid, 'SIGKILL');
      }
      return change(...args);
    };
  }`;

describe('a build that is killed', { timeout: 300_000 }, () => {
  it('leaves each file old or new, wherever that happens, and the next build is whole', () => {
    const playbooks = (title: string, ...ids: readonly string[]) =>
      Object.fromEntries(ids.map((id) => [`${id}.playbook`, soundPlaybook(id, title)]));
    const oldFiles = playbooks('Old', 'a', 'b', 'gone');
    const newFiles = playbooks('New', 'a', 'b', 'added');
    const old = contentOf(join(built(oldFiles), OUT));
    const fresh = contentOf(join(built(newFiles), OUT));

    let killed = 0;
    for (;;) {
      const cwd = folderWith(newFiles);
      mkdirSync(join(cwd, OUT), { recursive: true });
      for (const [name, text] of Object.entries(old)) writeFileSync(join(cwd, OUT, name), text);
      const { status } = poise(['build'], { cwd, preload: killedAtChange(killed + 1) });
      const content = contentOf(join(cwd, OUT));
      for (const name of Object.keys(fresh)) expect([old[name], fresh[name]]).toContain(content[name]);
      if (content['index.json'] === fresh['index.json']) expect(content).toMatchObject(fresh);
      if (status === 0) break;
      expect(status).toBe(null);
      killed++;
      expect(poise(['build'], { cwd }).status).toBe(0);
      expect(contentOf(join(cwd, OUT))).toEqual(fresh);
    }
    // Three documents and the index are staged, three of them kept, and all put in their places.
    expect(killed).toBeGreaterThan(10);
  });
});
