import type { CoveredItem, DocumentRange, FileCoverage } from '@poise/server/protocol';

/** What scenarios of several files cover together: the shared files are covered by all of them. */
export function summed(all: readonly FileCoverage[]): readonly FileCoverage[] {
  const files = new Map<string, Map<string, CoveredItem>>();
  for (const { uri, items } of all) {
    const known = files.get(uri) ?? new Map<string, CoveredItem>();
    files.set(uri, known);
    for (const item of items) known.set(item.id, { ...item, hits: item.hits + (known.get(item.id)?.hits ?? 0) });
  }
  return [...files].map(([uri, items]) => ({ uri, items: [...items.values()] }));
}

/** A rule, a line or a step, and the ways and sides that it has. */
export interface CoveredPart {
  readonly whole: CoveredItem;
  readonly branches: readonly CoveredItem[];
}

/** Puts ways and sides to what they are part of: the smallest around them. What is part of nothing stands for itself. */
export function partsOf(items: readonly CoveredItem[]): readonly CoveredPart[] {
  const branches = new Map<CoveredItem, CoveredItem[]>();
  for (const item of items) if (item.kind !== 'branch') branches.set(item, []);
  const wholes = [...branches.keys()];
  for (const item of items) {
    if (item.kind !== 'branch') continue;
    const [first, ...others] = wholes.filter(({ range }) => isAround(range, item.range));
    const smallest = first && others.reduce((a, b) => (isAround(a.range, b.range) ? b : a), first);
    if (smallest) branches.get(smallest)?.push(item);
    else branches.set(item, []);
  }
  return [...branches].map(([whole, own]) => ({ whole, branches: own }));
}

function isAround(outer: DocumentRange, inner: DocumentRange): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(a: DocumentRange['start'], b: DocumentRange['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
