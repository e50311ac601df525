import type { FileFinding } from '@poise/generator';
import type { ScenarioRun } from '@poise/generator/scenarios';

/** The scenarios of one playbook that were played. */
export interface PlaybookRuns {
  readonly playbook: string;
  readonly title: string;
  readonly file: string;
  readonly runs: readonly ScenarioRun[];
}

/** What `poise test` found out. */
export interface TestResults {
  readonly today: string;
  readonly exitCode: number;
  /** Errors in the playbooks: with one of them, nothing is played. */
  readonly findings: readonly FileFinding[];
  /** Sorted by id; only those of which something was played. */
  readonly playbooks: readonly PlaybookRuns[];
  /** The texts of the files, by their paths. */
  readonly sources: ReadonlyMap<string, string>;
}

export interface ScenarioCounts {
  readonly scenarios: number;
  readonly passed: number;
  readonly failed: number;
}

export function countRuns(runs: readonly ScenarioRun[]): ScenarioCounts {
  const failed = runs.filter(({ failure }) => failure).length;
  return { scenarios: runs.length, passed: runs.length - failed, failed };
}
