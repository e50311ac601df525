import type { AstNode } from 'langium';

/** What to make of each type of a union of nodes: a type without an entry doesn't compile. */
export type ByType<Node extends AstNode, Result> = {
  readonly [Type in Node['$type']]: (node: Extract<Node, { readonly $type: Type }>) => Result;
};

/** What a table makes of a node. */
export function readBy<Node extends AstNode, Result>(table: ByType<Node, Result>, node: Node): Result {
  // The table is typed entry by entry; TypeScript can't see that a node and the entry of its type belong together.
  return (table[node.$type as Node['$type']] as (node: Node) => Result)(node);
}
