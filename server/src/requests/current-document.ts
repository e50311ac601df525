import { type ast, isRead } from '@poise/language';
import { DocumentState, type LangiumDocument, URI } from 'langium';
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ServerParts } from './index.ts';

/**
 * A file that has been read and checked as it is now, with all that it uses; nothing where nobody knows it.
 *
 * @throws ResponseError where it has changed since: the editor is told of the build that follows, and asks again
 */
export async function currentDocument(
  uri: string,
  token: CancellationToken,
  { shared, playbook }: Pick<ServerParts, 'shared' | 'playbook'>,
): Promise<LangiumDocument<ast.PlaybookFile> | undefined> {
  const { DocumentBuilder, LangiumDocuments, WorkspaceManager } = shared.workspace;
  await WorkspaceManager.ready;
  const place = URI.parse(uri);
  if (!LangiumDocuments.hasDocument(place)) return undefined;
  await DocumentBuilder.waitUntil(DocumentState.Validated, place, token);
  const document = LangiumDocuments.getDocument(place) as LangiumDocument<ast.PlaybookFile> | undefined;
  if (document && !playbook.Workspace.closureOf(document).every(isRead))
    throw new ResponseError(LSPErrorCodes.ContentModified, 'this file is being read');
  return document;
}
