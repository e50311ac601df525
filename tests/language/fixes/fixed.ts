import { createCompiler } from '@poise/generator';
import { type ast, createPlaybookLanguage, type Finding, quickFixes } from '@poise/language';
import { type LangiumDocument, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { memoryHost } from '../../harness/memory-host.ts';

/** The texts of a workspace, by path. */
export type Texts = ReadonlyMap<string, string>;
/** A finding and the file it is in. */
export type Found = Finding & { readonly file: string };

const compiler = createCompiler();

/** Everything that is found in a workspace. */
export async function findingsIn(texts: Texts, today = '2026-11-22'): Promise<readonly Found[]> {
  return (await compiler.compile(playbooksOf(texts), memoryHost(texts), { today })).findings;
}

/** What each quick fix of some findings is called, and what it makes of the workspace that they are in. */
export async function fixed(
  findings: readonly Found[],
  texts: Texts,
): Promise<{ readonly found: Found; readonly title: string; readonly texts: Texts }[]> {
  const { playbook, shared } = createPlaybookLanguage({});
  const documents = new Map(
    playbooksOf(texts).map((path) => {
      const uri = URI.parse(`playbook:///${path}`);
      const document = shared.workspace.LangiumDocumentFactory.fromString(texts.get(path) ?? '', uri);
      shared.workspace.LangiumDocuments.addDocument(document);
      return [path, document as LangiumDocument<ast.PlaybookFile>];
    }),
  );
  // As in an editor, where references are linked.
  await shared.workspace.DocumentBuilder.build([...documents.values()]);
  return findings.flatMap((found) => {
    const document = documents.get(found.file);
    return (document ? quickFixes(found, document, playbook) : []).map(({ title, edits }) => {
      const changed = [...documents].map(([path, { uri, textDocument }]): [string, string] => {
        const edit = edits().edits.get(uri.toString());
        return [path, TextDocument.applyEdits(textDocument, edit ? [edit] : [])];
      });
      return { found, title, texts: new Map([...texts, ...changed]) };
    });
  });
}

function playbooksOf(texts: Texts): string[] {
  return [...texts.keys()].filter((path) => path.endsWith('.playbook'));
}
