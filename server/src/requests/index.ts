import type { PlaybookServices } from '@poise/language';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import type { Proofs } from '../diagnostics/proofs.ts';
import type { WorkspaceConfiguration } from '../workspace/workspace-configuration.ts';

/** What an answer may need of the server. */
export interface ServerParts {
  readonly connection: Connection;
  readonly shared: LangiumSharedServices;
  readonly playbook: PlaybookServices;
  readonly configuration: WorkspaceConfiguration;
  readonly proofs: Proofs;
}

/** Answers what only Poise's own editor asks: `protocol/` says what that is. */
export function answerRequests(_parts: ServerParts): void {}
