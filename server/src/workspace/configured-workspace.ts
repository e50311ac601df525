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
import type { WorkspaceFolder } from 'vscode-languageserver';
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
  const { DocumentBuilder, LangiumDocuments, WorkspaceLock } = services.workspace;
  services.lsp.DocumentUpdateHandler.onWatchedFilesChange?.(({ changes }) => {
    if (!changes.some(({ uri }) => UriUtils.basename(URI.parse(uri)) === CONFIGURATION_FILE)) return;
    void WorkspaceLock.write(async (token) => {
      await configuration.read();
      // What the files say and mean hasn't changed: only what is told of it.
      for (const document of LangiumDocuments.all)
        DocumentBuilder.resetToState(document, DocumentState.IndexedReferences);
      await DocumentBuilder.update([], [], token);
    });
  });
}
