import { createCompiler } from '@poise/generator';
import { type Finding, quickFixes } from '@poise/language';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { memoryHost } from '../../harness/memory-host.ts';
import { linkedWorkspace, type Texts } from '../linked-workspace.ts';

/** A finding and the file it is in. */
export type Found = Finding & { readonly file: string };

const compiler = createCompiler();

/** Everything that is found in a workspace. */
export async function findingsIn(texts: Texts, today = '2026-11-22'): Promise<readonly Found[]> {
  return (await compiler.compile([...texts.keys()].filter(isPlaybook), memoryHost(texts), { today })).findings;
}

/** What each quick fix of some findings is called, and what it makes of the workspace that they are in. */
export async function fixed(
  findings: readonly Found[],
  texts: Texts,
): Promise<{ readonly found: Found; readonly title: string; readonly texts: Texts }[]> {
  const { playbook, documents } = await linkedWorkspace(new Map([...texts].filter(([path]) => isPlaybook(path))));
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

function isPlaybook(path: string): boolean {
  return path.endsWith('.playbook');
}
