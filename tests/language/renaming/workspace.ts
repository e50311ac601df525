import { type NamePlace, namedAt, type Renaming, rename } from '@poise/language';
import type { LangiumDocument } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { linkedWorkspace, type Texts } from '../linked-workspace.ts';

/** A workspace that is read, in which things can be given other names. */
export interface NamedWorkspace {
  /** What is named at a place, an offset in a file. */
  readonly at: (path: string, offset: number) => NamePlace | undefined;
  /** The texts with another name for what is named there, or why not. */
  readonly renamed: (place: NamePlace, name: string) => Texts | string;
}

/** Reads and links the files of a workspace. */
export async function readWorkspace(texts: Texts): Promise<NamedWorkspace> {
  const { playbook, documents } = await linkedWorkspace(texts);
  return {
    at: (path, offset) => {
      const document = documents.get(path);
      return document && namedAt(document, offset, playbook.Workspace);
    },
    renamed: (place, name) => {
      const renaming = rename(place, name, playbook);
      return renaming.kind === 'refused' ? renaming.because : changed(documents, renaming, name);
    },
  };
}

function changed(
  documents: ReadonlyMap<string, LangiumDocument>,
  { places }: Extract<Renaming, { kind: 'renamed' }>,
  newText: string,
): Texts {
  return new Map(
    [...documents].map(([path, document]) => {
      const edits = places.filter((place) => place.document === document).map(({ range }) => ({ range, newText }));
      return [path, TextDocument.applyEdits(document.textDocument, edits)];
    }),
  );
}
