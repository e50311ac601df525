import { type AstNode, GrammarUtils } from 'langium';

/** How a property stands in the text. Nothing where the parser left it out or made it up. */
export function writtenOf(node: AstNode, property: string, index?: number): string | undefined {
  const text = GrammarUtils.findNodeForProperty(node.$cstNode, property, index)?.text;
  return text === '' ? undefined : text;
}
