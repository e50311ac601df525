import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection, WorkspaceClientCapabilities } from 'vscode-languageserver';

/**
 * Has the editor ask again for colours and hints once an edit has changed what other files mean: by itself it asks only for the file that was edited.
 */
export function refreshOtherFiles(connection: Connection, shared: LangiumSharedServices): void {
  let editor: WorkspaceClientCapabilities = {};
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    editor = capabilities.workspace ?? {};
  });
  const { semanticTokens, inlayHint } = connection.languages;
  shared.workspace.DocumentBuilder.onBuildPhase(DocumentState.IndexedReferences, (documents) => {
    if (documents.length < 2) return;
    // An editor that is about to close doesn't answer, and nothing hangs on it.
    if (editor.semanticTokens?.refreshSupport) semanticTokens.refresh().catch(() => undefined);
    if (editor.inlayHint?.refreshSupport) inlayHint.refresh().catch(() => undefined);
  });
}
