import { ast, nameOf, shortened, textValue, writtenWords } from '@poise/language';
import type { AstNode, LangiumDocument } from 'langium';
import type { DocumentSymbolProvider } from 'langium/lsp';
import type { DocumentSymbol, Range } from 'vscode-languageserver';
import { requireRead } from '../read-text.ts';
import { symbolKindOf } from './kinds.ts';

/** The most that is shown of a line. */
const LONGEST_LINE = 60;

/** What a file holds, part by part: the playbook, what it declares, and the lines of each. */
export class DocumentSymbolFinder implements DocumentSymbolProvider {
  getSymbols(document: LangiumDocument): DocumentSymbol[] {
    requireRead(document);
    const { members } = document.parseResult.value as ast.PlaybookFile;
    const shown = members.filter((member) => !ast.isUse(member));
    const first = shown.findIndex(ast.isHeading);
    if (first < 0) return shown.flatMap(memberSymbol);
    const [playbook] = shown.slice(first, first + 1).flatMap(memberSymbol);
    const inside = shown.slice(first + 1).flatMap(memberSymbol);
    const before = shown.slice(0, first).flatMap(memberSymbol);
    if (!playbook) return [...before, ...inside];
    // A playbook goes on to the end of its file: what follows its heading is part of it.
    const end = inside.at(-1)?.range.end ?? playbook.range.end;
    return [...before, { ...playbook, range: { start: playbook.range.start, end }, children: inside }];
  }
}

function memberSymbol(member: ast.Member): DocumentSymbol[] {
  const children = ast.isHeading(member)
    ? []
    : [...(ast.isFramework(member) ? member.stages.flatMap(partSymbol) : []), ...member.items.flatMap(partSymbol)];
  return partSymbol(member).map((symbol) => ({ ...symbol, children }));
}

/** Something with a name goes by it, everything else by its words. */
function partSymbol(part: AstNode): DocumentSymbol[] {
  const range = part.$cstNode?.range;
  if (!range) return [];
  const name = nameOf(part);
  const kind = symbolKindOf(part.$type);
  if (name && name.text !== '')
    return [{ name: name.text, detail: detailOf(part), kind, range, selectionRange: name.range }];
  const title = ast.isScenario(part) ? textValue(part.title) : '';
  const words = title || writtenWords(part.$cstNode);
  return [{ name: shortened(words, LONGEST_LINE) || '…', kind, range, selectionRange: firstLineOf(range) }];
}

function detailOf(part: AstNode): string {
  if ('title' in part && ast.isText(part.title)) return textValue(part.title);
  return ast.isSignal(part) || ast.isField(part) ? writtenWords(part.valueType?.$cstNode) : '';
}

function firstLineOf({ start, end }: Range): Range {
  return start.line === end.line ? { start, end } : { start, end: start };
}
