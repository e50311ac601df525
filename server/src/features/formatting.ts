import { formatText, type PlaybookServices } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { Formatter } from 'langium/lsp';
import type { DocumentFormattingParams, DocumentRangeFormattingParams, TextEdit } from 'vscode-languageserver';

/** Lays out documents as `poise format` does, those with mistakes in them, too. What an editor would have of its own, tabs say, isn't asked. */
export class PlaybookFormatter implements Formatter {
  readonly formatOnTypeOptions = undefined;
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

  formatDocumentOnType(): TextEdit[] {
    return [];
  }

  private edits(document: LangiumDocument['textDocument'], range?: { start: number; end: number }): TextEdit[] {
    return formatText(document.getText(), this.services, range).edits.map(({ start, end, text }) => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      newText: text,
    }));
  }
}
