import { createCompiler } from '@poise/generator';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';
import { mutated } from './mutated.ts';
import { soundSources } from './sound.ts';
import { problemsOf } from './valid-findings.ts';

const sources = shippedSources();
const compiler = createCompiler();
const TODAY = { today: '2026-11-22' };
const mutation = fc.constantFrom(...sources).chain(([path, original]) =>
  mutated(original).map((text) => ({
    path,
    text,
    // A failure is told by what changed, not by the whole file.
    [fc.toStringMethod]: () => `${path}, with: ${JSON.stringify(linesNotIn(original, text))}`,
  })),
);

function linesNotIn(original: string, text: string): string[] {
  const known = new Set(original.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}

const raw = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...wordsOf([...sources.values()].join('\n'))), { maxLength: 60 })
    .map((words) => words.join(' ')),
);

function wordsOf(text: string): string[] {
  return [...new Set(text.match(/"[^"\n]*"|\w+|[^\s\w]|\n/g))];
}

/** A sound workspace with one of its files changed: what the shipped playbooks don't say stands in these. */
const generated = soundSources.chain(({ otherwise: files }) =>
  fc
    .constantFrom(...files)
    .chain(([path, original]) => mutated(original).map((text) => [path, original, text] as const))
    .map(([path, original, text]) => ({
      files: new Map([...files, [path, text]]),
      [fc.toStringMethod]: () => `${path}, with: ${JSON.stringify(linesNotIn(original, text))}\n${text}`,
    })),
);

async function problems(changed: ReadonlyMap<string, string>): Promise<string[]> {
  const files = new Map([...sources, ...changed]);
  return problemsOf(await compiler.compile([...changed.keys()], memoryHost(files), TODAY));
}

test(
  'a playbook with anything in it changed gives a result, with every finding at a place in the text',
  async () => {
    await fc.assert(
      fc.asyncProperty(mutation, async ({ path, text }) => {
        expect(await problems(new Map([[path, text]]))).toEqual([]);
      }),
      runs(25),
    );
  },
  PATIENCE,
);

test(
  'a sound workspace with anything in it changed gives a result',
  async () => {
    await fc.assert(
      fc.asyncProperty(generated, async ({ files }) => {
        expect(problemsOf(await compiler.compile([...files.keys()], memoryHost(files), TODAY))).toEqual([]);
      }),
      runs(15),
    );
  },
  PATIENCE,
);

test(
  'any texts at all give a result',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(raw, { minLength: 20, maxLength: 20 }), async (texts) => {
        expect(await problems(new Map(texts.map((text, index) => [`${index}.playbook`, text])))).toEqual([]);
      }),
      runs(5),
    );
  },
  PATIENCE,
);
