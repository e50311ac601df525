import { CONFIGURATION_FILE } from '@poise/generator';
import { isLeftOutFolder } from '@poise/generator/left-out-folders';
import { ast } from '@poise/language';
import {
  DefaultWorkspaceManager,
  DocumentState,
  type FileSystemNode,
  type LangiumDocument,
  type LangiumDocumentFactory,
  type Stream,
  URI,
  UriUtils,
} from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import {
  type Connection,
  FileChangeType,
  type FileEvent,
  type InitializeParams,
  type WorkspaceFolder,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { WorkspaceConfiguration } from './workspace-configuration.ts';

/** A workspace whose files are looked at only when its configuration is known. */
export class ConfiguredWorkspaceManager extends DefaultWorkspaceManager {
  private readonly configuration: WorkspaceConfiguration;
  private readonly factory: LangiumDocumentFactory;

  constructor(services: LangiumSharedServices, configuration: WorkspaceConfiguration) {
    super(services);
    this.factory = services.workspace.LangiumDocumentFactory;
    this.configuration = configuration;
  }

  /** An editor that can open no more than one folder says so by an older part of the protocol. */
  override initialize(parameters: InitializeParams): void {
    const { workspaceFolders, rootUri } = parameters;
    const root = rootUri ? [{ uri: rootUri, name: UriUtils.basename(URI.parse(rootUri)) }] : null;
    super.initialize({ ...parameters, workspaceFolders: workspaceFolders ?? root });
  }

  /** Takes over which folders are open now. */
  changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): readonly WorkspaceFolder[] {
    const closed = new Set(removed.map(({ uri }) => uri));
    this.folders = [...(this.folders ?? []).filter(({ uri }) => !closed.has(uri)), ...added];
    return this.folders;
  }

  protected override loadAdditionalDocuments(folders: WorkspaceFolder[]): Promise<void> {
    return this.configuration.open(folders);
  }

  override shouldIncludeEntry(entry: FileSystemNode): boolean {
    return entry.isDirectory ? !isLeftOutFolder(UriUtils.basename(entry.uri)) : super.shouldIncludeEntry(entry);
  }

  /** Files are read when they are built, so that those that are open can come first, and an edit needn't wait for the rest. */
  protected override loadWorkspaceDocuments(
    uris: Stream<URI>,
    collect: (document: LangiumDocument) => void,
  ): Promise<void> {
    for (const uri of uris) {
      const unread: ast.PlaybookFile = { $type: ast.PlaybookFile.$type, members: [], orphans: [] };
      const document = this.factory.fromModel(unread, uri);
      document.state = DocumentState.Changed;
      collect(document);
    }
    return Promise.resolve();
  }
}

/** Checks all files again when `poise.json` changes, as far as the editor tells. */
export function recheckOnNewConfiguration(
  services: LangiumSharedServices,
  configuration: WorkspaceConfiguration,
): void {
  const { DocumentBuilder, WorkspaceLock } = services.workspace;
  services.lsp.DocumentUpdateHandler.onWatchedFilesChange?.(({ changes }) => {
    if (!changes.some(({ uri }) => UriUtils.basename(URI.parse(uri)) === CONFIGURATION_FILE)) return;
    void WorkspaceLock.write(async (token) => {
      await configuration.read();
      recheckAll(services);
      await DocumentBuilder.update([], [], token);
    });
  });
}

/** Follows which folders are open, in an editor that tells, as where one is added to others. */
export function followFolders(
  services: LangiumSharedServices,
  configuration: WorkspaceConfiguration,
  connection: Connection,
): void {
  const { LanguageServer, DocumentUpdateHandler } = services.lsp;
  const { WorkspaceLock, WorkspaceManager } = services.workspace;
  let isTold = false;
  LanguageServer.onInitialize(({ capabilities }) => {
    isTold = capabilities.workspace?.workspaceFolders === true;
  });
  LanguageServer.onInitialized(() => {
    if (!isTold) return;
    connection.workspace.onDidChangeWorkspaceFolders((event) => {
      const folders = (WorkspaceManager as ConfiguredWorkspaceManager).changeFolders(event);
      void WorkspaceLock.write(async () => {
        await configuration.open(folders);
        recheckAll(services);
      });
      DocumentUpdateHandler.didChangeWatchedFiles?.({ changes: changesOnDisk(event, folders) });
    });
  });
}

/** What lies in folders comes and goes with them, as if on the disk; but one that is closed may lie in an open one, or round it. */
function changesOnDisk(
  { added, removed }: WorkspaceFoldersChangeEvent,
  folders: readonly WorkspaceFolder[],
): FileEvent[] {
  const within = folders.filter(({ uri }) => removed.some((closed) => UriUtils.contains(closed.uri, uri)));
  return [
    ...removed.map(({ uri }): FileEvent => ({ uri, type: FileChangeType.Deleted })),
    ...[...removed, ...within, ...added].map(({ uri }): FileEvent => ({ uri, type: FileChangeType.Created })),
  ];
}

/** What the files say and mean hasn't changed: only what is told of it. */
function recheckAll({ workspace: { DocumentBuilder, LangiumDocuments } }: LangiumSharedServices): void {
  for (const document of LangiumDocuments.all) DocumentBuilder.resetToState(document, DocumentState.IndexedReferences);
}
