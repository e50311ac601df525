import { CstUtils } from 'langium';
import type { TextEdit } from 'vscode-languageserver-types';
import { isFindingCode } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { formatText } from '../formatting/format-text.ts';
import type { PlaybookServices } from '../services.ts';
import type { Change, Fixer, Source } from './fix.ts';
import { fixers } from './table.ts';

/** A change that an author can have made: in words, and by the address of each file that it changes, as one edit. */
export interface QuickFix {
  readonly title: string;
  readonly edits: ReadonlyMap<string, TextEdit>;
}

/** All changes that would put right what was found in a file. What they touch is laid out as the formatter would, if it was before. */
export function quickFixes(found: Finding, document: Source, services: PlaybookServices): QuickFix[] {
  const root = document.parseResult.value;
  const offset = document.textDocument.offsetAt(found.range.start);
  const node = (root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, offset)?.astNode) ?? root;
  // The table is typed entry by entry; TypeScript can't see that code and data belong together.
  const fixer = (isFindingCode(found.code) ? fixers[found.code] : undefined) as Fixer<object> | undefined;
  const fixes = fixer?.({ data: found.data, found, document, node, workspace: services.Workspace }) ?? [];
  return fixes.map(({ title, changes }) => ({
    title,
    edits: new Map(
      [...new Set(changes.map((change) => change.document))].map((changed) => {
        const inFile = changes.filter((change) => change.document === changed);
        return [changed.uri.toString(), editOf(changed, inFile, services)];
      }),
    ),
  }));
}

/** The changes of one file and what has to be laid out anew with them, as one edit. */
function editOf({ textDocument }: Source, changes: readonly Change[], services: PlaybookServices): TextEdit {
  const before = textDocument.getText();
  const start = Math.min(...changes.map((change) => change.start));
  const end = Math.max(...changes.map((change) => change.end));
  // From behind, so that places stay what they are; of two at one place the first ends up first.
  const changed = changes
    .toReversed()
    .sort((a, b) => b.start - a.start)
    .reduce((text, change) => text.slice(0, change.start) + change.text + text.slice(change.end), before);
  const wasLaidOut = formatText(before, services, { start, end }).edits.length === 0;
  const touched = { start, end: end + changed.length - before.length };
  return difference(textDocument, wasLaidOut ? formatText(changed, services, touched).text : changed);
}

/** The smallest edit of one stretch that makes a file's text another one. */
function difference(textDocument: Source['textDocument'], after: string): TextEdit {
  const before = textDocument.getText();
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return {
    range: { start: textDocument.positionAt(start), end: textDocument.positionAt(before.length - same) },
    newText: after.slice(start, after.length - same),
  };
}
