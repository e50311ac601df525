import type { LangiumSharedServices } from 'langium/lsp';
import type { Command } from 'vscode-languageserver';
import {
  LENS_COMMANDS,
  type LocationsArgument,
  RUN_SCENARIOS,
  type ScenariosArgument,
  SHOW_REFERENCES,
  SHOW_SCENARIOS,
  STEP_THROUGH_SCENARIO,
} from '../../protocol/lenses.ts';

/** What a click on a lens does, in an editor that knows how; in others a lens is nothing but its words. */
export class LensCommands {
  private known = false;

  constructor({ lsp }: Pick<LangiumSharedServices, 'lsp'>) {
    lsp.LanguageServer.onInitialize(({ initializationOptions }) => {
      const options: Partial<Record<string, unknown>> | null | undefined = initializationOptions;
      this.known = options?.[LENS_COMMANDS] === true;
    });
  }

  /** Whether the editor knows them. */
  get areKnown(): boolean {
    return this.known;
  }

  run(title: string, scenarios: ScenariosArgument): Command {
    return this.command(title, RUN_SCENARIOS, scenarios);
  }

  stepThrough(title: string, scenarios: ScenariosArgument): Command {
    return this.command(title, STEP_THROUGH_SCENARIO, scenarios);
  }

  showScenarios(title: string, places: LocationsArgument): Command {
    return this.list(title, SHOW_SCENARIOS, places);
  }

  showReferences(title: string, places: LocationsArgument): Command {
    return this.list(title, SHOW_REFERENCES, places);
  }

  /** Words alone. */
  nothing(title: string): Command {
    return { title, command: '' };
  }

  private list(title: string, command: string, places: LocationsArgument): Command {
    return places.locations.length > 0 ? this.command(title, command, places) : this.nothing(title);
  }

  private command(title: string, command: string, argument: ScenariosArgument | LocationsArgument): Command {
    return this.known ? { title, command, arguments: [argument] } : this.nothing(title);
  }
}
