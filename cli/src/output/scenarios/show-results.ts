import { counted, plain } from '@poise/generator/words';
import { countSeverities, summaryOf } from '../counts.ts';
import { secondsSince } from '../elapsed.ts';
import { type FindingStyle, showFindings } from '../findings.ts';
import { table } from '../table.ts';
import { countRuns, type PlaybookRuns, type ScenarioCounts, type TestResults } from './results.ts';
import { showFailure } from './show-failure.ts';

/** How results are shown to a person. */
export interface ResultStyle extends FindingStyle {
  /** How many files were looked at. */
  readonly files: number;
  /** Whether to leave out all but what is wrong. */
  readonly quiet: boolean;
  /** When the run began, by `performance.now()`, if it isn't the first of the process. */
  readonly startedAt?: number;
}

/** What came of the scenarios, for a person: what failed and why, then all playbooks at a glance, then how many. */
export function showResults(results: TestResults, style: ResultStyle): string {
  const { findings, sources, playbooks } = results;
  const { files, quiet, startedAt } = style;
  if (findings.length > 0) {
    const summary = `${summaryOf(countSeverities(findings), files)}\nno scenario was played\n`;
    return showFindings({ findings, sources }, style) + (quiet ? '' : summary);
  }
  const runs = playbooks.flatMap((playbook) => playbook.runs);
  const failures = runs.map((run) => (run.failure ? `${showFailure(run, run.failure, sources, style)}\n` : ''));
  if (quiet) return failures.join('');
  if (runs.length === 0) return `there is no scenario in ${counted(files, 'file')}\n`;
  const overview = playbooks.length > 1 ? `${table([HEAD, ...playbooks.map(row)])}\n` : '';
  return `${failures.join('')}${overview}${inWords(countRuns(runs))} in ${secondsSince(startedAt)} s\n`;
}

const HEAD = ['playbook', 'scenarios', 'passed', 'failed'];

function row({ playbook, runs }: PlaybookRuns): readonly string[] {
  const { scenarios, passed, failed } = countRuns(runs);
  return [plain(playbook), String(scenarios), String(passed), failed === 0 ? '–' : String(failed)];
}

function inWords({ scenarios, passed, failed }: ScenarioCounts): string {
  if (failed === 0) return `${counted(scenarios, 'scenario')} passed`;
  return `${counted(scenarios, 'scenario')}: ${passed} passed, ${failed} failed,`;
}
