import { type ast, createPlaybookLanguage } from '@poise/language';
import { type LangiumDocument, URI } from 'langium';
import { type PlainWorkspace, plainOf } from './plain.ts';

/** Parses and links workspaces, one after the other, and says what their trees say. */
export function workspaceParser(): (texts: ReadonlyMap<string, string>) => Promise<PlainWorkspace> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = createPlaybookLanguage({}).shared.workspace;
  return async (texts) => {
    const documents = new Map<string, LangiumDocument<ast.PlaybookFile>>();
    for (const [path, text] of texts) {
      const uri = URI.parse('playbook:///').with({ path: `/${path}` });
      const document = LangiumDocumentFactory.fromString<ast.PlaybookFile>(text, uri);
      LangiumDocuments.addDocument(document);
      documents.set(path, document);
    }
    await DocumentBuilder.build([...documents.values()]);
    const workspace = new Map([...documents].map(([path, { parseResult }]) => [path, plainOf(parseResult.value)]));
    await DocumentBuilder.update(
      [],
      [...documents.values()].map(({ uri }) => uri),
    );
    return workspace;
  };
}
