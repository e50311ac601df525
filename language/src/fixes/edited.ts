import type { TextEdit } from 'vscode-languageserver-types';
import { formatText } from '../formatting/format-text.ts';
import { differenceBetween } from '../parsing/difference.ts';
import type { PlaybookServices } from '../services.ts';
import type { Change, Source } from './fix.ts';
import type { Stretch } from './written.ts';

/** What is to be changed: by the address of each file, as one edit. */
export interface Edited {
  readonly edits: ReadonlyMap<string, TextEdit>;
  /** The address of the one among them that isn't there yet. */
  readonly creates?: string;
}

/** Something that an author can have changed, in words. What comes of it is worked out when it is asked for: laying out takes longer than all the rest. */
export interface Offered {
  readonly title: string;
  readonly edits: () => Edited;
}

/** Changes as edits. What they touch is laid out as the formatter would, if it was before. */
export function edited(changes: readonly Change[], services: PlaybookServices): Edited {
  const edits = [...new Set(changes.map(({ document }) => document))].map((changed) => {
    const inFile = changes.filter(({ document }) => document === changed);
    return [changed.uri.toString(), editOf(changed, inFile, services)] as const;
  });
  return { edits: new Map(edits) };
}

/** The changes of one file and what has to be laid out anew with them, as one edit. */
function editOf({ textDocument }: Source, changes: readonly Change[], services: PlaybookServices): TextEdit {
  const before = textDocument.getText();
  const start = Math.min(...changes.map((change) => change.start));
  const end = Math.max(...changes.map((change) => change.end));
  // From behind, so that places stay what they are. At one place, what replaces goes before what is put in, and of two of these the first ends up first.
  const changed = changes
    .toReversed()
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, change) => text.slice(0, change.start) + change.text + text.slice(change.end), before);
  return difference(textDocument, laidOut(before, changed, { start, end }, services));
}

/** A changed text, with what was changed laid out if it was before: in a file that was laid out as a whole, all of it. */
function laidOut(before: string, changed: string, { start, end }: Stretch, services: PlaybookServices): string {
  if (formatText(before, services).edits.length === 0) return formatText(changed, services).text;
  const touched = { start, end: end + changed.length - before.length };
  const wasLaidOut = formatText(before, services, { start, end }).edits.length === 0;
  return wasLaidOut ? formatText(changed, services, touched).text : changed;
}

/** The smallest edit of one stretch that makes a file's text another one. */
function difference(textDocument: Source['textDocument'], after: string): TextEdit {
  const { start, oldEnd, newEnd } = differenceBetween(textDocument.getText(), after);
  return {
    range: { start: textDocument.positionAt(start), end: textDocument.positionAt(oldEnd) },
    newText: after.slice(start, newEnd),
  };
}
