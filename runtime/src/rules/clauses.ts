/** Expressions as lists of clauses: an expression holds where any of its clauses does. */
import { type CellSet, intersectionOf, isAll, unionOf } from './cell-sets.ts';
import { type Cells, cellsWhere } from './cells.ts';
import type { Expression } from './expression.ts';

/** That a fact is in one of these cells. */
export interface Need {
  readonly fact: number;
  readonly cells: CellSet;
}

/** Holds where all that it needs is so, of each fact once; always, where it needs nothing. */
export type Clause = readonly Need[];

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
  return [[{ fact, cells: cellsWhere(cells[fact] as Cells, expression) }]];
}

function disjunction(parts: readonly Expression[], cells: readonly Cells[]): readonly Clause[] | undefined {
  const ofOneFact: Need[] = [];
  const clauses: Clause[] = [];
  for (const part of parts) {
    const more = clausesOf(part, cells);
    if (!more) return undefined;
    for (const clause of more) {
      const [only] = clause;
      if (only && clause.length === 1) ofOneFact.push(only);
      else clauses.push(clause);
    }
  }
  for (const need of byFact(ofOneFact, unionOf)) {
    clauses.push(isAll(need.cells, (cells[need.fact] as Cells).count) ? [] : [need]);
  }
  return clauses.length > MOST_CLAUSES ? undefined : clauses;
}

function conjunction(parts: readonly Expression[], cells: readonly Cells[]): readonly Clause[] | undefined {
  const common: Need[] = [];
  const choices: (readonly Clause[])[] = [];
  for (const part of parts) {
    const clauses = clausesOf(part, cells);
    if (!clauses) return undefined;
    const [only] = clauses;
    if (only && clauses.length === 1) for (const need of only) common.push(need);
    else choices.push(clauses);
  }
  let products = allOf(common);
  for (const clauses of choices) {
    products = products.flatMap((product) => clauses.flatMap((clause) => allOf([...product, ...clause])));
    if (products.length > MOST_CLAUSES) return undefined;
  }
  return products;
}

/** The clause that all of this is so, if that can be. */
function allOf(needs: readonly Need[]): readonly Clause[] {
  const clause = byFact(needs, intersectionOf);
  return clause.some(({ cells }) => cells.length === 0) ? [] : [clause];
}

/** One need for each fact, of whose cells something is made. */
function byFact(needs: readonly Need[], combine: (sets: readonly CellSet[]) => CellSet): Clause {
  const sets = new Map<number, CellSet[]>();
  for (const { fact, cells } of needs) {
    const ofFact = sets.get(fact);
    if (ofFact) ofFact.push(cells);
    else sets.set(fact, [cells]);
  }
  return Array.from(sets, ([fact, ofFact]) => ({ fact, cells: combine(ofFact) }));
}
