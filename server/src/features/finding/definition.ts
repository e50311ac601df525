import { documentOf, isRead, nameOf, type PlaybookServices, sameAs } from '@poise/language';
import { type AstNode, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { DeclarationProvider, DefinitionProvider } from 'langium/lsp';
import { type LocationLink, type Position, Range } from 'vscode-languageserver';
import { nameAt, type Source } from './name-at.ts';

/** From a name to where it is declared, and from a `use` line to the file. Declaration and definition are one here. */
export class DefinitionFinder implements DefinitionProvider, DeclarationProvider {
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  getDefinition(document: LangiumDocument, { position }: { readonly position: Position }): LocationLink[] | undefined {
    const named = nameAt(document, { position }, this.services);
    if (!named) return this.usedFile(document as Source, position);
    return sameAs(named.declaration, this.services.Workspace).flatMap((declaration) =>
      linkTo(declaration, nameOf(declaration), named.range),
    );
  }

  getDeclaration(document: LangiumDocument, at: { readonly position: Position }): LocationLink[] | undefined {
    return this.getDefinition(document, at);
  }

  private usedFile(document: Source, position: Position): LocationLink[] | undefined {
    if (!isRead(document)) return undefined;
    for (const { use, uri, document: used } of this.services.Workspace.usesOf(document)) {
      const path = GrammarUtils.findNodeForProperty(use.$cstNode, 'path');
      if (!used || !path || !CstUtils.inRange({ start: position, end: position }, path.range)) continue;
      const top = Range.create(0, 0, 0, 0);
      return [
        { targetUri: uri.toString(), targetRange: top, targetSelectionRange: top, originSelectionRange: path.range },
      ];
    }
    return undefined;
  }
}

/** A link to something that stands in a file, with what of it is to be selected. None where the file is being read anew. */
export function linkTo(node: AstNode, selected: { readonly range: Range } | undefined, from: Range): LocationLink[] {
  const document = documentOf(node);
  const targetRange = node.$cstNode?.range;
  if (!targetRange || !isRead(document)) return [];
  return [
    {
      targetUri: document.uri.toString(),
      targetRange,
      targetSelectionRange: selected?.range ?? targetRange,
      originSelectionRange: from,
    },
  ];
}
