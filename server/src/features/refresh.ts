import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import { CodeLensRefreshRequest, type Connection, type WorkspaceClientCapabilities } from 'vscode-languageserver';

/**
 * Has the editor ask again for colours, hints and lenses once an edit has changed what is to be shown of other files: by itself it asks only for the file that was
 * edited.
 */
export function refreshOtherFiles(connection: Connection, shared: LangiumSharedServices): void {
  let editor: WorkspaceClientCapabilities = {};
  shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
    editor = capabilities.workspace ?? {};
  });
  const { DocumentBuilder, TextDocuments } = shared.workspace;
  const { semanticTokens, inlayHint } = connection.languages;
  // An editor that is about to close doesn't answer, and nothing hangs on it.
  const ask = (refresh: () => Promise<void>): void => void refresh().catch(() => undefined);
  const refreshLenses = (): void => {
    if (editor.codeLens?.refreshSupport) ask(() => connection.sendRequest(CodeLensRefreshRequest.type));
  };
  DocumentBuilder.onBuildPhase(DocumentState.IndexedReferences, (documents) => {
    // What scenarios cover is in other files than they: an edit changes what is to be said there, and nothing else.
    const [edited, ...others] = documents;
    const isOnlyOneOpen = edited && TextDocuments.get(edited.uri) && TextDocuments.keys().length === 1;
    if (!isOnlyOneOpen || others.length > 0) refreshLenses();
    if (documents.length < 2) return;
    if (editor.semanticTokens?.refreshSupport) ask(() => semanticTokens.refresh());
    if (editor.inlayHint?.refreshSupport) ask(() => inlayHint.refresh());
  });
  // Where a file is gone, there may be nothing to be built.
  DocumentBuilder.onUpdate((_changed, deleted) => {
    if (deleted.length > 0) refreshLenses();
  });
}
