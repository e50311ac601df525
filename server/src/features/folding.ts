import { ast } from '@poise/language';
import type { AstNode, LangiumDocument } from 'langium';
import type { FoldingRangeProvider } from 'langium/lsp';
import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { requireRead } from './read-text.ts';

/** What can be folded away: declarations, lines that go on below, `use` lines together, and remarks of several lines. */
export class FoldFinder implements FoldingRangeProvider {
  getFoldingRanges(document: LangiumDocument): FoldingRange[] {
    requireRead(document);
    const { members } = document.parseResult.value as ast.PlaybookFile;
    const uses = members.filter(ast.isUse);
    const parts = members.flatMap((member) => [member, ...(ast.isUse(member) ? [] : member.items)]);
    return [
      ...fold({ from: uses[0], to: uses.at(-1), kind: FoldingRangeKind.Imports }),
      ...parts.flatMap((part) => fold({ from: part, to: part })),
      ...remarks(document.textDocument.getText()),
    ];
  }
}

interface Stretch {
  readonly from: AstNode | undefined;
  readonly to: AstNode | undefined;
  readonly kind?: FoldingRangeKind;
}

function fold({ from, to, kind }: Stretch): FoldingRange[] {
  const [startLine, endLine] = [from?.$cstNode?.range.start.line, to?.$cstNode?.range.end.line];
  if (startLine === undefined || endLine === undefined || startLine >= endLine) return [];
  return [{ startLine, endLine, ...(kind && { kind }) }];
}

/** Remarks that follow each other line by line. */
function remarks(text: string): FoldingRange[] {
  const found: FoldingRange[] = [];
  const lines = text.split(/\r\n|\r|\n/);
  let startLine: number | undefined;
  for (const [line, words] of [...lines, ''].entries()) {
    const isRemark = /^\s*\/\//.test(words);
    if (isRemark) startLine ??= line;
    else {
      if (startLine !== undefined && startLine < line - 1)
        found.push({ startLine, endLine: line - 1, kind: FoldingRangeKind.Comment });
      startLine = undefined;
    }
  }
  return found;
}
