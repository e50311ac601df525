/// <reference types="node" />
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCompiler, type SourceHost } from '@poise/generator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileHost } from '../../cli/src/workspace/file-host.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';

const sources = shippedSources();
const compiler = createCompiler();
const entries = [...sources.keys()];

async function bytes(
  files: readonly string[],
  host: SourceHost,
  today = '2026-11-22',
): Promise<ReadonlyMap<string, string>> {
  const { outputs, findings } = await compiler.compile(files, host, { today });
  expect(findings.filter((found) => found.severity === 'error')).toEqual([]);
  return new Map(outputs.map(({ name, text }) => [name, text]));
}

const usual = await bytes(entries, memoryHost(sources));

test(
  'whatever order the files are given in, the same bytes come out, and the same findings',
  async () => {
    const { findings } = await compiler.compile(entries, memoryHost(sources), { today: '2026-11-22' });
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: entries.length }), async (shuffled) => {
        const again = await compiler.compile(shuffled, memoryHost(sources), { today: '2026-11-22' });
        expect(new Map(again.outputs.map(({ name, text }) => [name, text]))).toEqual(usual);
        expect(again.findings).toEqual(findings);
      }),
      runs(2),
    );
  },
  PATIENCE,
);

test('whatever order broken files are given in, the same is found in the same order', async () => {
  const broken = memoryHost(
    new Map([...sources].map(([path, text]) => [path, text.replace(/"$/m, '').replace('goal', 'gaol')])),
  );
  const { findings } = await compiler.compile(entries, broken, { today: '2026-11-22' });
  expect(new Set(findings.map(({ file }) => file)).size).toBeGreaterThan(1);
  const again = await compiler.compile(entries.toReversed(), broken, { today: '2026-11-22' });
  expect(again.findings).toEqual(findings);
});

test('wherever the workspace lies, the same bytes come out', async () => {
  const far = realpathSync(mkdtempSync(join(tmpdir(), 'poise é space-')));
  try {
    const deep = join(far, 'a', 'b', 'c');
    mkdirSync(deep, { recursive: true });
    cpSync(fileURLToPath(new URL('../../playbooks', import.meta.url)), join(deep, 'playbooks'), { recursive: true });
    expect(await bytes(entries, fileHost(deep))).toEqual(usual);
  } finally {
    rmSync(far, { recursive: true });
  }
});

test('whatever day it is, the same bytes come out', async () => {
  expect(await bytes(entries, memoryHost(sources), '1999-12-31')).toEqual(usual);
});

test('whichever way lines end, the same bytes come out', async () => {
  const elsewhere = new Map([...sources].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
  expect(await bytes(entries, memoryHost(elsewhere))).toEqual(usual);
});

test('what a playbook compiles to does not depend on which others are compiled with it', async () => {
  const another =
    'playbook another "Another" owner "Team" version 1.0.0\ntrigger start when customer says "hello"\nstep greet say "Hello."\n';
  const more = await bytes(['a.playbook', ...entries], memoryHost(new Map([...sources, ['a.playbook', another]])));
  expect([...more.keys()]).toContain('another.json');
  for (const [name, text] of usual) if (name !== 'index.json') expect(more.get(name)).toBe(text);
});

test('what a compiler compiled before leaves no trace', async () => {
  const host = memoryHost(new Map([...sources, ['broken.playbook', 'playbook refund_request\nstep hear say "']]));
  await compiler.compile(['broken.playbook', ...entries.slice(1)], host, { today: '2001-01-01' });
  const again = await compiler.compile(entries, memoryHost(sources), { today: '2026-11-22' });
  expect(again).toEqual(await createCompiler().compile(entries, memoryHost(sources), { today: '2026-11-22' }));
});
