import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { emptyFolder, poise, shell } from './poise.ts';

const CLI = fileURLToPath(new URL('../../cli', import.meta.url));

/** Takes away what came after Node 20, as far as it can be taken away. */
const LIKE_NODE_20 = `
  delete Object.groupBy;
  delete Map.groupBy;
  delete Promise.withResolvers;
  delete Promise.try;
  delete Array.fromAsync;
  delete RegExp.escape;
  for (const name of Object.getOwnPropertyNames(Set.prototype)) {
    if (/^(union|intersection|difference|symmetricDifference|is[A-Z].*)$/.test(name)) delete Set.prototype[name];
  }
  const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  for (const name of Object.getOwnPropertyNames(iterators)) if (name !== 'constructor') delete iterators[name];
  delete globalThis.Iterator;
  require('node:module').enableCompileCache = undefined;`;

describe('the bundle', { timeout: 60_000 }, () => {
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
