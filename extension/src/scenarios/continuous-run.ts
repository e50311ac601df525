import { type CancellationToken, type TestItem, TestRunRequest } from 'vscode';
import { type Plan, plansFor } from './plan.ts';
import { type Outcome, report } from './report.ts';
import { outcomeOf, type RunParts, runScenarios } from './run-scenarios.ts';

/**
 * Plays the scenarios that are asked for, and from then on, after each build, those that may come out differently. Half-written files are the normal case
 * here: as long as one has mistakes, its last results stand, as out of date.
 */
export async function runContinuously(
  request: TestRunRequest,
  token: CancellationToken,
  parts: RunParts,
): Promise<void> {
  const { items } = parts;
  const changed = new Set<string>();
  let isPlaying = false;

  const listener = items.onDidUpdate(async (files) => {
    for (const file of files) changed.add(file);
    if (isPlaying) return;
    isPlaying = true;
    try {
      while (changed.size > 0 && !token.isCancellationRequested) {
        const plans = affectedBy(changed);
        changed.clear();
        await playAgain(plans);
      }
    } finally {
      isPlaying = false;
    }
  });
  token.onCancellationRequested(() => listener.dispose());
  await runScenarios(request, parts);

  function affectedBy(files: ReadonlySet<string>): readonly Plan[] {
    return plansFor(request, items.controller)
      .map(({ file, scenarios }) => ({ file, scenarios: scenarios.filter(isThere) }))
      .filter(({ file, scenarios }) => {
        const all = parts.restOn.get(file);
        return scenarios.length > 0 && (!all || [...files].some((uri) => all.has(uri)));
      });
  }

  async function playAgain(plans: readonly Plan[]): Promise<void> {
    const outcomes: Outcome[] = [];
    for (const plan of plans) {
      const outcome = await outcomeOf(plan, parts, token);
      if (outcome?.answer.kind === 'played') outcomes.push(outcome);
    }
    if (outcomes.length === 0 || token.isCancellationRequested) return;
    const include = outcomes.flatMap(({ plan }) => plan.scenarios);
    // One for each few keys that are pressed: they are not worth keeping.
    const run = items.controller.createTestRun(
      new TestRunRequest(include, undefined, request.profile, true),
      undefined,
      false,
    );
    for (const outcome of outcomes) report(run, outcome, items);
    run.end();
  }
}

/** Items of scenarios that were given another title since are not in the view any more. */
function isThere(item: TestItem): boolean {
  return item.parent?.children.get(item.id) === item;
}
