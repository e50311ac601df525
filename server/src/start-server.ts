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
import { ConfiguredWorkspaceManager, recheckOnNewConfiguration } from './configured-workspace.ts';
import { FollowedDocumentBuilder } from './document-builder.ts';
import { PatientDocumentFactory } from './document-factory.ts';
import { ClosingUpdateHandler } from './document-updates.ts';
import { PlaybookFormatter } from './formatter.ts';
import { Proofs } from './proofs.ts';
import { QuickFixProvider } from './quick-fix-provider.ts';
import { ServerValidator } from './validator.ts';
import { WorkspaceConfiguration } from './workspace-configuration.ts';

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
  const playbook = inject(createDefaultModule({ shared }), PlaybookGeneratedModule, playbookModule(settings), {
    validation: { DocumentValidator: (services: PlaybookServices) => new ServerValidator(services, configuration) },
    lsp: {
      CodeActionProvider: (services: PlaybookServices) => new QuickFixProvider(services),
      Formatter: (services: PlaybookServices) => new PlaybookFormatter(services),
      // The default rename takes any name and checks nothing: none is better.
      RenameProvider: () => undefined,
    },
  });
  shared.ServiceRegistry.register(playbook);
  const proofs = new Proofs(playbook.validation.DocumentValidator, playbook, connection);
  shared.workspace.WorkspaceManager.initialBuildOptions = { validation: true };
  recheckOnNewConfiguration(shared, configuration);
  startLanguageServer(shared);
  return shared;
}
