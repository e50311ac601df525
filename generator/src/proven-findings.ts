import { analyse, type Finding as Proven } from '@poise/analysis';
import { ast, finding, rangeOf, readString } from '@poise/language';
import { utf16Offset } from '@poise/runtime';
import { AstUtils, CstUtils, GrammarUtils, type LangiumDocument } from 'langium';
import type { FileFinding } from './compilation.ts';
import type { CompiledPlaybook } from './compile/playbook.ts';

type Source = LangiumDocument<ast.PlaybookFile>;
type Range = FileFinding['range'];

/** What is found about a compiled playbook, in words and with its exact place in the sources. */
export function provenFindings(
  playbook: CompiledPlaybook,
  sourceOf: (path: string) => Source | undefined,
): FileFinding[] {
  return analyse(playbook).flatMap((proven) => {
    const file = playbook.files[proven.at.file]?.path;
    const source = file === undefined ? undefined : sourceOf(file);
    if (file === undefined || !source) return [];
    return [{ ...wordsOf(proven), range: rangeIn(source, proven), related: [], file }];
  });
}

function wordsOf(proven: Proven) {
  switch (proven.code) {
    case 'unreachable-step':
      return finding(proven.code, proven.data);
    case 'no-way-out':
      return finding(proven.code, proven.data);
    case 'forbidden-phrase':
      return finding(proven.code, proven.data);
  }
}

function rangeIn(source: Source, proven: Proven): Range {
  const start = { line: proven.at.line - 1, character: proven.at.column - 1 };
  const root = source.parseResult.value.$cstNode;
  const leaf = root && CstUtils.findLeafNodeAtOffset(root, source.textDocument.offsetAt(start));
  const text = AstUtils.getContainerOfType(leaf?.astNode, ast.isText);
  if (text && 'span' in proven) return spanIn(source, text, proven.span);
  const step = AstUtils.getContainerOfType(leaf?.astNode, ast.isStep);
  return step ? rangeOf({ node: step, property: 'name' }) : { start, end: start };
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
