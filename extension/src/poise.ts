import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ScenarioItems } from './scenarios/scenario-items.ts';

/** What each part of the extension has to work with. */
export interface Poise {
  readonly context: ExtensionContext;
  /** The language server, as a client sees it: it may be still starting. */
  readonly client: BaseLanguageClient;
  /** The scenarios in the Testing view. */
  readonly scenarios: ScenarioItems;
}
