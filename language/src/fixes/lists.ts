import { AstUtils } from 'langium';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import type { Change, FixContext, Fixer, Source } from './fix.ts';
import { leaveOutLine } from './needless.ts';
import { placeOf, type Stretch } from './written.ts';

/** Leaves out one of several things in a row, with the comma that parts it from the others; nothing where it is the only one. */
function withoutItem(document: Source, { start, end }: Stretch): Change | undefined {
  const text = document.textDocument.getText();
  const before = /,[^\S\r\n]*(?:\r\n|\r|\n)?[^\S\r\n]*$/.exec(text.slice(0, start))?.[0];
  if (before !== undefined) return { document, start: start - before.length, end, text: '' };
  const after = /^[^\S\r\n]*,\s*(?!\/\/)/.exec(text.slice(end))?.[0];
  return after === undefined ? undefined : { document, start, end: end + after.length, text: '' };
}

/** Leaves out what stands in a list and shouldn't. */
export const leaveOutItem: Fixer<unknown> = (context) => {
  const change = withoutItem(context.document, itemAt(context));
  const { start, end } = placeOf(context);
  const name = context.document.textDocument.getText().slice(start, end);
  return change ? [{ title: `Remove ${code(name)}`, changes: [change] }] : [];
};

/** The same, or the whole line where nothing else stands in it. */
export const leaveOutItemOrLine: Fixer<unknown> = (context) => {
  const fixes = leaveOutItem(context);
  return fixes.length > 0 ? fixes : leaveOutLine(context);
};

/** All of what was found in a list: of a value that is given to a fact the value, too, of a team in a ladder when it is asked. */
function itemAt(context: FixContext<unknown>): Stretch {
  const whole =
    AstUtils.getContainerOfType(context.node, ast.isFactValue) ?? AstUtils.getContainerOfType(context.node, ast.isRung);
  return whole?.$cstNode ? { start: whole.$cstNode.offset, end: whole.$cstNode.end } : placeOf(context);
}

/** Takes a phrase list out of itself; of a larger circle nobody knows where to break it. */
export const leaveOutOfItself: Fixer<{ readonly path: readonly string[] }> = ({ data, node, document }) => {
  const list = AstUtils.getContainerOfType(node, ast.isPhraseList);
  if (!list || data.path.length > 2) return [];
  const itself = [...list.patterns, ...list.exceptions].find(
    (source) => ast.isPhraseListReference(source) && source.list?.ref === list,
  )?.$cstNode;
  const change = itself && withoutItem(document, { start: itself.offset, end: itself.end });
  return change ? [{ title: `Remove ${code(list.name)}`, changes: [change] }] : [];
};
