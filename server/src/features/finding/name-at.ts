import { type ast, type NamePlace, namedAt, type PlaybookServices } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { TextDocumentPositionParams } from 'vscode-languageserver';

export type Source = LangiumDocument<ast.PlaybookFile>;

/** The name where the cursor is. */
export function nameAt(
  document: LangiumDocument,
  { position }: Pick<TextDocumentPositionParams, 'position'>,
  { Workspace }: PlaybookServices,
): NamePlace | undefined {
  return namedAt(document as Source, document.textDocument.offsetAt(position), Workspace);
}
