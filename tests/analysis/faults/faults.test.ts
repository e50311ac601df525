import { createCompiler } from '@poise/generator';
import { afterAll, expect, test } from 'vitest';
import { memoryHost } from '../../harness/memory-host.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { shippedSources } from '../../harness/shipped.ts';
import { corpus } from '../corpus/corpus.ts';
import type { Fault, Planted } from './fault.ts';
import { FAULTS } from './faults.ts';

const compiler = createCompiler();

/** Two workspaces of each template, and all that is shipped. */
const SOUND = [...corpus(2).map(({ sources }) => sources), shippedSources()];

/** How many faults of a kind are looked at, out of all that can be planted: from everywhere among them. */
const { numRuns: MOST } = runs(12);

function spread<Element>(list: readonly Element[]): readonly Element[] {
  const step = Math.max(1, list.length / MOST);
  return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

async function isFound({ codes }: Fault, { sources, file, lines, anywhere = [] }: Planted): Promise<boolean> {
  // What is shipped is much: where one playbook is enough, the others are left out.
  const isEnough = file.startsWith('playbooks/') && !file.includes('/shared/') && anywhere.length === 0;
  const entries = isEnough ? [file] : [...sources.keys()];
  const { findings } = await compiler.compile(entries, memoryHost(sources), { today: '2026-11-22' });
  return findings.some(
    (found) =>
      codes.some((code) => code === found.code) &&
      (anywhere.includes(found.file) || (found.file === file && lines.includes(found.range.start.line + 1))),
  );
}

const totals = { found: 0, planted: 0 };

test.each(FAULTS.map((fault) => [fault.name, fault] as const))(
  '%s is found wherever it is',
  async (name, fault) => {
    const all = SOUND.flatMap((sources) => [...fault.plant(sources)]);
    expect(all.length).toBeGreaterThan(0);
    const missed: string[] = [];
    const tried = spread(all);
    for (const one of tried) {
      if (await isFound(fault, one)) continue;
      const text = one.sources.get(one.file)?.split('\n') ?? [];
      missed.push(`${one.file}: ${one.lines.map((line) => `${line}: ${text[line - 1]}`).join(' | ')}`);
    }
    const found = tried.length - missed.length;
    totals.found += found;
    totals.planted += tried.length;
    console.log(`${name}: found ${found} of ${tried.length} planted (of ${all.length} places)`);
    expect(missed).toEqual([]);
  },
  PATIENCE,
);

afterAll(() => {
  const rate = ((100 * totals.found) / totals.planted).toFixed(1).replace(/\.0$/, '');
  console.log(`found ${totals.found} of ${totals.planted} planted faults (${rate} %)`);
});
