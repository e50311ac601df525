import type { ast, PlaybookServices } from '@poise/language';
import { GrammarUtils, type LangiumDocument } from 'langium';
import type { DocumentLinkProvider } from 'langium/lsp';
import type { DocumentLink } from 'vscode-languageserver';
import { requireRead } from './read-text.ts';

/** Paths in `use` lines lead to the files. Addresses on the web need no help: editors find those themselves. */
export class UseLinks implements DocumentLinkProvider {
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    requireRead(document);
    return this.services.Workspace.usesOf(document as LangiumDocument<ast.PlaybookFile>).flatMap(
      ({ use, uri, document: used }) => {
        const path = GrammarUtils.findNodeForProperty(use.$cstNode, 'path');
        return path && used ? [{ range: path.range, target: uri.toString() }] : [];
      },
    );
  }
}
