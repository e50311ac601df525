import { type ast, type Finding, type PlaybookServices, quickFixes } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Position,
  type Range,
} from 'vscode-languageserver';

/** Offers to put right what is found at a place, where that is known. */
export class QuickFixProvider implements CodeActionProvider {
  private readonly services: PlaybookServices;

  constructor(services: PlaybookServices) {
    this.services = services;
  }

  getCodeActions(document: LangiumDocument, { range, context }: CodeActionParams): CodeAction[] {
    const isAskedFor = context.only?.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
    // The editor's text changes as soon as it is edited, the tree when it is read again: until then nobody knows what is where.
    const isRead = document.parseResult.value.$cstNode?.root.fullText === document.textDocument.getText();
    if (isAskedFor === false || !isRead) return [];
    return (document.diagnostics ?? [])
      .filter((diagnostic) => touch(diagnostic.range, range))
      .flatMap((diagnostic) => {
        const source = document as LangiumDocument<ast.PlaybookFile>;
        const fixes = quickFixes(diagnostic.data as Finding, source, this.services);
        return fixes.map(({ title, edits }) => ({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred: fixes.length === 1,
          edit: { changes: Object.fromEntries([...edits].map(([uri, edit]) => [uri, [edit]])) },
        }));
      });
  }
}

function touch(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
