import { type Edited, type Refactoring, refactorings } from '@poise/language';
import { type LangiumDocument, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linkedWorkspace, type Texts } from '../linked-workspace.ts';

/** A way to write something otherwise, and what the texts are afterwards. */
export interface Refactored extends Pick<Refactoring, 'kind' | 'title'> {
  readonly texts: Texts;
}

/** Reads a workspace, and says what can be written otherwise at a place, an offset in a file. */
export async function refactoringsIn(
  texts: Texts,
  { canCreate = true } = {},
): Promise<(path: string, offset: number) => readonly Refactored[]> {
  const { playbook, documents } = await linkedWorkspace(texts);
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
