import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LIKE_NODE_20 } from '../harness/node-20.ts';
import { emptyFolder, poise, shell } from './poise.ts';

const CLI = fileURLToPath(new URL('../../cli', import.meta.url));

describe('the bundle', () => {
  it('runs with nothing else installed', () => {
    const folder = emptyFolder();
    for (const part of ['bin', 'dist']) cpSync(join(CLI, part), join(folder, part), { recursive: true });
    const script =
      'copied() { "$NODE" "../bin/poise.js" "$@"; }; copied new ../mine && cd ../mine && copied build --quiet';
    cpSync(join(CLI, 'templates'), join(folder, 'here'), { recursive: true });
    expect(shell(script, { cwd: join(folder, 'here') })).toMatchObject({ status: 0, stderr: '' });
  });

  it('needs nothing that Node 20 doesn’t have', () => {
    const cwd = emptyFolder();
    expect(poise(['new', '.'], { cwd, preload: LIKE_NODE_20 })).toMatchObject({ status: 0, stderr: '' });
    expect(poise(['build'], { cwd, preload: LIKE_NODE_20 })).toMatchObject({ status: 0, stderr: '' });
    expect(poise(['map', 'anger'], { cwd, preload: LIKE_NODE_20 })).toMatchObject({ status: 0, stderr: '' });
    expect(poise(['map', 'time'], { cwd, preload: LIKE_NODE_20 })).toMatchObject({ status: 0, stderr: '' });
    expect(poise(['diff', '.', '.'], { cwd, preload: LIKE_NODE_20 })).toMatchObject({ status: 0, stderr: '' });
    expect(poise(['explain', 'unknwon-line'], { cwd, preload: LIKE_NODE_20 }).stderr).toContain('did you mean');
  });
});
