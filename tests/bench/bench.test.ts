import { beforeAll, describe, expect, it } from 'vitest';
import { type Benchmark, runBenchmark } from '../../bench/benchmark.ts';
import { FREQUENT_EVENTS } from '../../bench/conversations/figures.ts';
import { QUICK } from '../../bench/effort.ts';
import { partsOf } from '../../bench/plan.ts';
import { reportOn } from '../../bench/reporting/report.ts';
import { settingOf } from '../../bench/setting.ts';
import '../cli/poise.ts';

/** Some hundred processes, one after another, on a machine that runs other tests besides. */
const PATIENCE = 300_000;

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
    expect(tables).toBe(7 + 2 + 4 + 3 + 4);
    // The largest compilations stand in two tables; the turns are told by event.
    const cases = parts.flatMap((part) => part.cases).length + 2 + FREQUENT_EVENTS.length;
    const aims = 10 + 2 + 4 + 2 + 3;
    expect(rows.length).toBe(cases + aims + tables);
    expect(report).not.toMatch(/NaN|undefined|Infinity/);
    for (const { command, on } of Object.values(plan.compiling.commands)) {
      expect(report).toContain(`| ${command} | ${on} |`);
    }
    expect(report).toMatch(/Node \d+\.\d+\.\d+, Poise \d+\.\d+\.\d+, /);
    expect(report).toMatch(/@typespec\/compiler \d+\.\d+\.\d+, .*json-rules-engine \d+\.\d+\.\d+/);
  });
});
