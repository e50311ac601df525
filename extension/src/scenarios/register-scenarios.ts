import { debug, TestRunProfileKind } from 'vscode';
import type { Poise } from '../poise.ts';
import { registerScenarioCommands } from './commands.ts';
import { runContinuously } from './continuous-run.ts';
import { ScenarioCoverage } from './coverage.ts';
import { type RunParts, runScenarios } from './run-scenarios.ts';
import { scenarioAtHand } from './scenario-at-hand.ts';
import { configurationFor, STEP_THROUGH } from './step-through/launch.ts';
import { registerDebugger } from './step-through/register-debugger.ts';
import { stepThrough } from './step-through/step-through.ts';

const { Run, Debug, Coverage } = TestRunProfileKind;

/** All scenarios in the Testing view: they are played, gone through line by line, and what they cover is shown. */
export function registerScenarios({ context, client, scenarios: items }: Poise): void {
  const { controller } = items;
  const parts: RunParts = { items, client, restOn: new WeakMap() };
  const shown = new ScenarioCoverage(parts);

  const run = controller.createRunProfile(
    'Run',
    Run,
    (request, token) => (request.continuous ? runContinuously(request, token, parts) : runScenarios(request, parts)),
    true,
    undefined,
    true,
  );
  const step = controller.createRunProfile('Step through', Debug, (request) => stepThrough(request, parts), true);
  const coverage = controller.createRunProfile('Coverage', Coverage, (request) => shown.run(request), true);
  coverage.loadDetailedCoverage = async (_run, file) => shown.of(file);
  coverage.loadDetailedCoverageForTest = (_run, file, item, token) => shown.ofScenario(file, item, token);

  items.onDidUpdate((changed) => {
    for (const [, file] of controller.items)
      if ([...changed].some((uri) => parts.restOn.get(file)?.has(uri))) controller.invalidateTestResults(file);
  });

  context.subscriptions.push(
    registerDebugger(client),
    debug.registerDebugConfigurationProvider(STEP_THROUGH, {
      // Started without `launch.json`: what the cursor is in is meant.
      resolveDebugConfiguration: async (_folder, configuration) => {
        if (configuration.type) return configuration;
        const item = await scenarioAtHand(items);
        const scenario = item && items.scenario(item);
        return item?.uri && scenario ? configurationFor(item.uri, scenario) : undefined;
      },
    }),
    ...registerScenarioCommands(items, { run, step }),
  );
}
