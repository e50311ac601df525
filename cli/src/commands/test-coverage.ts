import { coverageOf } from '@poise/generator/coverage';
import type { ScenarioRun } from '@poise/generator/scenarios';
import { reportCoverage } from '../output/coverage/report-coverage.ts';
import type { Terminal } from '../terminal.ts';
import type { Place } from '../workspace/root.ts';
import type { Compiled } from './compile.ts';
import type { TestOptions } from './options.ts';

/**
 * What the scenarios that were played cover: of all playbooks that were asked for, also those without any; with a filter, of those that it leaves.
 *
 * @returns the words for it, and whether it is enough
 * @throws CommandStop if a report can't be written
 */
export async function testCoverage(
  { compilation, entries }: Compiled,
  runs: readonly ScenarioRun[],
  options: TestOptions,
  place: Place,
  terminal: Terminal,
): Promise<{ readonly text: string; readonly isEnough: boolean }> {
  const { outputs, playbooks, sources } = compilation;
  const isPlayed = (id: string) => runs.some(({ scenario }) => scenario.playbook === id);
  const wanted = playbooks.filter(
    ({ id, file }) => entries.includes(file) && (options.filter === undefined || isPlayed(id)),
  );
  const names = new Set(wanted.map(({ id }) => `${id}.json`));
  const documents = outputs
    .filter(({ name }) => names.has(name))
    .map(({ text }) => JSON.parse(text) as Document)
    .filter(({ status }) => status !== 'retired');
  const { coverageReport: reports = [], coverageOut: out, min } = options;
  const asked = { reports, quiet: options.quiet, ...(out !== undefined && { out }), ...(min !== undefined && { min }) };
  return reportCoverage(coverageOf(documents, runs), sources, asked, place, terminal);
}

type Document = ScenarioRun['documents'][number];
