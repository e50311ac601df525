import type { Finding as Proven } from '@poise/analysis';
import { ast, rangeOf, readString } from '@poise/language';
import { utf16Offset } from '@poise/runtime';
import { type AstNode, AstUtils, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { FileFinding } from './compilation.ts';

type Source = LangiumDocument<ast.PlaybookFile>;
type Range = FileFinding['range'];

/** What is marked, and of what it is: that begins at `at`. */
type Marked = Pick<Proven, 'mark' | 'span'> & { readonly at: Pick<Proven['at'], 'line' | 'column'> };

/** The range that a finding marks in the source: a stretch of a text, a condition, a whole line, or the name of a declaration. */
export function markedRange(source: Source, { at, mark, span }: Marked): Range {
  const start = { line: at.line - 1, character: at.column - 1 };
  const node = nodeAt(source, at);
  if (!node) return { start, end: start };
  if (span) {
    const text = AstUtils.getContainerOfType(node, ast.isText);
    return text ? spanIn(source, text, span) : rangeOf({ node });
  }
  if (typeof mark === 'object') {
    const line = AstUtils.streamContents(node).filter(ast.isContinueWith).toArray()[mark.continuation] ?? node;
    return mark.part === 'when' ? guardRange(line) : rangeOf({ node: line });
  }
  switch (mark) {
    case 'line':
      return rangeOf({ node });
    case 'when':
      return guardRange(node);
    case 'skip':
      return guardRange(AstUtils.streamContents(node).find(ast.isSkipWhen) ?? node);
    case 'done':
      return guardRange(AstUtils.streamContents(node).find(ast.isDoneWhen) ?? node);
    case 'until': {
      const repeat = AstUtils.streamContents(node).find(ast.isRepeat);
      return rangeOf({ node: repeat?.until ?? repeat ?? node });
    }
    default:
      return rangeOf({ node, property: 'name' });
  }
}

/** The declaration or line that begins at this place: the outermost node there. */
export function nodeAt(source: Source, { line, column }: Marked['at']): AstNode | undefined {
  const offset = source.textDocument.offsetAt({ line: line - 1, character: column - 1 });
  const root = source.parseResult.value.$cstNode;
  let node = root && CstUtils.findLeafNodeAtOffset(root, offset)?.astNode;
  while (node?.$container && !ast.isPlaybookFile(node.$container) && node.$container.$cstNode?.offset === offset)
    node = node.$container;
  return node;
}

/** From the condition after `when` to the end of that after `unless`; with the word `unless` where there is no `when`, since what follows is turned round by it. */
function guardRange(node: AstNode): Range {
  const { when, condition, unless } = node as {
    when?: ast.Condition;
    condition?: ast.Condition;
    unless?: ast.Condition;
  };
  const parts = [when, condition, unless].filter((part) => part !== undefined).map((part) => rangeOf({ node: part }));
  const turned = parts.length === 1 && unless?.$cstNode ? CstUtils.getPreviousNode(unless.$cstNode, false) : undefined;
  const first = turned?.range ?? parts[0];
  const last = parts.at(-1);
  return first && last ? { start: first.start, end: last.end } : rangeOf({ node });
}

/** The range of a stretch of a text, given in code points of what it says: its strings joined by a space, placeholders as written. */
function spanIn(source: Source, text: ast.Text, span: { readonly start: number; readonly end: number }): Range {
  const tokens = GrammarUtils.findNodesForProperty(text.$cstNode, 'parts');
  const offsets: number[] = [];
  let said = '';
  for (const token of tokens) {
    const reading = readString(token.text);
    if (offsets.length > 0) {
      said += ' ';
      offsets.push(token.offset);
    }
    said += reading.text;
    offsets.push(...reading.offsets.map((offset) => token.offset + offset));
  }
  const first = offsets[utf16Offset(said, span.start)];
  const last = offsets[utf16Offset(said, span.end) - 1];
  if (first === undefined || last === undefined) return rangeOf({ node: text });
  return { start: source.textDocument.positionAt(first), end: source.textDocument.positionAt(last + 1) };
}
