import type { PlaybookServices } from '@poise/language';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { CompiledPlaybooks } from '../compiled/compiled-playbooks.ts';
import type { ServerValidator } from '../diagnostics/validator.ts';
import type { ScenarioRuns } from '../scenarios/scenario-runs.ts';
import type { WorkspaceConfiguration } from '../workspace/workspace-configuration.ts';
import { tellOfBuilds } from './built.ts';
import { answerComparisons } from './compare.ts';
import { answerFrameworks } from './frameworks.ts';
import { answerPreviews } from './preview.ts';
import { answerScenarios } from './scenarios.ts';
import { answerSimulators } from './simulator.ts';

/** What an answer may need of the server. */
export interface ServerParts {
  readonly connection: Connection;
  readonly shared: LangiumSharedServices;
  readonly playbook: PlaybookServices;
  readonly configuration: WorkspaceConfiguration;
  readonly compiled: CompiledPlaybooks;
  readonly validator: ServerValidator;
  readonly scenarios: ScenarioRuns;
}

/** Answers what only Poise's own editor asks: `protocol/` says what that is. */
export function answerRequests(parts: ServerParts): void {
  answerComparisons(parts);
  answerFrameworks(parts);
  answerPreviews(parts);
  answerScenarios(parts);
  answerSimulators(parts);
  tellOfBuilds(parts);
}
