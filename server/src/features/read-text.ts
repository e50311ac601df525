import { isRead } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/**
 * For answers that stay on the screen until there are others: while the text is newer than the tree there is none, and an empty one would take away what is
 * shown. Requests wait until a document is read, so that this is rare.
 *
 * @throws ResponseError where the text is newer than the tree
 */
export function requireRead(document: LangiumDocument): void {
  if (!isRead(document)) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed since.');
}
