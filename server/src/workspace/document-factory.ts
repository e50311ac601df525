import { type ast, type PlaybookServices, reparse } from '@poise/language';
import {
  type AstNode,
  DefaultLangiumDocumentFactory,
  type LangiumDocument,
  type LangiumDocuments,
  type LangiumSharedCoreServices,
  type ParseResult,
  type TextDocument,
  type URI,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';

/**
 * Makes documents of files, and reads those again that have changed, as far as they have. One that can't be read is as good as empty: it may have gone since
 * it was heard of, and must not stop all others. So is one that hasn't been read yet.
 */
export class PatientDocumentFactory extends DefaultLangiumDocumentFactory {
  private readonly documents: () => LangiumDocuments;

  constructor(services: LangiumSharedCoreServices) {
    super(services);
    this.documents = () => services.workspace.LangiumDocuments;
  }

  override fromModel<T extends AstNode>(model: T, uri: URI): LangiumDocument<T> {
    return super.fromModel({ ...NOTHING, ...model }, uri);
  }

  protected override parseAsync<T extends AstNode>(uri: URI, text: string): Promise<ParseResult<T>> {
    const services = this.serviceRegistry.getServices(uri) as PlaybookServices;
    const document = this.documents().getDocument(uri);
    if (!document) return Promise.resolve(services.parser.LangiumParser.parse<T>(text));
    // Names that were asked for since the document began to change mean what they meant before.
    services.references.Linker.unlink(document);
    const before = document.parseResult as ParseResult<ast.PlaybookFile>;
    return Promise.resolve(reparse(services, before, text) as ParseResult<AstNode> as ParseResult<T>);
  }

  protected override getInitialText(uri: URI, token: CancellationToken): Promise<string> {
    return super.getInitialText(uri, token).catch(() => '');
  }

  protected override getUpdatedText<T extends AstNode>(
    document: LangiumDocument<T>,
    textDocument: TextDocument | undefined,
    token: CancellationToken,
  ): Promise<string> {
    return super.getUpdatedText(document, textDocument, token).catch(() => '');
  }
}

/** What an empty file has, for Langium makes documents of new files that have no tree at all. */
const NOTHING = { members: [], orphans: [] };
