import type { PlaybookScenarios, ScenarioRun } from '@poise/generator/scenarios';
import { plain } from '@poise/generator/words';
import { EXIT, type ExitCode, wrongUse } from '../exit-codes.ts';
import { countRuns, type PlaybookRuns, type TestResults } from '../output/scenarios/results.ts';
import type { Terminal } from '../terminal.ts';
import { type Place, shownPath } from '../workspace/root.ts';
import { type Compiled, compile, type WatchedRun } from './compile.ts';
import type { TestOptions } from './options.ts';

/** `poise test`: plays the scenarios, unless something has an error. @throws CommandStop */
export async function test(
  paths: readonly string[],
  options: TestOptions,
  place: Place,
  terminal: Terminal,
  watched?: WatchedRun,
): Promise<ExitCode> {
  const compileOptions = { ...options, failLevel: 'error' as const, cache: false };
  const way = { scenarios: true, ...(watched && { watched }) };
  const compiled = await compile(paths, compileOptions, place, terminal, way);
  const playbooks = compiled.failed ? [] : await play(wanted(compiled, options.filter), options.bail);
  const runs = playbooks.flatMap((playbook) => playbook.runs);
  const coverage = compiled.failed ? undefined : await covered(compiled, runs, options, place, terminal);
  const isGood = !compiled.failed && countRuns(runs).failed === 0 && coverage?.isEnough !== false;
  const exitCode = isGood ? EXIT.clean : EXIT.findings;
  const { findings, sources } = compiled.compilation;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const results: TestResults = { today: options.today, exitCode, findings: errors, playbooks, sources };
  terminal.print(await shown(results, compiled.files, options, place, terminal, watched?.startedAt));
  // What programs read on standard output has nothing beside it.
  if (coverage?.text) (options.format === 'pretty' ? terminal.print : terminal.say)(`\n${coverage.text}`);
  return exitCode;
}

/** What is covered, where anything is asked that only this answers. */
async function covered(
  compiled: Compiled,
  runs: readonly ScenarioRun[],
  options: TestOptions,
  place: Place,
  terminal: Terminal,
): Promise<{ readonly text: string; readonly isEnough: boolean } | undefined> {
  const { coverage, coverageReport, coverageOut, min } = options;
  if (!coverage && coverageReport === undefined && coverageOut === undefined && min === undefined) return undefined;
  const { testCoverage } = await import('./test-coverage.ts');
  return testCoverage(compiled, runs, options, place, terminal);
}

/** The scenarios of the files that were asked for. @throws CommandStop if there are some, but the filter leaves none */
function wanted({ compilation, entries }: Compiled, filter: string | undefined): readonly PlaybookScenarios[] {
  const all = compilation.scenarios.filter(({ file, scenarios }) => entries.includes(file) && scenarios.length > 0);
  if (filter === undefined) return all;
  const text = filter.toLowerCase();
  const has = (words: string) => words.toLowerCase().includes(text);
  const left = all
    .map((one) => (has(one.playbook) ? one : { ...one, scenarios: one.scenarios.filter(({ title }) => has(title)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
  if (left.length === 0) {
    throw wrongUse(`no scenario has \`${plain(filter)}\` in its title, and no playbook with scenarios in its name`);
  }
  return left;
}

async function play(wanted: readonly PlaybookScenarios[], bail: boolean): Promise<readonly PlaybookRuns[]> {
  if (wanted.length === 0) return [];
  const { scenarioPlayer } = await import('@poise/generator/scenarios');
  const played: PlaybookRuns[] = [];
  for (const one of wanted) {
    const { playbook, title, file, scenarios } = one;
    const run = scenarioPlayer(one);
    const runs: ScenarioRun[] = [];
    played.push({ playbook, title, file, runs });
    for (const scenario of scenarios) {
      const came = run(scenario);
      runs.push(came);
      if (bail && came.failure) return played;
    }
  }
  return played;
}

/** The results as they were asked for. What only one of the ways needs is loaded for that one. */
async function shown(
  results: TestResults,
  files: number,
  { format, quiet, watch }: TestOptions,
  place: Place,
  terminal: Terminal,
  startedAt: number | undefined,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../output/scenarios/test-report.ts')).testReport(results, watch);
    case 'junit':
      return (await import('../output/scenarios/junit.ts')).junitReport(results);
    case 'tap':
      return (await import('../output/scenarios/tap.ts')).tapReport(results);
    case 'pretty': {
      const { showResults } = await import('../output/scenarios/show-results.ts');
      const style = { ...terminal, pathOf: (file: string) => shownPath(place, file) };
      return showResults(results, { ...style, files, quiet, ...(startedAt !== undefined && { startedAt }) });
    }
  }
}
