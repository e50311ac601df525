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
const TODAY = { today: '2026-11-22' };

async function compile(files: readonly string[], host: SourceHost, settings = TODAY) {
  const { outputs, findings } = await compiler.compile(files, host, settings);
  return { outputs, findings };
}

const usual = await compile(entries, memoryHost(sources));

test('the shipped playbooks compile', () => {
  expect(usual.findings.filter((found) => found.severity === 'error')).toEqual([]);
  expect(usual.outputs.length).toBeGreaterThan(1);
});

test(
  'whatever order the files are given in, the same bytes come out, and the same findings',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: entries.length }), async (shuffled) => {
        expect(await compile(shuffled, memoryHost(sources))).toEqual(usual);
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
  const { findings } = await compile(entries, broken);
  expect(new Set(findings.map(({ file }) => file)).size).toBeGreaterThan(1);
  expect((await compile(entries.toReversed(), broken)).findings).toEqual(findings);
});

test('wherever the workspace lies, the same bytes come out', async () => {
  const far = realpathSync(mkdtempSync(join(tmpdir(), 'poise é space-')));
  try {
    const deep = join(far, 'a', 'b', 'c');
    mkdirSync(deep, { recursive: true });
    cpSync(fileURLToPath(new URL('../../playbooks', import.meta.url)), join(deep, 'playbooks'), { recursive: true });
    expect(await compile(entries, fileHost(deep))).toEqual(usual);
  } finally {
    rmSync(far, { recursive: true });
  }
});

test('whatever day it is, the same bytes come out', async () => {
  const { outputs } = await compile(entries, memoryHost(sources), { today: '1999-12-31' });
  expect(outputs).toEqual(usual.outputs);
});

test('whichever way lines end, the same bytes come out', async () => {
  const elsewhere = new Map([...sources].map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
  expect(await compile(entries, memoryHost(elsewhere))).toEqual(usual);
});

test('what a playbook compiles to does not depend on which others are compiled with it', async () => {
  const another =
    'playbook another "Another" owner "Team" version 1.0.0\ntrigger start when customer says "hello"\nstep greet say "Hello."\n';
  const host = memoryHost(new Map([...sources, ['a.playbook', another]]));
  const { outputs } = await compile(['a.playbook', ...entries], host);
  const others = (all: typeof outputs) => all.filter(({ name }) => name !== 'index.json' && name !== 'another.json');
  expect(outputs.map(({ name }) => name)).toContain('another.json');
  expect(others(outputs)).toEqual(others(usual.outputs));
});

test('what a compiler compiled before leaves no trace', async () => {
  const host = memoryHost(new Map([...sources, ['broken.playbook', 'playbook refund_request\nstep hear say "']]));
  await compile(['broken.playbook', ...entries.slice(1)], host, { today: '2001-01-01' });
  expect(await compile(entries, memoryHost(sources))).toEqual(usual);
});
