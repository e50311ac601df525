import {
  type AstNodeDescription,
  DefaultScopeComputation,
  type LangiumDocument,
  type LocalSymbols,
  MultiMap,
} from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Workspace } from './workspace.ts';

/**
 * What a file offers to the index: all that it declares. References are resolved by `PlaybookScopeProvider` from the workspace's own maps, so
 * that there are no local symbols to collect.
 */
export class PlaybookScopeComputation extends DefaultScopeComputation {
  private readonly workspace: () => Workspace;

  constructor(services: ConstructorParameters<typeof DefaultScopeComputation>[0] & { readonly Workspace: Workspace }) {
    super(services);
    this.workspace = () => services.Workspace;
  }

  override collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
    const declarations = this.workspace().declarationsOf(document as LangiumDocument<ast.PlaybookFile>);
    const nodes = [...declarations.values()].flatMap((byName) => [...byName.values()].flat());
    return Promise.resolve(nodes.map((node) => this.descriptions.createDescription(node, node.name, document)));
  }

  override collectLocalSymbols(): Promise<LocalSymbols> {
    return Promise.resolve(new MultiMap());
  }
}
