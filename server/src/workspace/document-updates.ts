import { type FileSystemProvider, type TextDocument, URI } from 'langium';
import { DefaultDocumentUpdateHandler, type LangiumSharedServices } from 'langium/lsp';
import type { TextDocumentChangeEvent } from 'vscode-languageserver';

/** Follows what happens to documents. Of one that is closed unsaved, what lies on the disk counts again. */
export class ClosingUpdateHandler extends DefaultDocumentUpdateHandler {
  private readonly files: FileSystemProvider;

  constructor(services: LangiumSharedServices) {
    super(services);
    this.files = services.workspace.FileSystemProvider;
  }

  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(document.uri);
    void this.files.exists(uri).then((exists) => this.fireDocumentUpdate(exists ? [uri] : [], exists ? [] : [uri]));
  }
}
