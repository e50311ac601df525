/// <reference types="node" />
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Benchmark, runBenchmark } from '../../bench/benchmark.ts';
import { FREQUENT_EVENTS } from '../../bench/conversations/figures.ts';
import type { AloneWork } from '../../bench/editor/work.ts';
import { QUICK } from '../../bench/effort.ts';
import { measureChild } from '../../bench/measuring/processes.ts';
import { writeWorkload } from '../../bench/measuring/workload.ts';
import { partsOf } from '../../bench/plan.ts';
import { reportOn } from '../../bench/reporting/report.ts';
import { settingOf } from '../../bench/setting.ts';
import { emptyFolder } from '../cli/poise.ts';

/** Some hundred processes, one after another, on a machine that runs other tests besides. */
const PATIENCE = 400_000;

describe('the benchmark', () => {
  let benchmark: Benchmark;
  beforeAll(async () => {
    // It fails by itself where a subject doesn't find all that its workload has, or decides otherwise, or where anything is found in a playbook.
    benchmark = await runBenchmark(QUICK, () => {});
  }, PATIENCE);

  it('compares ours with the peers and the floor, each of which found something', () => {
    for (const compared of Object.values(benchmark.plan.compiling.compared)) {
      expect(compared.map(({ subject }) => subject)).toEqual(['Poise', 'TypeSpec', 'GraphQL', 'JSON.parse']);
      for (const { name, corpus } of compared) expect(corpus.definitions, name).toBeGreaterThan(0);
    }
  });

  it('plays all that is shipped', () => {
    const { playbooks, scenarios, events } = benchmark.plan.conversations;
    expect(playbooks).toBeGreaterThanOrEqual(15);
    expect(scenarios).toBeGreaterThan(100);
    expect(events).toBeGreaterThan(scenarios);
  });

  it('has a language server do everything that one is measured by, and its peers all that they can', () => {
    const { among, typing } = benchmark.plan.editor;
    const figures = Object.keys(benchmark.measuredOf(among.Poise));
    expect(figures).toEqual(expect.arrayContaining(['found in all', 'hub all', 'proved', 'symbols']));
    const of = (subject: 'plain Langium' | 'tsp-server') => Object.keys(benchmark.measuredOf(among[subject]));
    expect(figures.filter((figure) => !of('plain Langium').includes(figure))).toEqual(['proved']);
    expect(of('tsp-server').length).toBe(figures.length - 4);
    expect(Object.keys(typing)).toEqual(['Poise', 'plain Langium']);
  });

  it('has figures for all that is measured', () => {
    const cases = partsOf(benchmark.plan).flatMap((part) => part.cases);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    for (const one of cases) {
      const figures = Object.entries(benchmark.measuredOf(one));
      expect(figures.length, one.name).toBeGreaterThan(0);
      for (const [figure, { least, median, most }] of figures) {
        // No Node makes do with ten megabytes.
        expect(least, `${figure} of ${one.name}`).toBeGreaterThan(/Memory/.test(figure) ? 10e6 : 0);
        expect(median, `${figure} of ${one.name}`).toBeGreaterThanOrEqual(least);
        expect(most, `${figure} of ${one.name}`).toBeGreaterThanOrEqual(median);
      }
    }
  });

  it('reports every case and every aim', () => {
    const { plan, measuredOf } = benchmark;
    const parts = partsOf(plan);
    const report = reportOn(parts, measuredOf, settingOf(QUICK.rounds));
    const rows = report.split('\n').filter((line) => /^\| [^-]/.test(line));
    const tables = report.split('\n').filter((line) => line.startsWith('| ---')).length;
    expect(tables).toBe(7 + 2 + 4 + 3 + 4 + 4);
    // The largest compilations stand in two tables; the turns are told by event. The last part has what is done in rows, and the servers beside each other.
    const cases = parts.slice(0, -1).flatMap((part) => part.cases).length + 2 + FREQUENT_EVENTS.length;
    const editorRows = 3 + 3 + 16 + 5;
    const aims = 10 + 2 + 4 + 2 + 3 + 9;
    expect(rows.length).toBe(cases + editorRows + aims + tables);
    expect(report).not.toMatch(/NaN|undefined|Infinity/);
    for (const { command, on } of Object.values(plan.compiling.commands)) {
      expect(report).toContain(`| ${command} | ${on} |`);
    }
    expect(report).toMatch(/Node \d+\.\d+\.\d+, Poise \d+\.\d+\.\d+, /);
    expect(report).toMatch(/@typespec\/compiler \d+\.\d+\.\d+, .*json-rules-engine \d+\.\d+\.\d+/);
  });

  it.each([
    ['a server that ends', '', 60_000, 'a server that ends ended with 0'],
    ['a silent server', 'process.stdin.resume()', 500, "a silent server hasn't answered initialize in 0.5 s"],
  ])('ends and says why where a language server gives no answer: %s', (name, program, patience, why) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.txt'), 'a');
    const work: AloneWork = {
      server: {
        name,
        args: ['-e', program],
        languageId: 'text',
        tellsOfAll: false,
        proves: false,
        findsSymbols: false,
      },
      root: folder,
      times: { edits: 1, hubEdits: 1, requests: 1, longest: 0, patience },
      reference: { path: 'a.txt', line: 0, character: 0, name: 'a' },
    };
    writeWorkload(folder, work);
    const children = fileURLToPath(new URL('../../bench/dist', import.meta.url));
    const measure = () =>
      measureChild({ children, scratch: folder, repeatFor: 0 }, 'editor/ours/alone.cjs', { folder, expected: 1 });
    expect(measure).toThrow(new RegExp(`ended with 1\\n${why}\n$`));
  });
});
