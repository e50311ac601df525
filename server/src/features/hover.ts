import { type ast, type PlaybookServices, readingAt } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { HoverProvider } from 'langium/lsp';
import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';

/** Says what is under the pointer: what a name stands for, what a line is for, what a rule comes to. */
export class ReadingHover implements HoverProvider {
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  getHoverContent(document: LangiumDocument, { position }: HoverParams): Hover | undefined {
    const offset = document.textDocument.offsetAt(position);
    const reading = readingAt(document as LangiumDocument<ast.PlaybookFile>, offset, this.services.Workspace);
    if (!reading) return undefined;
    const { range, paragraphs } = reading;
    return { range, contents: { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') } };
  }
}
