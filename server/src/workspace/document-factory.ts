import {
  type AstNode,
  DefaultLangiumDocumentFactory,
  type LangiumDocument,
  type TextDocument,
  type URI,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';

/**
 * Makes documents of files. One that can't be read is as good as empty: it may have gone since it was heard of, and must not stop all others. So is one that
 * hasn't been read yet.
 */
export class PatientDocumentFactory extends DefaultLangiumDocumentFactory {
  override fromModel<T extends AstNode>(model: T, uri: URI): LangiumDocument<T> {
    return super.fromModel({ ...NOTHING, ...model }, uri);
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
