import { formatText, type PlaybookServices } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';

/** Lays out documents as `poise format` does, those with mistakes in them, too. What an editor would have of its own, tabs say, isn't asked. */
export class PlaybookFormatter implements Formatter {
  /** When a line is finished. */
  readonly formatOnTypeOptions = { firstTriggerCharacter: '\n' };
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  formatDocument({ textDocument }: LangiumDocument, _parameters: DocumentFormattingParams): TextEdit[] {
    return this.edits(textDocument);
  }

  formatDocumentRange({ textDocument }: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    return this.edits(textDocument, {
      start: textDocument.offsetAt(range.start),
      end: textDocument.offsetAt(range.end),
    });
  }

  /** Lays out what stands above the cursor of the part that a line has just been added to. The cursor's own line is the author's. */
  formatDocumentOnType({ textDocument }: LangiumDocument, { position }: DocumentOnTypeFormattingParams): TextEdit[] {
    const lineStart = textDocument.offsetAt({ line: position.line, character: 0 });
    const end = textDocument.getText().slice(0, lineStart).trimEnd().length;
    return this.edits(textDocument, { start: end, end }).filter(({ range }) => textDocument.offsetAt(range.end) <= end);
  }

  private edits(document: LangiumDocument['textDocument'], range?: { start: number; end: number }): TextEdit[] {
    return formatText(document.getText(), this.services, range).edits.map(({ start, end, text }) => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText: text,
    }));
  }
}
