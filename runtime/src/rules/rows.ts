/** Which clauses a fact leaves, by the value it has. */
import { WORD } from './bits.ts';
import type { CellSet } from './cell-sets.ts';
import type { Cells } from './cells.ts';
import type { Clause } from './clauses.ts';

/** Words that are looked at together: so that what must be known of a fact is looked up once for all of them. */
export const GROUP_WORDS = 4;
/** How many clauses a group has. */
export const GROUP = GROUP_WORDS * WORD;
/** How many clauses a block has: the more, the less there is to do when a fact changes; the fewer, the less memory is needed. */
const BLOCK = 8 * GROUP;
/** How many pointers a row may have. */
const MOST_POINTERS = 64;

/**
 * Masks for clauses that are bits of words: clause n is bit n % 32 of word n / 32. For each fact there is a _row_ in each block in which it occurs: stretches of
 * cells in which the same clauses are left, with those clauses as masks, one for each word from the first group in which the fact occurs to the last. So a row
 * has about as many stretches as comparisons, and all take memory linear in these.
 */
export interface Rows {
  /** Where the rows of each fact begin; at the end, how many there are. */
  readonly rowsOf: Int32Array;
  /** Where the pointers of each row begin: to the stretch of a cell that is the first of some. */
  readonly pointersOf: Int32Array;
  /** By how many bits to shift a cell for its pointer. */
  readonly shiftOf: Int32Array;
  readonly pointers: Int32Array;
  /** The cell that each stretch ends before. */
  readonly endOf: Int32Array;
  /** Where the mask of word 0 would be, for each stretch. */
  readonly masksOf: Int32Array;
  readonly masks: Int32Array;
  /** Where the rows of each group begin in `groupRows`; at the end, how many there are. */
  readonly groupRowsOf: Int32Array;
  /** The rows of the facts that occur in a group, group by group. */
  readonly groupRows: Int32Array;
}

/** @param clauses by their places, some of which may be empty */
export function layOutRows(clauses: readonly (Clause | undefined)[], cells: readonly Cells[]): Rows {
  const rowsOf = [0];
  const pointersOf: number[] = [];
  const shiftOf: number[] = [];
  const pointers: number[] = [];
  const endOf: number[] = [];
  const masksOf: number[] = [];
  const masks: Int32Array[] = [];
  let maskCount = 0;
  const rowsIn = Array.from({ length: Math.ceil(clauses.length / GROUP) }, () => new Set<number>());
  for (const [fact, blocks] of needsByFact(clauses, cells.length).entries()) {
    const { count } = cells[fact] as Cells;
    const shift = Math.max(0, Math.ceil(Math.log2(count / MOST_POINTERS)));
    for (const needs of blocks.values()) {
      const groups = needs.map(({ place }) => Math.floor(place / GROUP));
      for (const group of groups) rowsIn[group]?.add(pointersOf.length);
      const [from = 0, to = from] = [groups[0], groups.at(-1)];
      pointersOf.push(pointers.length);
      shiftOf.push(shift);
      const words = (to + 1 - from) * GROUP_WORDS;
      const stretches = stretchesOf(needs, from * GROUP, words, count);
      let pointer = 0;
      for (const [stretch, end] of stretches.ends.entries()) {
        for (; pointer << shift < end; pointer++) pointers.push(endOf.length);
        endOf.push(end);
        masksOf.push(maskCount + stretch * words - from * GROUP_WORDS);
      }
      masks.push(stretches.masks);
      maskCount += stretches.masks.length;
    }
    rowsOf.push(pointersOf.length);
  }
  const groupRowsOf = [0];
  for (const rows of rowsIn) groupRowsOf.push((groupRowsOf.at(-1) as number) + rows.size);
  return {
    rowsOf: Int32Array.from(rowsOf),
    pointersOf: Int32Array.from(pointersOf),
    shiftOf: Int32Array.from(shiftOf),
    pointers: Int32Array.from(pointers),
    endOf: Int32Array.from(endOf),
    masksOf: Int32Array.from(masksOf),
    masks: concatenated(masks),
    groupRowsOf: Int32Array.from(groupRowsOf),
    groupRows: Int32Array.from(rowsIn.flatMap((rows) => [...rows])),
  };
}

/** Where some fact is needed, and in which of its cells. */
interface PlacedNeed {
  readonly place: number;
  readonly cells: CellSet;
}

/** For each fact, by block, where it is needed, in the order of places. */
function needsByFact(
  clauses: readonly (Clause | undefined)[],
  facts: number,
): readonly ReadonlyMap<number, readonly PlacedNeed[]>[] {
  const needs = Array.from({ length: facts }, () => new Map<number, PlacedNeed[]>());
  for (const [place, clause] of clauses.entries()) {
    const block = Math.floor(place / BLOCK);
    for (const { fact, cells } of clause ?? []) {
      const blocks = needs[fact] as Map<number, PlacedNeed[]>;
      const inBlock = blocks.get(block);
      if (inBlock) inBlock.push({ place, cells });
      else blocks.set(block, [{ place, cells }]);
    }
  }
  return needs;
}

/** The stretches of a row, in order: where each ends, and which clauses it leaves of those that so many words have from a place on. */
function stretchesOf(needs: readonly PlacedNeed[], first: number, words: number, count: number) {
  const bounds = needs.flatMap(({ place, cells }) => cells.map((cell) => ({ cell, index: place - first })));
  bounds.sort((a, b) => a.cell - b.cell);
  const ends = [...new Set(bounds.map(({ cell }) => cell))].filter((cell) => cell > 0 && cell < count).concat(count);
  const masks = new Int32Array(ends.length * words).fill(-1, 0, words);
  // Those that ask nothing of the fact are in everywhere. The others are out up to the first bound of their cells, in up to the next, and so on.
  for (const { place } of needs) flipBit(masks, place - first);
  let next = 0;
  for (const [stretch, from] of [0, ...ends.slice(0, -1)].entries()) {
    const start = stretch * words;
    if (stretch > 0) masks.copyWithin(start, start - words, start);
    for (; bounds[next]?.cell === from; next++) flipBit(masks, WORD * start + (bounds[next]?.index ?? 0));
  }
  return { ends, masks };
}

function flipBit(bits: Int32Array, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] as number) ^ (1 << (index & 31));
}

function concatenated(lists: readonly Int32Array[]): Int32Array {
  const whole = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const list of lists) {
    whole.set(list, start);
    start += list.length;
  }
  return whole;
}
