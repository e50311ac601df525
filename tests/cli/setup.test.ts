import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, type Outcome } from './poise.ts';

const SETUP = fileURLToPath(new URL('../../scripts/setup.cjs', import.meta.url));
const OLD_NODE = "Object.defineProperty(process.versions, 'node', { value: '18.20.0' });";

/** A project with the scripts that the set-up runs, and nothing to install. */
function project(scripts: Readonly<Record<string, string>> = {}): string {
  const manifest = { name: 'fresh', version: '1.0.0', private: true };
  const done = (name: string) => `node -e "require('fs').appendFileSync('done.txt', '${name} ')"`;
  const folder = folderWith({
    'package.json': JSON.stringify({
      ...manifest,
      scripts: {
        ...Object.fromEntries(
          ['generate', 'build', 'playbooks', 'typecheck', 'lint', 'vitest'].map((s) => [s, done(s)]),
        ),
        ...scripts,
      },
    }),
    'package-lock.json': JSON.stringify({
      ...manifest,
      lockfileVersion: 3,
      requires: true,
      packages: { '': manifest },
    }),
    'preload.cjs': OLD_NODE,
  });
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(SETUP, join(folder, 'scripts/setup.cjs'));
  return folder;
}

function setUp(folder: string, task: string, ...nodeArgs: readonly string[]): Outcome {
  const args = [...nodeArgs, join(folder, 'scripts/setup.cjs'), task];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CI: 'true' },
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

describe('npm start and npm test', () => {
  it('install what is missing, then run their steps, with a line for each', () => {
    const folder = project();
    const { status, stdout } = setUp(folder, 'start');
    expect(status).toBe(0);
    expect(stdout.replace(/\d+\.\d s/g, '0.0 s')).toBe('install … 0.0 s\ngenerate … 0.0 s\nbuild … 0.0 s\nplaybooks\n');
    expect(readFileSync(join(folder, 'done.txt'), 'utf8')).toBe('generate build playbooks ');
  });

  it('install once, and again when the lockfile has changed', () => {
    const folder = project();
    expect(setUp(folder, 'test').stdout).toMatch(/^install … /);
    expect(setUp(folder, 'test').stdout).toMatch(/^generate … /);
    expect(readFileSync(join(folder, 'done.txt'), 'utf8')).toBe('generate typecheck lint build vitest '.repeat(2));
    const lockfile = join(folder, 'package-lock.json');
    writeFileSync(lockfile, `${readFileSync(lockfile, 'utf8')}\n`);
    expect(setUp(folder, 'start').stdout).toMatch(/^install … /);
  });

  it('stop at the step that fails, with what it said', () => {
    const folder = project({ lint: 'node -e "console.log(\'untidy\'); process.exit(1)"' });
    const { status, stdout, stderr } = setUp(folder, 'test');
    expect(status).toBe(1);
    expect(stdout).toMatch(/lint … failed\nuntidy\n$/);
    expect(stderr).toBe('`lint` failed.\n');
    expect(readFileSync(join(folder, 'done.txt'), 'utf8')).toBe('generate typecheck ');
  });

  it('say in one line that Node is too old', () => {
    const folder = project();
    expect(setUp(folder, 'start', `--require=${join(folder, 'preload.cjs')}`)).toEqual({
      status: 1,
      stdout: '',
      stderr: 'This is Node 18.20.0, and Poise needs Node 20 or newer: see https://nodejs.org\n',
    });
  });
});
