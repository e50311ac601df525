import type { ast, PlaybookServices } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { LangiumServices, SemanticTokenProvider } from 'langium/lsp';
import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensOptions,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { requireRead } from '../read-text.ts';
import { LEGEND, modifierBits, typeNumber } from './token-types.ts';
import { type Token, tokensOf } from './tokens-of.ts';

/** What an editor was sent of a file. The builder holds the tokens, and finds out what has changed. */
interface Sent {
  readonly builder: SemanticTokensBuilder;
  resultId: string;
}

/** Tells an editor which kind of thing each name is, so that it can colour it. After an edit only what has changed is sent. */
export class NameColours implements SemanticTokenProvider {
  readonly tokenTypes = numbered(LEGEND.tokenTypes);
  readonly tokenModifiers = numbered(LEGEND.tokenModifiers);
  readonly semanticTokensOptions: SemanticTokensOptions = { legend: LEGEND, full: { delta: true }, range: true };
  private readonly services: PlaybookServices;
  /** The last that was sent of each open file. */
  private readonly sent = new Map<string, Sent>();
  private results = 0;

  constructor(services: PlaybookServices & Pick<LangiumServices, 'shared'>) {
    this.services = services;
    services.shared.workspace.TextDocuments.onDidClose(({ document }) => this.sent.delete(document.uri));
  }

  semanticHighlight(document: LangiumDocument, _parameters: SemanticTokensParams): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    put(this.tokensOf(document), document, builder);
    const resultId = this.nextId();
    this.sent.set(document.textDocument.uri, { builder, resultId });
    return { resultId, data: builder.build().data };
  }

  semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
    const from = document.textDocument.offsetAt(range.start);
    const to = document.textDocument.offsetAt(range.end);
    const within = this.tokensOf(document).filter(({ offset, length }) => offset + length > from && offset < to);
    const builder = new SemanticTokensBuilder();
    put(within, document, builder);
    return { data: builder.build().data };
  }

  semanticHighlightDelta(
    document: LangiumDocument,
    parameters: SemanticTokensDeltaParams,
  ): SemanticTokens | SemanticTokensDelta {
    const last = this.sent.get(document.textDocument.uri);
    if (last?.resultId !== parameters.previousResultId) return this.semanticHighlight(document, parameters);
    const tokens = this.tokensOf(document);
    // The builder's own ids are times, and two results of one millisecond would be the same one.
    last.builder.previousResult(last.builder.id);
    put(tokens, document, last.builder);
    last.resultId = this.nextId();
    return { ...last.builder.buildEdits(), resultId: last.resultId };
  }

  private tokensOf(document: LangiumDocument): readonly Token[] {
    requireRead(document);
    return tokensOf(document as LangiumDocument<ast.PlaybookFile>, this.services.Workspace);
  }

  private nextId(): string {
    this.results += 1;
    return String(this.results);
  }
}

function put(tokens: readonly Token[], { textDocument }: LangiumDocument, builder: SemanticTokensBuilder): void {
  for (const { offset, length, type, modifiers } of tokens) {
    const { line, character } = textDocument.positionAt(offset);
    builder.push(line, character, length, typeNumber(type), modifierBits(modifiers));
  }
}

function numbered(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, index]));
}
