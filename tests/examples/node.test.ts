import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import { emptyFolder, poise } from '../cli/poise.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENGINE = join(ROOT, 'runtime/dist/poise-runtime.js');

/** The folder with what the shipped playbooks compile to. */
function shippedPlaybooks(): string {
  const folder = join(emptyFolder(), 'compiled');
  expect(poise(['build', 'playbooks', '--quiet', '--out', folder], { cwd: ROOT })).toMatchObject({ status: 0 });
  return folder;
}

it('examples/node guides a conversation', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'examples/node/agent-tool.mjs'), shippedPlaybooks()],
    { encoding: 'utf8' },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout.split('\n').map((line) => line.replace(/(?<=:) .*/, ''))).toEqual([
    'late_delivery, hear:',
    '  say:',
    'blocked by no_guessed_day:',
    'say instead:',
    'the reply is out',
    'late_delivery, hear:',
    '  say:',
    '',
  ]);
});

/** What the test sees of the engine. */
interface Engine {
  load(documents: readonly string[]): { readonly ok: boolean; readonly playbooks: readonly object[] };
  prepare(playbooks: readonly object[]): object;
  open(playbooks: object, opening: object): { readonly guidance: { readonly playbooks: readonly { id: string }[] } };
}

it('the built engine runs where there is nothing but JavaScript', () => {
  const built = readFileSync(ENGINE, 'utf8');
  expect(/["']node:|\bimport\b/.exec(built)?.[0]).toBeUndefined();
  const { code } = transformSync(built, { format: 'iife', globalName: 'engine' });
  // A new context has what the language itself has. This one thing all browsers and workers have besides.
  const { load, open, prepare } = runInNewContext(`${code};engine`, { structuredClone }) as Engine;
  const document = readFileSync(join(shippedPlaybooks(), 'late_delivery.json'), 'utf8');
  const { ok, playbooks } = load([document]);
  expect(ok).toBe(true);
  const { guidance } = open(prepare(playbooks), { time: Date.UTC(2026, 10, 24), reports: {} });
  expect(guidance.playbooks).toEqual([]);
});
