import type { LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import type { Declared, UsedFile, Workspace } from '../linking/workspace.ts';
import { nounOf } from '../structure/nouns.ts';
import type { Check } from './check.ts';
import { isShared, nameSpaceOf } from './duplicates.ts';
import { pathBetween, relatedPlace } from './places.ts';
import { firstUses } from './uses.ts';

type File = LangiumDocument<ast.PlaybookFile>;

/** Two declarations of one name in two used files; `later` comes in by the later `use` line. */
interface Clash {
  readonly earlier: Declared;
  readonly later: Declared;
}

/**
 * The files that a file uses don't give the same name to two things. Said once for each `use` line, in the file where the two first come
 * together: where one of them uses the other, it is that one whose name is taken.
 */
export const usedFilesMustNotClash: Check<ast.PlaybookFile> = (file, { report, workspace }) => {
  const document = documentOf(file);
  const uses = firstUses(workspace.usesOf(document));
  for (const [use, [first, ...others]] of clashesByUse(document, uses, workspace)) {
    if (!first) continue;
    const files = [first.earlier, first.later].map((declared) => pathBetween(document, documentOf(declared)));
    report(
      'clashing-uses',
      { kind: nounOf(first.later.$type), name: first.later.name, files, others: others.length },
      {
        node: use,
        property: 'path',
        related: [first.earlier, first.later].map((node) =>
          relatedPlace({ node, property: 'name' }, 'it is declared here'),
        ),
      },
    );
  }
};

function clashesByUse(document: File, uses: readonly UsedFile[], workspace: Workspace): Map<ast.Use, Clash[]> {
  const clashes = new Map<ast.Use, Clash[]>();
  if (uses.length < 2) return clashes;
  /** By which of the `use` lines each file comes in. */
  const ways = new Map<File, Set<UsedFile>>();
  for (const used of uses) {
    for (const brought of used.document ? workspace.closureOf(used.document) : []) {
      const known = ways.get(brought);
      if (known) known.add(used);
      else ways.set(brought, new Set([used]));
    }
  }
  for (const [brought, waysIn] of ways) {
    for (const member of brought === document ? [] : brought.parseResult.value.members) {
      if (!isShared(member) || !('name' in member)) continue;
      for (const twin of twinsOf(member, workspace)) {
        const waysOfTwin = ways.get(documentOf(twin));
        if (!waysOfTwin || documentOf(twin) === document || [...waysIn].some((way) => waysOfTwin.has(way))) continue;
        const [own] = waysIn;
        const [others] = waysOfTwin;
        // Each pair is met from both its sides: the one that comes in later reports it.
        if (!own || !others || uses.indexOf(own) < uses.indexOf(others)) continue;
        const known = clashes.get(own.use);
        const clash: Clash = { earlier: twin, later: member };
        if (known) known.push(clash);
        else clashes.set(own.use, [clash]);
      }
    }
  }
  return clashes;
}

/** What other files declare by the same name. */
function twinsOf(member: Declared, workspace: Workspace): Declared[] {
  return nameSpaceOf(member.$type)
    .flatMap((kind) => workspace.everywhere(kind, member.name))
    .filter((other) => documentOf(other) !== documentOf(member));
}
