import { AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import type { Fixer } from './fix.ts';
import { without } from './lines.ts';

/** Takes out a `use` line. */
export const leaveOutUse: Fixer<unknown> = ({ node, document }) => {
  const place = AstUtils.getContainerOfType(node, ast.isUse)?.$cstNode;
  return place ? [{ title: 'Leave out this line', changes: [without(document, place.offset, place.end)] }] : [];
};

/** Takes out a remark: all of what was found. */
export const leaveOutRemark: Fixer<unknown> = ({ found, document }) => {
  const [start, end] = [found.range.start, found.range.end].map((place) => document.textDocument.offsetAt(place));
  if (start === undefined || end === undefined) return [];
  return [{ title: 'Leave out this remark', changes: [without(document, start, end)] }];
};
