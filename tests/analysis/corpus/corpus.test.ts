import { createCompiler } from '@poise/generator';
import { expect, test } from 'vitest';
import { memoryHost } from '../../harness/memory-host.ts';
import { PATIENCE } from '../../harness/runs.ts';
import { shippedSources } from '../../harness/shipped.ts';
import { corpus } from './corpus.ts';
import type { Sources } from './template.ts';

const compiler = createCompiler();

/** What is found, of whatever code: advice is an alarm, too. */
async function alarms(sources: Sources): Promise<string[]> {
  const { findings } = await compiler.compile([...sources.keys()], memoryHost(sources), { today: '2026-11-22' });
  return findings.map(({ file, range, code, message }) => `${file}:${range.start.line + 1}: ${code}: ${message}`);
}

test(
  'nothing is found in playbooks that are sound by construction',
  async () => {
    const sound = corpus();
    expect(sound.length).toBeGreaterThanOrEqual(200);
    expect(new Set(sound.map(({ sources }) => [...sources.values()].join())).size).toBeGreaterThan(200);
    const found: string[] = [];
    let withFindings = 0;
    for (const { name, sources } of sound) {
      const here = await alarms(sources);
      withFindings += Number(here.length > 0);
      found.push(...here.map((alarm) => `${name}: ${alarm}`));
    }
    const rate = ((100 * withFindings) / sound.length).toFixed(1).replace(/\.0$/, '');
    console.log(`${withFindings} of ${sound.length} sound workspaces give a finding (${rate} %)`);
    expect(found).toEqual([]);
  },
  PATIENCE,
);

test(
  'nothing is found in the shipped playbooks',
  async () => expect(await alarms(shippedSources())).toEqual([]),
  PATIENCE,
);
