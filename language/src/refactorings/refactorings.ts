import { CstUtils } from 'langium';
import { type Edited, edited, type Offered } from '../fixes/edited.ts';
import type { Source } from '../fixes/fix.ts';
import type { Stretch } from '../fixes/written.ts';
import { formatText } from '../formatting/format-text.ts';
import type { PlaybookServices } from '../services.ts';
import { extractPhrases } from './extract-phrases.ts';
import { moveToLibrary } from './move-to-library.ts';
import type { Refactorer, Rewriting } from './refactoring.ts';
import { convertLength } from './time-units.ts';
import { writeScenarioFor } from './write-scenario.ts';

/** A way to write something otherwise: part of it gets a name, it stands elsewhere, or says the same in other words. */
export interface Refactoring extends Offered {
  readonly kind: Rewriting['kind'];
}

const ALL: readonly Refactorer[] = [extractPhrases, moveToLibrary, convertLength, writeScenarioFor];

/**
 * All ways to write otherwise what stands at a place.
 *
 * @param place what is selected, or where the cursor is
 * @param canCreate whether a file can be created for it
 */
export function refactorings(
  { start, end }: Stretch,
  document: Source,
  services: PlaybookServices,
  { canCreate }: { readonly canCreate: boolean },
): Refactoring[] {
  const root = document.parseResult.value.$cstNode;
  const node =
    root && (CstUtils.findLeafNodeAtOffset(root, start) ?? CstUtils.findLeafNodeAtOffset(root, start - 1))?.astNode;
  if (!node) return [];
  const place = { start, end, document, node, services, canCreate };
  return ALL.flatMap((refactorer) => refactorer(place)).map((rewriting) => {
    const { kind, title } = rewriting;
    return { kind, title, edits: () => editsOf(rewriting, services) };
  });
}

function editsOf({ changes, creates }: Rewriting, services: PlaybookServices): Edited {
  const { edits } = edited(changes, services);
  if (!creates) return { edits };
  const address = creates.uri.toString();
  const top = { line: 0, character: 0 };
  const whole = { range: { start: top, end: top }, newText: formatText(creates.text, services).text };
  return { edits: new Map([[address, whole], ...edits]), creates: address };
}
