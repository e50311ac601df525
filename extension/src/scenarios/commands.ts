import {
  type LocationsArgument,
  RUN_SCENARIOS,
  type ScenariosArgument,
  SHOW_REFERENCES,
  SHOW_SCENARIOS,
  STEP_THROUGH_SCENARIO,
} from '@poise/server/protocol';
import {
  CancellationTokenSource,
  commands,
  type Disposable,
  Position,
  type TestItem,
  type TestRunProfile,
  TestRunRequest,
  Uri,
} from 'vscode';
import { locationOf } from './places.ts';
import { scenarioAtHand, scenariosAtHand } from './scenario-at-hand.ts';
import type { ScenarioItems } from './scenario-items.ts';

/** What a click on a lens does; two of these are in the palette, too, and then about the file that is shown. */
export function registerScenarioCommands(
  items: ScenarioItems,
  profiles: { readonly run: TestRunProfile; readonly step: TestRunProfile },
): Disposable[] {
  return [
    commands.registerCommand(RUN_SCENARIOS, async (argument?: ScenariosArgument) =>
      start(profiles.run, await scenariosAtHand(items, argument)),
    ),
    commands.registerCommand(STEP_THROUGH_SCENARIO, async (argument?: ScenariosArgument) => {
      const chosen = argument ? await scenariosAtHand(items, argument) : [await scenarioAtHand(items)];
      await start(
        profiles.step,
        chosen.flatMap((item) => item ?? []),
      );
    }),
    commands.registerCommand(SHOW_SCENARIOS, showPlaces),
    commands.registerCommand(SHOW_REFERENCES, showPlaces),
  ];
}

async function start(profile: TestRunProfile, include: readonly TestItem[]): Promise<void> {
  if (include.length === 0) return;
  const { token } = new CancellationTokenSource();
  await profile.runHandler(new TestRunRequest(include, undefined, profile, false, false), token);
}

async function showPlaces({ uri, position, locations }: LocationsArgument): Promise<void> {
  await commands.executeCommand(
    'editor.action.showReferences',
    Uri.parse(uri),
    new Position(position.line, position.character),
    locations.map(locationOf),
  );
}
