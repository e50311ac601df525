import { type ast, type NamePlace, namedAt, type PlaybookServices, rename } from '@poise/language';
import { type LangiumDocument, MultiMap } from 'langium';
import type { LangiumServices, RenameProvider } from 'langium/lsp';
import {
  LSPErrorCodes,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { requireRead } from '../read-text.ts';
import { WorkspaceEdits } from '../workspace-edits.ts';

type Source = LangiumDocument<ast.PlaybookFile>;
type Positioned = Pick<TextDocumentPositionParams, 'position'>;

/** Gives things other names, wherever in the workspace they are named. What can't be done is refused in words. */
export class Renamer implements RenameProvider {
  private readonly services: PlaybookServices & LangiumServices;
  private readonly edits: WorkspaceEdits;

  constructor(services: PlaybookServices & LangiumServices) {
    this.services = services;
    this.edits = new WorkspaceEdits(services.shared);
  }

  prepareRename(document: LangiumDocument, { position }: Positioned): Range {
    this.requireAllRead();
    return this.named(document, { position }).range;
  }

  rename(document: LangiumDocument, parameters: RenameParams): WorkspaceEdit {
    this.requireAllRead();
    const renaming = rename(this.named(document, parameters), parameters.newName, this.services);
    if (renaming.kind === 'refused') throw refused(renaming.because);
    const byFile = new MultiMap(renaming.places.map(({ document: { uri }, range }) => [uri.toString(), range]));
    return this.edits.of(
      [...byFile.keys()].map((uri) => ({
        uri,
        edits: byFile.get(uri).map((range) => ({ range, newText: parameters.newName })),
      })),
    );
  }

  private named(document: LangiumDocument, { position }: Positioned): NamePlace {
    const place = namedAt(document as Source, document.textDocument.offsetAt(position), this.services.Workspace);
    if (!place) throw refused('Only what has a name of its own can be renamed: put the cursor on one.');
    return place;
  }

  /**
   * A name that stands in a file that isn't read as it is now would keep its old spelling. The request waits until all are, so that this is rare.
   *
   * @throws ResponseError where one isn't
   */
  private requireAllRead(): void {
    for (const document of this.services.shared.workspace.LangiumDocuments.all) requireRead(document);
  }
}

function refused(because: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, because);
}
