import { code } from '../findings/words.ts';
import { isDeclared } from '../linking/workspace.ts';
import { occurrencesOf } from '../names/named.ts';
import type { Fixer } from './fix.ts';
import { write } from './written.ts';

/** Gives something a name that names can have, wherever it is named. */
export const renameEverywhere: Fixer<{ readonly proposal?: string | undefined }> = (context) => {
  const { data, node, workspace } = context;
  const { proposal } = data;
  if (proposal === undefined || !isDeclared(node)) return [];
  const places = occurrencesOf(node, workspace);
  if (places.length < 2) return [write(context, proposal)];
  const changes = places.map(({ document, range }) => ({
    document,
    start: document.textDocument.offsetAt(range.start),
    end: document.textDocument.offsetAt(range.end),
    text: proposal,
  }));
  return [{ title: `Write ${code(proposal)} everywhere`, changes }];
};
