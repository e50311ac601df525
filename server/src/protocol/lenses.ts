/**
 * The lenses above scenarios and rules. What they do on a click is known only to an editor that says so with `LENS_COMMANDS` in its `initializationOptions`;
 * others are told the words alone.
 */
import type { DocumentPosition, DocumentRange } from './ranges.ts';

/** `initializationOptions.lensCommands === true`: the editor knows the commands below. */
export const LENS_COMMANDS = 'lensCommands';

/** Plays scenarios and shows what comes of them: `ScenariosArgument`. */
export const RUN_SCENARIOS = 'poise.scenarios.run';
/** Goes through a scenario line by line: `ScenariosArgument` with one title. */
export const STEP_THROUGH_SCENARIO = 'poise.scenarios.step';
/** Shows the scenarios that cover a rule: `LocationsArgument`. */
export const SHOW_SCENARIOS = 'poise.scenarios.show';
/** Shows where a name is used: `LocationsArgument`. */
export const SHOW_REFERENCES = 'poise.showReferences';

export interface ScenariosArgument {
  readonly uri: string;
  readonly titles: readonly string[];
}

/** Places to be shown in a list, from a place that they belong to. */
export interface LocationsArgument {
  readonly uri: string;
  readonly position: DocumentPosition;
  readonly locations: readonly { readonly uri: string; readonly range: DocumentRange }[];
}
