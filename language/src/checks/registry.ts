import type { AstNode } from 'langium';
import type { PlaybookAstType } from '../generated/ast.ts';
import type { Check } from './check.ts';

type Checks = { readonly [Type in keyof PlaybookAstType]?: readonly Check<PlaybookAstType[Type] & AstNode>[] };

/** Which checks look at which kind of node. A check's name says what it holds; everything else is in its own file. */
const checks: Checks = {};

/** The checks of a node's own type. */
export function checksFor(node: AstNode): readonly Check<AstNode>[] {
  return (checks[node.$type as keyof PlaybookAstType] as readonly Check<AstNode>[] | undefined) ?? [];
}
