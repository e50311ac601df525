import { type ast, createPlaybookLanguage } from '@poise/language';
import { URI } from 'langium';

/** The texts of a workspace, by path. */
export type Texts = ReadonlyMap<string, string>;

/** Reads the files of a workspace and links their names, as an editor does. @returns the language's services, and the files by path */
export async function linkedWorkspace(texts: Texts) {
  const { playbook, shared } = createPlaybookLanguage({});
  const documents = new Map(
    [...texts].map(([path, text]) => {
      const uri = URI.parse('playbook:///').with({ path: `/${path}` });
      const document = shared.workspace.LangiumDocumentFactory.fromString<ast.PlaybookFile>(text, uri);
      shared.workspace.LangiumDocuments.addDocument(document);
      return [path, document];
    }),
  );
  await shared.workspace.DocumentBuilder.build([...documents.values()]);
  return { playbook, documents };
}
