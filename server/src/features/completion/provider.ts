import { zoneNames } from '@poise/generator';
import { type ast, type Offer, offersAt, type PlaybookServices } from '@poise/language';
import type { LangiumDocument } from 'langium';
import type { CompletionProvider, LangiumSharedServices } from 'langium/lsp';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  type Range,
} from 'vscode-languageserver';
import { useLineEdit } from './use-line.ts';

/** Offers what may be written at a place: by the text as it is, never waiting for the workspace to be built. */
export class PlaybookCompletionProvider implements CompletionProvider {
  /**
   * A quote begins a path or a zone, a brace what is filled in, `<` a kind of text; behind a space another word may follow. No character takes an offer by itself:
   * names are made up while they are typed.
   */
  readonly completionOptions = { triggerCharacters: ['"', '{', '<', ' '] };
  private readonly services: PlaybookServices;
  private capabilities: NonNullable<ClientCapabilities['textDocument']>['completion'];

  constructor(services: PlaybookServices & { readonly shared: LangiumSharedServices }) {
    this.services = services;
    services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
      this.capabilities = capabilities.textDocument?.completion;
    });
  }

  getCompletion(document: LangiumDocument, { position, context }: CompletionParams): CompletionList {
    const { textDocument } = document;
    const offset = textDocument.offsetAt(position);
    const source = document as LangiumDocument<ast.PlaybookFile>;
    const { offers, start, end, mayEnd, isAll, sight } = offersAt(source, offset, this.services, zoneNames());
    const isSpace = context?.triggerKind === CompletionTriggerKind.TriggerCharacter && context.triggerCharacter === ' ';
    // Whoever ends a line with a space and goes on to the next one isn't to take what was never asked for.
    if (isSpace && mayEnd) return { isIncomplete: false, items: [] };
    const insert: Range = { start: textDocument.positionAt(start), end: textDocument.positionAt(offset) };
    const replace: Range = { start: insert.start, end: textDocument.positionAt(end) };
    const items = offers.map((offer, index) => ({
      ...this.itemOf(offer, index, insert, replace),
      ...(offer.needsUse && offer.path !== undefined && { additionalTextEdits: [useLineEdit(offer.path, sight)] }),
    }));
    return { isIncomplete: !isAll, items };
  }

  private itemOf(offer: Offer, index: number, insert: Range, replace: Range): CompletionItem {
    const { label, snippet, detail, says, path, kind } = offer;
    const isSnippet = snippet !== undefined && this.capabilities?.completionItem?.snippetSupport === true;
    const newText = isSnippet ? snippet : (offer.text ?? label);
    const mayReplace = this.capabilities?.completionItem?.insertReplaceSupport === true;
    const labelDetails = path !== undefined && kind !== 'file' ? { description: path } : undefined;
    return {
      label,
      kind: KINDS[kind] ?? CompletionItemKind.Reference,
      sortText: String(index).padStart(4, '0'),
      ...(detail !== undefined && { detail: path === undefined ? detail : `${detail}, ${path}` }),
      ...(labelDetails && { labelDetails }),
      ...(says !== undefined && { documentation: { kind: 'markdown', value: says } }),
      ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
      textEdit: mayReplace ? { newText, insert, replace } : { newText, range: insert },
    };
  }
}

/** What else is offered names something that is declared. */
const KINDS: Readonly<Record<string, CompletionItemKind>> = {
  word: CompletionItemKind.Keyword,
  line: CompletionItemKind.Keyword,
  part: CompletionItemKind.Snippet,
  value: CompletionItemKind.Value,
  unit: CompletionItemKind.Unit,
  file: CompletionItemKind.File,
  Choice: CompletionItemKind.EnumMember,
  Signal: CompletionItemKind.Variable,
  Field: CompletionItemKind.Field,
};
