import type { CancellationToken, TestItem, TestRun, TestRunRequest } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Plan, plansFor } from './plan.ts';
import { play } from './play.ts';
import { type Outcome, report } from './report.ts';
import { keyOf, type ScenarioItems } from './scenario-items.ts';

/** What runs are made with. */
export interface RunParts {
  readonly items: ScenarioItems;
  readonly client: BaseLanguageClient;
  /** The files that the last results of a file's scenarios rest on. */
  readonly restOn: WeakMap<TestItem, ReadonlySet<string>>;
}

/** What is done with the coverage in a run. */
export interface WithCoverage {
  /** Once a file's scenarios have been played. */
  each(outcome: Outcome): void;
  /** Once all have been. */
  end(run: TestRun): void;
}

/** Plays the scenarios that are asked for, file by file. */
export async function runScenarios(request: TestRunRequest, parts: RunParts, coverage?: WithCoverage): Promise<void> {
  const { items } = parts;
  const { controller } = items;
  const run = controller.createTestRun(request);
  try {
    const plans = plansFor(request, controller);
    for (const { scenarios } of plans) for (const item of scenarios) run.enqueued(item);
    for (const plan of plans) {
      for (const item of plan.scenarios) run.started(item);
      const outcome = await outcomeOf(plan, parts, run.token, coverage !== undefined);
      if (!outcome) return;
      report(run, outcome, items);
      coverage?.each(outcome);
    }
    coverage?.end(run);
  } finally {
    run.end();
  }
}

/** Plays scenarios of a file; nothing comes of it once nobody wants it. */
export async function outcomeOf(
  plan: Plan,
  { client, items, restOn }: RunParts,
  token: CancellationToken,
  isCoverageWanted = false,
): Promise<Outcome | undefined> {
  const titles = plan.scenarios.flatMap((item) => items.scenario(item)?.title ?? []);
  const start = performance.now();
  const answer = await play(
    client,
    { uri: plan.file.id, titles, withoutStops: true, withoutCoverage: !isCoverageWanted },
    token,
  );
  if (!answer) return undefined;
  restOn.set(plan.file, new Set(answer.files.map(keyOf)));
  return { plan, answer, milliseconds: performance.now() - start };
}
