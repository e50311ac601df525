import { CONFIGURATION_FILE } from '@poise/generator';
import { DefaultWorkspaceManager, DocumentState, URI, UriUtils } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { WorkspaceFolder } from 'vscode-languageserver';
import type { WorkspaceConfiguration } from './workspace-configuration.ts';

/** A workspace whose files are looked at only when its configuration is known. */
export class ConfiguredWorkspaceManager extends DefaultWorkspaceManager {
  private readonly configuration: WorkspaceConfiguration;

  constructor(services: LangiumSharedServices, configuration: WorkspaceConfiguration) {
    super(services);
    this.configuration = configuration;
  }

  protected override loadAdditionalDocuments(folders: WorkspaceFolder[]): Promise<void> {
    return this.configuration.open(folders);
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
