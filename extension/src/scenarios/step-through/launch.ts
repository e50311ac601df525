import type { DebugConfiguration, Uri } from 'vscode';
import type { TitledScenario } from '../same-title.ts';

/** The `type` of what is launched, as `package.json` has it. */
export const STEP_THROUGH = 'poise-scenario';

/** Which scenario somebody goes through; `launch.json` may say it, too. */
export interface Launch {
  /** A file's path, or its address. */
  readonly playbook: string;
  /** The title. */
  readonly scenario: string;
  /** So many before it in the file have the same title. */
  readonly nth?: number;
}

/** What has Visual Studio Code let somebody go through a scenario. */
export function configurationFor(uri: Uri, { title, nth }: TitledScenario): DebugConfiguration & Launch {
  return {
    type: STEP_THROUGH,
    request: 'launch',
    name: title,
    playbook: uri.toString(),
    scenario: title,
    nth,
    // Nothing is written there.
    internalConsoleOptions: 'neverOpen',
  };
}
