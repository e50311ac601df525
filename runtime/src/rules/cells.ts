/**
 * A fact's domain, cut into cells by the constants that the fact is compared with: all values of a cell give the same answers.
 *
 * The cells are numbered: unknown; everything that has no cell of its own; each boolean and string among the constants; and then, if there are numbers
 * among them, the numbers below the least, the least, those between it and the next, the next, and so on to those above the greatest.
 */
import { allBut, type CellSet } from './cell-sets.ts';
import type { Comparison, FactValue } from './expression.ts';

const UNKNOWN = 0;
const ELSE = 1;

/** How a fact's domain is cut. */
export interface Cells {
  readonly count: number;
  /** The cells of booleans and strings. */
  readonly words: ReadonlyMap<FactValue, number>;
  /** The cell from which on they are of numbers. */
  readonly firstNumber: number;
  /** The numbers among the constants, in order. */
  readonly numbers: Float64Array;
}

/** Cuts a fact's domain by the constants that it is compared with. */
export function cutIntoCells(constants: ReadonlySet<FactValue>): Cells {
  const numbers = Float64Array.from([...constants].filter((constant) => typeof constant === 'number')).sort();
  const words = new Map<FactValue, number>();
  for (const constant of constants) {
    if (typeof constant === 'boolean' || typeof constant === 'string') words.set(constant, ELSE + 1 + words.size);
  }
  const firstNumber = ELSE + 1 + words.size;
  const count = numbers.length === 0 ? firstNumber : firstNumber + 2 * numbers.length + 1;
  return { count, words, firstNumber, numbers };
}

/** The cell that a value is in. */
export function cellOf({ words, firstNumber, numbers }: Cells, value: FactValue): number {
  if (value === null) return UNKNOWN;
  if (typeof value !== 'number') return words.get(value) ?? ELSE;
  if (numbers.length === 0) return ELSE;
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  const below = firstNumber + 2 * low;
  return numbers[low] === value ? below + 1 : below;
}

/** The cells in which a comparison holds, whose constant is among those that the domain was cut by. */
export function cellsWhere(cells: Cells, { operator, constant }: Comparison): CellSet {
  const at = cellOf(cells, constant);
  switch (operator) {
    case '===':
      return [at, at + 1];
    case '!==':
      return allBut(at, cells.count);
    case '<':
      return [cells.firstNumber, at];
    case '<=':
      return [cells.firstNumber, at + 1];
    case '>':
      return [at + 1, cells.count];
    case '>=':
      return [at, cells.count];
  }
}
