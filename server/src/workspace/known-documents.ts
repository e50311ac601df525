import { PlaybookDocuments } from '@poise/language';
import type { LangiumDocument, URI } from 'langium';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The documents of a workspace. That somebody asks about one is no reason to make it: it may have gone just now, and would stay for ever. */
export class KnownDocuments extends PlaybookDocuments {
  override getOrCreateDocument(uri: URI): Promise<LangiumDocument> {
    const document = this.getDocument(uri);
    if (document) return Promise.resolve(document);
    return Promise.reject(new ResponseError(LSPErrorCodes.ServerCancelled, `There is no file ${uri}.`));
  }
}
