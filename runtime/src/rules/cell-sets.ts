/** Cells of one fact as stretches: where the first begins, where it ends (exclusive), where the second begins, and so on; no two of them meet. */
export type CellSet = readonly number[];

/** The cells that are in any of the sets. */
export function unionOf(sets: readonly CellSet[]): CellSet {
  return inAtLeast(1, sets);
}

/** The cells that are in all of the sets. */
export function intersectionOf(sets: readonly CellSet[]): CellSet {
  return inAtLeast(sets.length, sets);
}

/** All cells, of so many, but one. */
export function allBut(cell: number, count: number): CellSet {
  if (cell === 0) return [1, count];
  return cell + 1 === count ? [0, cell] : [0, cell, cell + 1, count];
}

/** Whether these are all cells, of so many. */
export function isAll([from, to]: CellSet, count: number): boolean {
  return from === 0 && to === count;
}

function inAtLeast(least: number, sets: readonly CellSet[]): CellSet {
  const [only] = sets;
  if (only && sets.length === 1) return only;
  const bounds: { readonly cell: number; readonly step: 1 | -1 }[] = [];
  for (const set of sets) {
    for (const [index, cell] of set.entries()) bounds.push({ cell, step: index % 2 === 0 ? 1 : -1 });
  }
  bounds.sort((a, b) => a.cell - b.cell);
  const found: number[] = [];
  let depth = 0;
  let isIn = false;
  for (const [index, { cell, step }] of bounds.entries()) {
    depth += step;
    // All that begins or ends at this cell counts before it is looked at.
    if (bounds[index + 1]?.cell === cell || isIn === depth >= least) continue;
    isIn = !isIn;
    found.push(cell);
  }
  return found;
}
