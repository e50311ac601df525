import { isRead } from '@poise/language';
import { type CstNode, CstUtils, DocumentState, type LangiumDocument } from 'langium';
import { createServerRequestHandler, type LangiumSharedServices } from 'langium/lsp';
import type { Connection, Position, Range, SelectionRange, SelectionRangeParams } from 'vscode-languageserver';

/** Answers how a selection grows: from a word to the text, the condition, the line, the part and the file it is in. */
export function answerSelectionRanges(connection: Connection, shared: LangiumSharedServices): void {
  connection.onSelectionRanges(
    createServerRequestHandler(
      (_services, document, { positions }: SelectionRangeParams) =>
        positions.map((position) => selectionAt(document, position)),
      shared,
      DocumentState.Parsed,
    ),
  );
}

function selectionAt(document: LangiumDocument, position: Position): SelectionRange {
  const { textDocument } = document;
  const text = textDocument.getText();
  const offset = textDocument.offsetAt(position);
  const stretches: Stretch[] = [{ start: 0, end: text.length }];
  const root = document.parseResult.value.$cstNode;
  if (root && isRead(document)) {
    const word = [offset, offset - 1].map((at) => CstUtils.findLeafNodeAtOffset(root, at)).find((leaf) => leaf);
    for (const node of word ? outwards(word).reverse() : []) stretches.push({ start: node.offset, end: node.end });
    if (word && /^["'“”„]/.test(word.text)) stretches.push({ start: word.offset + 1, end: word.end - 1 });
  }
  stretches.push(wordAt(text, offset));
  let selection: SelectionRange | undefined;
  let last: Stretch | undefined;
  for (const stretch of stretches) {
    // Each holds the next, and the cursor: what isn't smaller than the one before is no step.
    if (stretch.start > offset || stretch.end < offset) continue;
    if (last && !(isWithin(stretch, last) && isSmaller(stretch, last))) continue;
    last = stretch;
    const range: Range = { start: textDocument.positionAt(stretch.start), end: textDocument.positionAt(stretch.end) };
    selection = selection ? { range, parent: selection } : { range };
  }
  return selection ?? { range: { start: position, end: position } };
}

/** From `start` to `end`, in UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

function isWithin(inner: Stretch, outer: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isSmaller(one: Stretch, other: Stretch): boolean {
  return one.end - one.start < other.end - other.start;
}

function outwards(node: CstNode): CstNode[] {
  const nodes: CstNode[] = [];
  for (let at: CstNode | undefined = node; at?.container; at = at.container) nodes.push(at);
  return nodes;
}

function wordAt(text: string, offset: number): Stretch {
  const [before = ''] = /[\p{L}\p{M}\p{N}_'’-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset)) ?? [];
  const [after = ''] = /^[\p{L}\p{M}\p{N}_'’-]*/u.exec(text.slice(offset, offset + 100)) ?? [];
  return { start: offset - before.length, end: offset + after.length };
}
