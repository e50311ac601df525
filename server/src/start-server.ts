import { sourceChecks } from '@poise/generator';
import {
  type CheckSettings,
  PlaybookGeneratedModule,
  PlaybookGeneratedSharedModule,
  type PlaybookServices,
  playbookModule,
  playbookSharedModule,
} from '@poise/language';
import { type DocumentBuilder, type FileSystemProvider, inject } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type LangiumSharedServices,
  startLanguageServer,
} from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { Proofs } from './diagnostics/proofs.ts';
import { ServerValidator } from './diagnostics/validator.ts';
import { editingFeatures } from './features/index.ts';
import { answerRequests } from './requests/index.ts';
import { ConfiguredWorkspaceManager, recheckOnNewConfiguration } from './workspace/configured-workspace.ts';
import { FollowedDocumentBuilder } from './workspace/document-builder.ts';
import { PatientDocumentFactory } from './workspace/document-factory.ts';
import { ClosingUpdateHandler } from './workspace/document-updates.ts';
import { WorkspaceConfiguration } from './workspace/workspace-configuration.ts';

/** What the server is given by whoever runs it. */
export interface ServerSettings {
  readonly connection: Connection;
  /** How the workspace's files are read. */
  readonly fileSystemProvider: () => FileSystemProvider;
  /** The day it is, `YYYY-MM-DD`: asked at each check, for a server may run for days. */
  readonly today: () => string;
}

/**
 * Starts the language server on a connection: all files of the workspace are checked, open or not.
 *
 * @returns what it is made of
 */
export function startServer({ connection, fileSystemProvider, today }: ServerSettings): LangiumSharedServices {
  const configuration = new WorkspaceConfiguration(fileSystemProvider(), connection);
  const settings: CheckSettings = {
    get today() {
      return today();
    },
    get locale() {
      return configuration.current.locale;
    },
    get currency() {
      return configuration.current.currency;
    },
    moreChecks: sourceChecks,
  };
  const shared = inject(
    createDefaultSharedModule({ connection, fileSystemProvider }),
    PlaybookGeneratedSharedModule,
    playbookSharedModule,
    {
      lsp: { DocumentUpdateHandler: (services: LangiumSharedServices) => new ClosingUpdateHandler(services) },
      workspace: {
        LangiumDocumentFactory: (services: LangiumSharedServices) => new PatientDocumentFactory(services),
        WorkspaceManager: (services: LangiumSharedServices) => new ConfiguredWorkspaceManager(services, configuration),
        DocumentBuilder: (services: LangiumSharedServices): DocumentBuilder =>
          new FollowedDocumentBuilder(services, (documents, token) => proofs.follow(documents, token)),
      },
    },
  );
  const playbook = inject(
    createDefaultModule({ shared }),
    PlaybookGeneratedModule,
    playbookModule(settings),
    { validation: { DocumentValidator: (services: PlaybookServices) => new ServerValidator(services, configuration) } },
    editingFeatures,
  );
  shared.ServiceRegistry.register(playbook);
  const proofs = new Proofs(playbook.validation.DocumentValidator, playbook, connection);
  shared.workspace.WorkspaceManager.initialBuildOptions = { validation: true };
  recheckOnNewConfiguration(shared, configuration);
  answerRequests({ connection, shared, playbook, configuration, proofs });
  startLanguageServer(shared);
  return shared;
}
