import { type ast, createPlaybookLanguage, type Edited, type Refactoring, refactorings } from '@poise/language';
import { type LangiumDocument, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The texts of a workspace, by path. */
export type Texts = ReadonlyMap<string, string>;

/** A way to write something otherwise, and what the texts are afterwards. */
export interface Refactored extends Pick<Refactoring, 'kind' | 'title'> {
  readonly texts: Texts;
}

/** Reads a workspace, and says what can be written otherwise at a place, an offset in a file. */
export async function refactoringsIn(
  texts: Texts,
  { canCreate = true } = {},
): Promise<(path: string, offset: number) => readonly Refactored[]> {
  const { playbook, shared } = createPlaybookLanguage({});
  const addressOf = (path: string): URI => URI.parse('playbook:///').with({ path: `/${path}` });
  const documents = new Map(
    [...texts].map(([path, text]) => {
      const document = shared.workspace.LangiumDocumentFactory.fromString<ast.PlaybookFile>(text, addressOf(path));
      shared.workspace.LangiumDocuments.addDocument(document);
      return [path, document];
    }),
  );
  await shared.workspace.DocumentBuilder.build([...documents.values()]);
  return (path, offset) => {
    const document = documents.get(path);
    const place = { start: offset, end: offset };
    return (document ? refactorings(place, document, playbook, { canCreate }) : []).map(({ kind, title, edits }) => ({
      ...{ kind, title },
      texts: new Map([...texts, ...changed(edits().edits, documents)]),
    }));
  };
}

function changed(edits: Edited['edits'], documents: ReadonlyMap<string, LangiumDocument>): Texts {
  return new Map(
    [...edits].map(([uri, edit]) => {
      const path = URI.parse(uri).path.slice(1);
      const before = documents.get(path)?.textDocument ?? TextDocument.create(uri, 'playbook', 1, '');
      return [path, TextDocument.applyEdits(before, [edit])];
    }),
  );
}
