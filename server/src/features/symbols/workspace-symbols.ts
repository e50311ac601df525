import { ast, declaredIn, documentOf, headingOf, isRead, nameOf, textValue } from '@poise/language';
import { type AstNode, UriUtils } from 'langium';
import type { FuzzyMatcher, LangiumSharedServices, WorkspaceSymbolProvider } from 'langium/lsp';
import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver';
import { symbolKindOf } from './kinds.ts';

/** The most that is answered: an editor asks again with each letter, and nobody reads on. */
const MOST_SYMBOLS = 250;

/** Everything that the files of a workspace declare, by its name, and scenarios by their titles. What begins as asked comes first. */
export class WorkspaceSymbolFinder implements WorkspaceSymbolProvider {
  private readonly documents: LangiumSharedServices['workspace']['LangiumDocuments'];
  private readonly matcher: FuzzyMatcher;

  constructor(services: LangiumSharedServices) {
    this.documents = services.workspace.LangiumDocuments;
    this.matcher = services.lsp.FuzzyMatcher;
  }

  getSymbols({ query }: WorkspaceSymbolParams): WorkspaceSymbol[] {
    const asked = asName(query.toLowerCase());
    const first: WorkspaceSymbol[] = [];
    const rest: WorkspaceSymbol[] = [];
    for (const document of this.documents.all) {
      const file = document.parseResult.value as ast.PlaybookFile;
      if (!isRead(document)) continue;
      for (const { node, label, name = label } of labelledIn(file)) {
        const begins = name.toLowerCase().startsWith(asked);
        const found = begins ? first : rest;
        if (found.length >= MOST_SYMBOLS || !(begins || this.matcher.match(asked, name))) continue;
        found.push(...symbolOf(node, label));
      }
      if (first.length >= MOST_SYMBOLS) break;
    }
    return [...first, ...rest].slice(0, MOST_SYMBOLS);
  }
}

/** The matcher knows where the words of a name begin, not those of a title. */
function asName(words: string): string {
  return words.replace(/\s+/g, '_');
}

interface Labelled {
  readonly node: AstNode;
  readonly label: string;
  /** The label as a name, where it is none. */
  readonly name?: string;
}

function* labelledIn(file: ast.PlaybookFile): Generator<Labelled> {
  for (const node of declaredIn(file)) if (node.name) yield { node, label: node.name };
  for (const node of file.members.filter(ast.isScenario)) {
    const label = textValue(node.title);
    if (label !== '') yield { node, label, name: asName(label) };
  }
}

function symbolOf(node: AstNode, name: string): WorkspaceSymbol[] {
  const range = (nameOf(node) ?? node.$cstNode)?.range;
  if (!range) return [];
  const { uri, parseResult } = documentOf(node);
  const containerName = headingOf(parseResult.value)?.name || UriUtils.basename(uri);
  return [{ name, kind: symbolKindOf(node.$type), location: { uri: uri.toString(), range }, containerName }];
}
