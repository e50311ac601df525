import type * as vscode from 'vscode';
import type { ScenarioItems } from '../../../extension/src/scenarios/scenario-items.ts';
import { poise, until, uriOf } from './editors.ts';

/** What a run told the Testing view. */
export interface WatchedRun {
  readonly run: vscode.TestRun;
  readonly request: vscode.TestRunRequest;
  /** `passed`, `failed`, `errored` or `skipped`, by the scenario's title. */
  readonly results: ReadonlyMap<string, string>;
  readonly messages: readonly vscode.TestMessage[];
  readonly coverage: readonly vscode.FileCoverage[];
}

/** The scenarios in the Testing view. */
export async function scenarios(): Promise<ScenarioItems> {
  const exported = await poise().activate();
  return (exported as { readonly scenarios: ScenarioItems }).scenarios;
}

/** Waits until a file's scenarios in the Testing view are as wished. */
export async function untilListed(
  path: string,
  isSo: (titles: readonly string[]) => boolean,
): Promise<readonly vscode.TestItem[]> {
  const items = await scenarios();
  return until(items.onDidUpdate, () => {
    const listed = [...(items.file(uriOf(path))?.children ?? [])].map(([, item]) => item);
    return isSo(listed.map(({ label }) => label)) && listed;
  });
}

/** Does what begins a run, and waits for the run's end. Visual Studio Code has no other way to tell what came of one than to be asked by the run itself. */
export async function runBy(begin: () => unknown): Promise<WatchedRun> {
  const { controller } = await scenarios();
  const { createTestRun } = controller;
  const { promise, resolve } = Promise.withResolvers<WatchedRun>();
  controller.createTestRun = (request, ...how) => {
    const run = createTestRun(request, ...how);
    const results = new Map<string, string>();
    const messages: vscode.TestMessage[] = [];
    const coverage: vscode.FileCoverage[] = [];
    const { passed, failed, errored, skipped, addCoverage, end } = run;
    run.passed = (item, ...more) => {
      results.set(item.label, 'passed');
      passed(item, ...more);
    };
    run.skipped = (item) => {
      results.set(item.label, 'skipped');
      skipped(item);
    };
    run.failed = (item, message, ...more) => {
      results.set(item.label, 'failed');
      messages.push(...[message].flat());
      failed(item, message, ...more);
    };
    run.errored = (item, message, ...more) => {
      results.set(item.label, 'errored');
      messages.push(...[message].flat());
      errored(item, message, ...more);
    };
    run.addCoverage = (file) => {
      coverage.push(file);
      addCoverage(file);
    };
    run.end = () => {
      end();
      resolve({ run, request, results, messages, coverage });
    };
    return run;
  };
  try {
    await begin();
    return await promise;
  } finally {
    controller.createTestRun = createTestRun;
  }
}
