import { occurrencesOf, type PlaybookServices } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { DocumentHighlightProvider, ReferencesProvider } from 'langium/lsp';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from 'vscode-languageserver';
import { nameAt, type Source } from './name-at.ts';

/** All places where something is named: in the whole workspace, or to be marked in the file that is looked at. */
export class ReferenceFinder implements ReferencesProvider, DocumentHighlightProvider {
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  findReferences(document: LangiumDocument, params: ReferenceParams): Location[] {
    const named = nameAt(document, params, this.services);
    if (!named) return [];
    return occurrencesOf(named.declaration, this.services.Workspace)
      .filter(({ role }) => role !== 'declaration' || params.context.includeDeclaration)
      .map((place) => ({ uri: place.document.uri.toString(), range: place.range }));
  }

  getDocumentHighlight(document: LangiumDocument, params: DocumentHighlightParams): DocumentHighlight[] | undefined {
    const named = nameAt(document, params, this.services);
    if (!named) return undefined;
    return occurrencesOf(named.declaration, this.services.Workspace, [document as Source]).map(({ range, role }) => ({
      range,
      kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
  }
}
