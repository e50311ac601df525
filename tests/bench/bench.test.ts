import { beforeAll, describe, expect, it } from 'vitest';
import { type Benchmark, QUICK, runBenchmark } from '../../bench/benchmark.ts';
import { casesOf } from '../../bench/plan.ts';
import { reportOn } from '../../bench/report.ts';
import { settingOf } from '../../bench/setting.ts';
import '../cli/poise.ts';

/** Some fifty processes, one after another, on a machine that runs other tests besides. */
const PATIENCE = 300_000;

describe('the benchmark', () => {
  let benchmark: Benchmark;
  beforeAll(async () => {
    // It fails by itself where a subject doesn't find every definition that its workload has, or where anything is found in a playbook.
    benchmark = await runBenchmark(QUICK, () => {});
  }, PATIENCE);

  it('compares ours with the peers and the floor, each of which found something', () => {
    for (const compared of Object.values(benchmark.plan.compiling)) {
      expect(compared.map(({ subject }) => subject)).toEqual(['Poise', 'TypeSpec', 'GraphQL', 'JSON.parse']);
      for (const { name, corpus } of compared) expect(corpus.definitions, name).toBeGreaterThan(0);
    }
  });

  it('has figures for all that is measured', () => {
    for (const one of casesOf(benchmark.plan)) {
      const { took, warm = took, peakMemory } = benchmark.measuredOf(one);
      // No Node is up in a millisecond, and none makes do with ten megabytes.
      expect(peakMemory.least, one.name).toBeGreaterThan(10e6);
      for (const { least, median, most } of [took, warm]) {
        expect(least, one.name).toBeGreaterThan(0);
        expect(median, one.name).toBeGreaterThanOrEqual(least);
        expect(most, one.name).toBeGreaterThanOrEqual(median);
      }
    }
  });

  it('reports every case and every aim', () => {
    const { plan, measuredOf } = benchmark;
    const report = reportOn(plan, measuredOf, settingOf(QUICK.rounds));
    const rows = report.split('\n').filter((line) => /^\| [^-]/.test(line));
    const tables = report.split('\n').filter((line) => line.startsWith('| ---')).length;
    expect(tables).toBe(7);
    // The largest ones stand in two tables.
    const cases = casesOf(plan).length + 2;
    const aims = 10;
    expect(rows.length).toBe(cases + aims + tables);
    expect(report).not.toMatch(/NaN|undefined|Infinity/);
    for (const { command, on } of Object.values(plan.commands)) expect(report).toContain(`| ${command} | ${on} |`);
    expect(report).toMatch(
      /Node \d+\.\d+\.\d+, Poise \d+\.\d+\.\d+, @typespec\/compiler \d+\.\d+\.\d+, graphql \d+\.\d+\.\d+\./,
    );
  });
});
