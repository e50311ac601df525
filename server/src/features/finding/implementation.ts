import { ast, nameOf, occurrencesOf, type PlaybookServices } from '@poise/language';
import type { AstNode, LangiumDocument } from 'langium';
import type { ImplementationProvider } from 'langium/lsp';
import type { ImplementationParams, LocationLink } from 'vscode-languageserver';
import { linkTo } from './definition.ts';
import { nameAt } from './name-at.ts';

/** What carries out something that is declared, given what refers to it: nothing where that only asks about it. */
const CARRIED_OUT_BY: Readonly<Record<string, (referrer: AstNode) => AstNode | undefined>> = {
  [ast.Stage.$type]: (line) => (ast.isStageReference(line) ? line.$container : undefined),
  [ast.Framework.$type]: (line) => (ast.isFollows(line) ? line.$container : undefined),
  [ast.Field.$type]: (line) => (ast.isAsk(line) || ast.isRecord(line) ? line : undefined),
  [ast.Action.$type]: (line) => (ast.isDo(line) ? line : undefined),
  [ast.Wording.$type]: (line) => (ast.isSay(line) ? line : undefined),
};

/**
 * From a stage to the steps that fill it, from a framework to the playbooks that follow it; from a field to the lines that gather it, from an action or
 * wording to the lines that have it done or said.
 */
export class ImplementationFinder implements ImplementationProvider {
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  getImplementation(document: LangiumDocument, params: ImplementationParams): Promise<LocationLink[] | undefined> {
    return Promise.resolve(this.implementations(document, params));
  }

  private implementations(document: LangiumDocument, params: ImplementationParams): LocationLink[] | undefined {
    const named = nameAt(document, params, this.services);
    const carriedOutBy = named && CARRIED_OUT_BY[named.declaration.$type];
    if (!carriedOutBy) return undefined;
    return occurrencesOf(named.declaration, this.services.Workspace)
      .filter(({ role }) => role === 'reference')
      .flatMap(({ node, range }) => {
        const found = carriedOutBy(node);
        return found ? linkTo(found, nameOf(found) ?? { range }, named.range) : [];
      });
  }
}
