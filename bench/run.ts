/// <reference types="node" />
/**
 * Measures Poise beside its peers and writes `bench/results.md`.
 *
 * Run it with `npm run bench`, on a machine that does nothing else. `npm run bench -- --quick` only shows that it works, and prints instead.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runBenchmark } from './benchmark.ts';
import { FULL, QUICK } from './effort.ts';
import { partsOf } from './plan.ts';
import { reportOn } from './reporting/report.ts';
import { settingOf } from './setting.ts';

const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;
const effort = quick ? QUICK : FULL;
const { plan, measuredOf } = await runBenchmark(effort, (step) => console.error(step));
const report = reportOn(partsOf(plan), measuredOf, settingOf(effort.rounds));
if (quick) console.log(`These are tiny workloads, and the figures mean nothing.\n\n${report}`);
else writeFileSync(new URL('results.md', import.meta.url), report);
