import { createCompiler } from '@poise/generator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { anyLayout, printed } from '../harness/sound-workspace/layout.ts';
import { FAULTS } from './seeded-faults.ts';
import { soundSources } from './sound.ts';
import { problemsOf } from './valid-findings.ts';

const compiler = createCompiler();

test.each(Object.entries(FAULTS))(
  'in a sound workspace %s is found',
  async (_what, [code, seed]) => {
    const faulty = soundSources.map(({ workspace, choices }) => {
      const seeded = seed(workspace, choices);
      const texts = seeded && printed(seeded, anyLayout(choices));
      const shown = () => [...(texts ?? [])].map(([path, text]) => `// file: ${path}\n${text}`).join('\n');
      return { texts, [fc.toStringMethod]: shown };
    });
    await fc.assert(
      fc.asyncProperty(faulty, async ({ texts }) => {
        fc.pre(texts !== undefined);
        const compilation = await compiler.compile([...texts.keys()], memoryHost(texts), { today: '2026-11-22' });
        expect(compilation.findings.map((found) => found.code)).toContain(code);
        expect(problemsOf(compilation)).toEqual([]);
      }),
      runs(2),
    );
  },
  PATIENCE,
);
