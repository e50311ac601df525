import { type AstNode, type Cancellation, DefaultLinker, interruptAndCheck, type LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { referencesOf, visitNodes } from '../structure/tree.ts';

/** Resolves the names of a file, a member at a time. Langium gives way to others at every node, and streams them: that takes longer than resolving. */
export class PlaybookLinker extends DefaultLinker {
  override async link(document: LangiumDocument, token?: Cancellation.CancellationToken): Promise<void> {
    const { members = [], orphans = [] } = document.parseResult.value as Partial<ast.PlaybookFile>;
    for (const member of [...members, ...orphans]) {
      if (token) await interruptAndCheck(token);
      visitNodes(member, resolve);
    }
  }
}

/** A reference resolves its name when it is asked for the first time. */
function resolve(node: AstNode): void {
  for (const reference of referencesOf(node)) void reference.ref;
}
