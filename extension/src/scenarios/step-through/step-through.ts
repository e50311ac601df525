import { debug, type TestItem, type TestRun, type TestRunRequest, workspace } from 'vscode';
import { plansFor } from '../plan.ts';
import { report } from '../report.ts';
import { outcomeOf, type RunParts } from '../run-scenarios.ts';
import { configurationFor } from './launch.ts';

/** Goes through the scenarios that are asked for, one after the other, line by line. */
export async function stepThrough(request: TestRunRequest, parts: RunParts): Promise<void> {
  const { controller } = parts.items;
  const run = controller.createTestRun(request);
  try {
    for (const { file, scenarios } of plansFor(request, controller))
      for (const item of scenarios) {
        const outcome = await outcomeOf({ file, scenarios: [item] }, parts, run.token);
        if (!outcome) return;
        run.started(item);
        if (outcome.answer.kind === 'played') await untilSteppedThrough(item, run, parts);
        if (run.token.isCancellationRequested) return;
        report(run, outcome, parts.items);
      }
  } finally {
    run.end();
  }
}

/** One who stops on the way stops the whole run: Visual Studio Code says so by its token, and ends the session when the run has ended. */
async function untilSteppedThrough(item: TestItem, run: TestRun, { items }: RunParts): Promise<void> {
  const scenario = items.scenario(item);
  if (!scenario || !item.uri) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const configuration = { ...configurationFor(item.uri, scenario), session: crypto.randomUUID() };
  const listeners = [
    debug.onDidTerminateDebugSession((ended) => {
      if (ended.configuration.session === configuration.session) resolve();
    }),
    run.token.onCancellationRequested(() => resolve()),
  ];
  try {
    const folder = workspace.getWorkspaceFolder(item.uri);
    // What has been typed is played, saved or not.
    const options = { testRun: run, suppressSaveBeforeStart: true };
    if (await debug.startDebugging(folder, configuration, options)) await promise;
  } finally {
    for (const listener of listeners) listener.dispose();
  }
}
