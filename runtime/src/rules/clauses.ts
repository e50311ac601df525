/** Expressions as lists of clauses: an expression holds where any of its clauses does. */
import { type CellSet, intersectionOf, isAll, unionOf } from './cell-sets.ts';
import { type Cells, cellsWhere } from './cells.ts';
import type { Expression } from './expression.ts';

/** Holds where each of these facts is in one of these cells. Without any it always holds. */
export type Clause = ReadonlyMap<number, CellSet>;

/** To how many clauses an expression may come. */
export const MOST_CLAUSES = 32;

/**
 * The clauses of an expression; undefined if it comes to more than there may be. Whatever it says of one fact becomes one set of cells, so that only an
 * `any` over several facts makes clauses.
 *
 * @param cells of each fact that occurs
 */
export function clausesOf(expression: Expression, cells: readonly Cells[]): readonly Clause[] | undefined {
  if ('all' in expression) return conjunction(expression.all, cells);
  if ('any' in expression) return disjunction(expression.any, cells);
  const { fact } = expression;
  return [new Map([[fact, cellsWhere(cells[fact] as Cells, expression)]])];
}

function disjunction(parts: readonly Expression[], cells: readonly Cells[]): readonly Clause[] | undefined {
  const ofOneFact = new Map<number, CellSet[]>();
  const clauses: Clause[] = [];
  for (const part of parts) {
    const more = clausesOf(part, cells);
    if (!more) return undefined;
    for (const clause of more) {
      if (clause.size === 1) gather(ofOneFact, clause);
      else clauses.push(clause);
    }
  }
  for (const [fact, sets] of ofOneFact) {
    const set = unionOf(sets);
    clauses.push(isAll(set, (cells[fact] as Cells).count) ? new Map() : new Map([[fact, set]]));
  }
  return clauses.length > MOST_CLAUSES ? undefined : clauses;
}

function conjunction(parts: readonly Expression[], cells: readonly Cells[]): readonly Clause[] | undefined {
  const common = new Map<number, CellSet[]>();
  const choices: (readonly Clause[])[] = [];
  for (const part of parts) {
    const clauses = clausesOf(part, cells);
    if (!clauses) return undefined;
    const [only] = clauses;
    if (only && clauses.length === 1) gather(common, only);
    else choices.push(clauses);
  }
  let products = allOf(common);
  for (const clauses of choices) {
    products = products.flatMap((product) => clauses.flatMap((clause) => bothOf(product, clause)));
    if (products.length > MOST_CLAUSES) return undefined;
  }
  return products;
}

function gather(sets: Map<number, CellSet[]>, clause: Clause): void {
  for (const [fact, set] of clause) {
    const others = sets.get(fact);
    if (others) others.push(set);
    else sets.set(fact, [set]);
  }
}

function bothOf(one: Clause, other: Clause): readonly Clause[] {
  const sets = new Map<number, CellSet[]>();
  gather(sets, one);
  gather(sets, other);
  return allOf(sets);
}

/** The clause that each fact is in all of its sets, if that can be. */
function allOf(sets: ReadonlyMap<number, readonly CellSet[]>): readonly Clause[] {
  const clause = new Map<number, CellSet>();
  for (const [fact, ofFact] of sets) {
    const set = intersectionOf(ofFact);
    if (set.length === 0) return [];
    clause.set(fact, set);
  }
  return [clause];
}
