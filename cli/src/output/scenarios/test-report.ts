import type { Failure, ScenarioRun } from '@poise/generator/scenarios';
import { failureInWords } from '@poise/generator/words';
import { version } from '../../version.ts';
import { jsonDocument, REPORT_FORMAT, reportedFinding } from '../report.ts';
import { countRuns, type TestResults } from './results.ts';

/**
 * The document of `poise test --format json`; `cli/report.schema.json` describes it. The same sources and options give the same bytes.
 *
 * @param onOneLine for one of several, which are told apart by their lines
 */
export function testReport({ today, exitCode, findings, playbooks }: TestResults, onOneLine: boolean): string {
  const runs = playbooks.flatMap((playbook) => playbook.runs);
  const reason = findings.length > 0 ? 'findings' : exitCode === 0 ? 'clean' : 'failures';
  return jsonDocument(
    {
      format: REPORT_FORMAT,
      poise: version,
      command: 'test',
      exitCode,
      reason,
      today,
      counts: countRuns(runs),
      findings: findings.map(reportedFinding),
      scenarios: runs.map(reportedRun),
    },
    onOneLine,
  );
}

function reportedRun(run: ScenarioRun): object {
  const { playbook, title, at } = run.scenario;
  const { failure } = run;
  return {
    playbook,
    title,
    ...at,
    documents: run.documents.map(({ id }) => id),
    passed: failure === undefined,
    ...(failure && { failure: reportedFailure(failure, run) }),
  };
}

/** In words, and as values for programs. */
function reportedFailure(failure: Failure, run: ScenarioRun): object {
  const { line, expected, but, because } = failureInWords(failure, run);
  const words = { expected, but, because: because.map(({ words: why, at }) => ({ words: why, ...at })) };
  const common = { kind: failure.kind, ...line.at, text: line.text, ...words };
  if (failure.kind === 'fault') return { ...common, faults: failure.faults };
  const { expectation, negated } = failure.line;
  return { ...common, expectation, negated, was: failure.was, reasons: failure.because };
}
