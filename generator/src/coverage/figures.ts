import { COVERAGE_KINDS, type CoverageItem, type CoverageKind } from './coverage.ts';

/** How many there are of something, and how many of them are covered. */
export interface Figure {
  readonly covered: number;
  readonly total: number;
}

export type Figures = Readonly<Record<CoverageKind, Figure>>;

/** Counts items by their kind. */
export function figuresOf(items: readonly CoverageItem[]): Figures {
  const figure = (kind: CoverageKind): Figure => {
    const those = items.filter((item) => item.kind === kind);
    return { covered: those.filter(isCovered).length, total: those.length };
  };
  return Object.fromEntries(COVERAGE_KINDS.map((kind) => [kind, figure(kind)])) as Record<CoverageKind, Figure>;
}

/** The figures of everything together. */
export function sumOf(figures: Figures): Figure {
  const all = Object.values(figures);
  return {
    covered: all.reduce((sum, { covered }) => sum + covered, 0),
    total: all.reduce((sum, { total }) => sum + total, 0),
  };
}

/** What is in each file, by its path; in the order of the items. */
export function itemsByFile(items: readonly CoverageItem[]): ReadonlyMap<string, readonly CoverageItem[]> {
  const files = new Map<string, CoverageItem[]>();
  for (const item of items) {
    const those = files.get(item.at.file);
    if (those) those.push(item);
    else files.set(item.at.file, [item]);
  }
  return files;
}

export function isCovered({ hits }: CoverageItem): boolean {
  return hits > 0;
}

/** Whether at least that many per cent are covered: nothing is rounded up to it. Of nothing, all is. */
export function reachesPercent({ covered, total }: Figure, percent: number): boolean {
  return covered * 100 >= total * percent;
}
