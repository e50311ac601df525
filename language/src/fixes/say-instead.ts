import { AstUtils } from 'langium';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { textValue } from '../parsing/texts.ts';
import { linesOf } from '../structure/placement.ts';
import type { Fixer } from './fix.ts';

/** Says what the boundary that forbids a phrase would have said instead, as it is written there. */
export const sayInstead: Fixer<{ readonly by: { readonly name: string } }> = ({ data, node, document, workspace }) => {
  const text = AstUtils.getContainerOfType(node, ast.isText);
  const place = text?.$cstNode;
  const boundary = workspace.visible(document, [ast.Boundary.$type], data.by.name).find(ast.isBoundary);
  const instead = boundary && linesOf(boundary, ast.isSayInstead)[0]?.text;
  if (!place || !instead) return [];
  return [
    {
      title: `Say ${code(textValue(instead))} instead`,
      changes: [{ document, start: place.offset, end: place.end, text: instead.parts.join(' ') }],
    },
  ];
};
