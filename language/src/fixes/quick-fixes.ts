import { CstUtils } from 'langium';
import { type FindingCode, isFindingCode } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { PlaybookServices } from '../services.ts';
import { allowIt } from './allow.ts';
import { edited, type Offered } from './edited.ts';
import type { Change, Fix, Fixer, Source } from './fix.ts';
import { fixers } from './table.ts';

/** A change that an author can have made, in words. */
export interface QuickFix extends Offered {
  /** It is the only thing that puts right what was found. */
  readonly isOnly: boolean;
}

/** All changes that would put right what was found in a file; as the last resort, what can be allowed is. */
export function quickFixes(found: Finding, document: Source, services: PlaybookServices): QuickFix[] {
  const fixes = fixesOf(found, document, services);
  const isOnly = fixes.length === 1;
  return [
    ...fixes.map((fix) => ({ title: fix.title, isOnly, edits: () => edited(fix.changes, services) })),
    ...allowIt(found, document).map(({ title, changes }) => ({
      title,
      isOnly: false,
      edits: () => edited(changes, services),
    })),
  ];
}

/**
 * Findings whose only fix changes nothing of what is said and takes no words of the author's away: so it can be made without anybody looking on, when a
 * file is saved, say.
 */
const SAFE: ReadonlySet<string> = new Set<FindingCode>([
  ...(['bad-range', 'bad-time', 'bad-version', 'duplicate-use', 'misplaced-member', 'no-placeholder-here'] as const),
  ...(['repeated-in-list', 'stray-character', 'thousands-separator', 'unattached-comment', 'unknown-escape'] as const),
  'wrong-quotes',
]);

/** Puts right all findings of a file that need nobody to look on. */
export function fixAllSafe(
  findings: readonly Finding[],
  document: Source,
  services: PlaybookServices,
): Offered | undefined {
  const safe = findings.filter(({ code }) => SAFE.has(code));
  const all = together(safe, document, services);
  return all && { title: 'Correct all clear slips in this file', edits: all.edits };
}

/** `use` lines that can go: nothing needs them, or they stand there twice. Their order stays: of two escalations, the first leads. */
export function leaveOutUses(
  findings: readonly Finding[],
  document: Source,
  services: PlaybookServices,
): Offered | undefined {
  const needless = findings.filter(({ code }) => code === 'unused-use' || code === 'duplicate-use');
  const all = together(needless, document, services);
  return all && { title: 'Remove `use` lines that nothing needs', edits: all.edits };
}

/** Puts right all findings of one kind in a file, where there are several and it is clear how. */
export function fixAllOfKind(
  code: string,
  findings: readonly Finding[],
  document: Source,
  services: PlaybookServices,
): QuickFix | undefined {
  const all = together(
    findings.filter((one) => one.code === code),
    document,
    services,
  );
  if (!all || all.count < 2) return undefined;
  return { title: `Correct all ${all.count} of these in this file`, isOnly: false, edits: all.edits };
}

/** The only fixes of some findings, those left out that would change the same words. */
function together(
  findings: readonly Finding[],
  document: Source,
  services: PlaybookServices,
): (Pick<Offered, 'edits'> & { readonly count: number }) | undefined {
  const changes: Change[] = [];
  let count = 0;
  for (const found of findings) {
    const [fix, ...others] = fixesOf(found, document, services);
    if (!fix || others.length > 0) continue;
    const fresh = fix.changes.filter((change) => !changes.some((other) => isSame(change, other)));
    if (fresh.some((change) => changes.some((other) => overlap(change, other)))) continue;
    changes.push(...fresh);
    count += 1;
  }
  return count === 0 ? undefined : { count, edits: () => edited(changes, services) };
}

function isSame(a: Change, b: Change): boolean {
  return a.document === b.document && a.start === b.start && a.end === b.end && a.text === b.text;
}

function overlap(a: Change, b: Change): boolean {
  return a.document === b.document && a.start < b.end && b.start < a.end;
}

function fixesOf(found: Finding, document: Source, services: PlaybookServices): readonly Fix[] {
  if (!isFindingCode(found.code)) return [];
  const root = document.parseResult.value;
  const offset = document.textDocument.offsetAt(found.range.start);
  const node = (root.$cstNode && CstUtils.findLeafNodeAtOffset(root.$cstNode, offset)?.astNode) ?? root;
  const fixer = fixers[found.code];
  // The table is typed entry by entry; TypeScript can't see that code and data belong together.
  const mend = typeof fixer === 'function' ? (fixer as Fixer<object>) : undefined;
  return mend?.({ data: found.data, found, document, node, workspace: services.Workspace, services }) ?? [];
}
