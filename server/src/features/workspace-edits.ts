import type { LangiumSharedServices } from 'langium/lsp';
import type { ClientCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';

/** The edits of a file, or of one that is to be created with them. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
  /** The file isn't there yet. */
  readonly isNew?: boolean;
}

/**
 * Edits of several files, as the editor can take them: with the versions of the texts that they are for where it understands those, so that it
 * refuses what comes too late. A file that isn't open has none.
 */
export class WorkspaceEdits {
  private readonly documents: LangiumSharedServices['workspace']['TextDocuments'];
  private capabilities: ClientCapabilities = {};

  constructor({ lsp, workspace }: LangiumSharedServices) {
    this.documents = workspace.TextDocuments;
    lsp.LanguageServer.onInitialize(({ capabilities }) => {
      this.capabilities = capabilities;
    });
  }

  /** Whether the editor can create files. */
  get canCreate(): boolean {
    return (
      this.hasVersions && this.capabilities.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true
    );
  }

  /** Whether the editor asks for the edits of an action when it is chosen. */
  get canWait(): boolean {
    const { codeAction } = this.capabilities.textDocument ?? {};
    return codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true;
  }

  of(files: readonly FileEdits[]): WorkspaceEdit {
    if (!this.hasVersions) return { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])) };
    return {
      documentChanges: files.flatMap(({ uri, edits, isNew }) => [
        ...(isNew ? [{ kind: 'create' as const, uri }] : []),
        { textDocument: { uri, version: this.documents.get(uri)?.version ?? null }, edits: [...edits] },
      ]),
    };
  }

  private get hasVersions(): boolean {
    return this.capabilities.workspace?.workspaceEdit?.documentChanges === true;
  }
}
