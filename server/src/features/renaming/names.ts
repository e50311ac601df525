import { type ast, isRead, type NamePlace, namedAt, type PlaybookServices, rename } from '@poise/language';
import { DocumentState, type LangiumDocument, MultiMap } from 'langium';
import type { LangiumServices, RenameProvider } from 'langium/lsp';
import {
  type CancellationToken,
  LSPErrorCodes,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
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

  async prepareRename(document: LangiumDocument, { position }: Positioned, token?: CancellationToken): Promise<Range> {
    await this.allRead(token);
    return this.named(document, { position }).range;
  }

  async rename(document: LangiumDocument, parameters: RenameParams, token?: CancellationToken): Promise<WorkspaceEdit> {
    await this.allRead(token);
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

  /** Waits until every file is read as it is now: a name that stands in one that isn't would keep its old spelling. */
  private async allRead(token?: CancellationToken): Promise<void> {
    const { DocumentBuilder, LangiumDocuments } = this.services.shared.workspace;
    while (!LangiumDocuments.all.every(isRead)) {
      await new Promise<void>((resolve, reject) => {
        const waiting = [
          DocumentBuilder.onBuildPhase(DocumentState.IndexedReferences, () => done(resolve)),
          ...(token ? [token.onCancellationRequested(() => done(() => reject(refused('This was called off.'))))] : []),
        ];
        const done = (settle: () => void): void => {
          for (const { dispose } of waiting) dispose();
          settle();
        };
      });
    }
  }
}

function refused(because: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, because);
}
