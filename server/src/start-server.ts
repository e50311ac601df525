import { sourceChecks } from '@poise/generator';
import {
  type CheckSettings,
  PlaybookGeneratedModule,
  PlaybookGeneratedSharedModule,
  type PlaybookServices,
  playbookModule,
  playbookSharedModule,
} from '@poise/language';
import { type DocumentBuilder, DocumentState, type FileSystemProvider, inject } from 'langium';
import {
  createDefaultModule,
  createDefaultSharedModule,
  type LangiumSharedServices,
  startLanguageServer,
} from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { CompiledPlaybooks } from './compiled/compiled-playbooks.ts';
import { Proofs } from './diagnostics/proofs.ts';
import { ServerValidator } from './diagnostics/validator.ts';
import { resolveLenses } from './features/code-lenses/resolve.ts';
import { editingFeatures, workspaceFeatures } from './features/index.ts';
import { refreshOtherFiles } from './features/refresh.ts';
import { answerSelectionRanges } from './features/selection-ranges.ts';
import { answerRequests } from './requests/index.ts';
import { tellingOfWork } from './requests/work.ts';
import { ScenarioRuns } from './scenarios/scenario-runs.ts';
import {
  ConfiguredWorkspaceManager,
  followFolders,
  recheckOnNewConfiguration,
} from './workspace/configured-workspace.ts';
import { type Delay, FollowedDocumentBuilder } from './workspace/document-builder.ts';
import { PatientDocumentFactory } from './workspace/document-factory.ts';
import { OpenFirstUpdateHandler } from './workspace/document-updates.ts';
import { showFirstBuild } from './workspace/first-build-progress.ts';
import { KnownDocuments } from './workspace/known-documents.ts';
import { OneLanguage } from './workspace/one-language.ts';
import { WorkspaceConfiguration } from './workspace/workspace-configuration.ts';

/** What goes by the text as it is typed, and waits for nothing to be built. */
const AS_TYPED = { CompletionProvider: DocumentState.Changed, SignatureHelp: DocumentState.Changed };

/** What the server is given by whoever runs it. */
export interface ServerSettings {
  readonly connection: Connection;
  /** How the workspace's files are read. */
  readonly fileSystemProvider: () => FileSystemProvider;
  /** The day it is, `YYYY-MM-DD`: asked at each change, for a server may run for days. */
  readonly today: () => string;
  /** A clock to wait by. */
  readonly delay: Delay;
}

/**
 * Starts the language server on a connection: all files of the workspace are checked, open or not.
 *
 * @returns what it is made of
 */
export function startServer({ connection, fileSystemProvider, today, delay }: ServerSettings): LangiumSharedServices {
  const configuration = new WorkspaceConfiguration(fileSystemProvider(), connection);
  let day = today();
  const settings: CheckSettings = {
    get today() {
      return day;
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
    workspaceFeatures,
    {
      ServiceRegistry: (services: LangiumSharedServices) => new OneLanguage(services),
      lsp: { DocumentUpdateHandler: (services: LangiumSharedServices) => new OpenFirstUpdateHandler(services) },
      workspace: {
        LangiumDocuments: (services: LangiumSharedServices) => new KnownDocuments(services),
        LangiumDocumentFactory: (services: LangiumSharedServices) => new PatientDocumentFactory(services),
        WorkspaceManager: (services: LangiumSharedServices) => new ConfiguredWorkspaceManager(services, configuration),
        DocumentBuilder: (services: LangiumSharedServices): DocumentBuilder =>
          new FollowedDocumentBuilder(
            services,
            tellingOfWork(connection, (documents, token) => proofs.follow(documents, token)),
            delay,
          ),
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
  const compiled = new CompiledPlaybooks(playbook.validation.DocumentValidator, playbook);
  const proofs = new Proofs(playbook.validation.DocumentValidator, compiled, playbook, connection);
  const scenarios = new ScenarioRuns(playbook.validation.DocumentValidator, compiled, proofs, playbook);
  shared.workspace.DocumentBuilder.onUpdate(() => {
    day = today();
  });
  shared.workspace.WorkspaceManager.initialBuildOptions = { validation: true };
  recheckOnNewConfiguration(shared, configuration);
  followFolders(shared, configuration, connection);
  showFirstBuild(connection, shared);
  answerSelectionRanges(connection, shared);
  refreshOtherFiles(connection, shared);
  resolveLenses(connection, { shared, playbook }, scenarios);
  answerRequests({
    validator: playbook.validation.DocumentValidator,
    connection,
    shared,
    playbook,
    configuration,
    compiled,
    scenarios,
  });
  startLanguageServer(shared, AS_TYPED);
  return shared;
}
