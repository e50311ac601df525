import { readdirSync, readFileSync } from 'node:fs';
import { createCompiler } from '@poise/generator';
import { type Coverage, type CoverageItem, coverageOf, figuresOf, itemsByFile } from '@poise/generator/coverage';
import { type ScenarioRun, scenarioPlayer } from '@poise/generator/scenarios';
import type { Playbook } from '@poise/runtime';
import { describe, expect, test } from 'vitest';
import { memoryHost } from '../harness/memory-host.ts';

const SAMPLE = new URL('sample/', import.meta.url);

const sources = new Map(
  readdirSync(SAMPLE)
    .filter((file) => file.endsWith('.playbook'))
    .map((file) => [file, readFileSync(new URL(file, SAMPLE), 'utf8')]),
);
const compilation = await createCompiler().compile([...sources.keys()], memoryHost(sources), {
  today: '2026-11-22',
});
const documents = compilation.outputs
  .filter(({ name }) => name !== 'index.json')
  .map(({ text }) => JSON.parse(text) as Playbook);
const runs = compilation.scenarios.flatMap((playbook) => playbook.scenarios.map(scenarioPlayer(playbook)));

/** One item on a line, as in `expected.txt`: place, kind, by how many scenarios (and the line of the first), what it is, the nearest value. */
function lineOf({ kind, at, name, missing, hits, coveredBy, nearest }: CoverageItem): string {
  const by = coveredBy ? `${hits} from ${coveredBy.at.file}:${coveredBy.at.line}` : 'no';
  const place = `${at.file}:${at.line}:${at.column}`;
  return `${place} | ${kind} | ${by} | ${name} ${missing}${nearest === undefined ? '' : ` | ${nearest}`}`;
}

function linesOf({ items }: Coverage): string[] {
  return items.map(lineOf);
}

test('nothing is found in the sample', () => expect(compilation.findings).toEqual([]));

describe('what the sample’s scenarios cover', () => {
  const coverage = coverageOf(documents, runs);

  test('the scenarios pass', () => {
    expect(runs.map(({ failure }) => failure)).toEqual([undefined, undefined]);
  });

  test('is what stands in expected.txt, item by item', () => {
    const expected = readFileSync(new URL('expected.txt', SAMPLE), 'utf8').trimEnd().split('\n');
    expect(linesOf(coverage)).toEqual(expected);
  });

  test('what is the library’s belongs to no playbook, and the rest to the one in whose file it stands', () => {
    const owners = [...itemsByFile(coverage.items)].map(([file, items]) => [
      file,
      new Set(items.map((item) => item.playbook)),
    ]);
    expect(owners).toEqual([
      ['house.playbook', new Set([undefined])],
      ['late.playbook', new Set(['late'])],
    ]);
  });

  test('adds up', () => {
    expect(figuresOf(coverage.items)).toEqual({
      rules: { covered: 9, total: 14 },
      steps: { covered: 2, total: 3 },
      transitions: { covered: 1, total: 5 },
      lines: { covered: 8, total: 10 },
      reactions: { covered: 2, total: 2 },
      ladders: { covered: 2, total: 2 },
      offers: { covered: 1, total: 2 },
      thresholds: { covered: 16, total: 28 },
    });
  });
});

describe('coverage', () => {
  test('without a scenario is none of the same things', () => {
    const none = coverageOf(documents, []);
    const bare = ({ kind, at, name, missing, rule }: CoverageItem) => ({ kind, at, name, missing, rule });
    expect(none.items.map(bare)).toEqual(coverageOf(documents, runs).items.map(bare));
    expect(none.items.filter(({ hits, coveredBy, nearest }) => hits > 0 || coveredBy || nearest)).toEqual([]);
  });

  test('of a scenario that is played twice is the same, with twice the hits', () => {
    const once = coverageOf(documents, runs).items;
    const twice = coverageOf(documents, [...runs, ...runs]).items;
    expect(twice).toEqual(once.map((item) => ({ ...item, hits: item.hits * 2 })));
  });

  test('of a library counts once, whichever playbook’s scenario it is from', () => {
    const copy = copyOf(documents[0] ?? expect.fail(), 'other');
    const inLibrary = (items: readonly CoverageItem[]) => items.filter(({ at }) => at.file === 'house.playbook');
    const both = coverageOf([...documents, copy], runs);
    expect(inLibrary(both.items)).toEqual(inLibrary(coverageOf(documents, runs).items));
    const own = both.items.filter(({ playbook }) => playbook === 'other');
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ hits }) => hits > 0)).toEqual([]);
  });

  test('reads nothing but what it is given, and changes nothing', () => {
    const before = structuredClone({ documents, runs });
    const frozen = structuredClone(runs).map(deepFreeze);
    expect(coverageOf(documents.map(deepFreeze), frozen)).toEqual(coverageOf(documents, runs));
    expect({ documents, runs }).toEqual(before);
  });
});

/** The same playbook by another name, in another file. */
function copyOf(document: Playbook, id: string): Playbook {
  const files = document.files.map((file) => ({ ...file, path: file.path.replace(`${document.id}.`, `${id}.`) }));
  return { ...structuredClone(document), id, files };
}

function deepFreeze<Part extends Playbook | ScenarioRun>(part: Part): Part {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  freeze(part);
  return part;
}
