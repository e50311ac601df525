/** What facts can be worth, as diagrams. */
import type { Facts } from '@poise/runtime/prepared';
import {
  type CellSet,
  type Cells,
  type Comparison,
  cellOf,
  cellsWhere,
  cutIntoCells,
  type Expression,
  type FactValue,
} from '@poise/runtime/rules';
import { type Diagram, Diagrams, EVERYWHERE } from '../diagrams/diagrams.ts';
import { constantsOf } from './constants.ts';
import { type Domain, domainOf } from './domains.ts';

/** The cells into which facts are cut by what some conditions compare them with, and diagrams over those that have a value in them. Facts go by their numbers. */
export class FactValues {
  readonly diagrams: Diagrams;
  /** How each fact is cut. */
  readonly cells: readonly Cells[];
  private readonly domains: readonly Domain[];
  /** For each fact, and each number of cells, how many of the first so many have a value. */
  private readonly positions: readonly (readonly number[])[];

  /** @param most how many nodes the diagrams may have together */
  constructor(facts: Facts, expressions: readonly Expression[], most: number) {
    this.cells = constantsOf(expressions, facts).map(cutIntoCells);
    this.domains = facts.all.map(({ origin }, fact) => domainOf(origin, this.cellsOf(fact)));
    this.positions = this.domains.map(positionsIn);
    this.diagrams = new Diagrams(
      this.positions.map((positions) => positions.at(-1) ?? 0),
      most,
    );
  }

  /** The values of a fact, one for each cell in which there is one. */
  of(fact: number): readonly FactValue[] {
    return (this.domains[fact] ?? []).filter((value) => value !== undefined);
  }

  is(fact: number, value: FactValue): Diagram {
    return this.isInCell(fact, cellOf(this.cellsOf(fact), value));
  }

  /** Where a comparison of a fact holds. */
  where(comparison: Comparison): Diagram {
    const { fact } = comparison;
    return this.isIn(fact, cellsWhere(this.cellsOf(fact), comparison));
  }

  /** The cells of a fact at which something holds that hangs on no other fact. */
  cellsIn(diagram: Diagram, fact: number): CellSet {
    const positions = this.positions[fact] ?? [];
    const branches = diagram <= EVERYWHERE ? [{ end: Infinity, to: diagram }] : this.diagrams.branchesOf(diagram);
    const bounds: number[] = [];
    let branch = 0;
    for (const [cell, position] of positions.entries()) {
      while (position >= (branches[branch]?.end ?? Infinity)) branch += 1;
      const hasValue = (positions[cell + 1] ?? position) > position;
      const isIn = hasValue && branches[branch]?.to === EVERYWHERE;
      // Where a stretch begins, or the one that has begun ends.
      if (isIn !== (bounds.length % 2 === 1)) bounds.push(cell);
    }
    return bounds;
  }

  isAtLeast(fact: number, number: number): Diagram {
    return this.where({ fact, operator: '>=', constant: number });
  }

  /** That one number isn't above another, which is cut by the same numbers. */
  isAtMostThat(fact: number, other: number): Diagram {
    const { diagrams } = this;
    const isAbove = (one: number, number: number) => this.where({ fact: one, operator: '>', constant: number });
    return diagrams.all(
      [...this.cellsOf(fact).numbers].flatMap((number) => [
        diagrams.implies(isAbove(fact, number), isAbove(other, number)),
        diagrams.implies(this.isAtLeast(fact, number), this.isAtLeast(other, number)),
      ]),
    );
  }

  /** That two facts, cut alike, hold what one report said. What isn't a value of the one is unknown to it. */
  areReportedAlike(fact: number, other: number): Diagram {
    const domains = [this.domains[fact] ?? [], this.domains[other] ?? []] as const;
    return this.diagrams.any(
      [...domains[0].keys()].map((at) => {
        const [cell, otherCell] = domains.map((domain) => (domain[at] === undefined ? 0 : at));
        return this.diagrams.and(this.isInCell(fact, cell ?? 0), this.isInCell(other, otherCell ?? 0));
      }),
    );
  }

  private cellsOf(fact: number): Cells {
    const cells = this.cells[fact];
    if (!cells) throw new RangeError(`there is no fact ${fact}`);
    return cells;
  }

  private isInCell(fact: number, cell: number): Diagram {
    return this.isIn(fact, [cell, cell + 1]);
  }

  /** To diagrams only those cells are told in which there is a value. */
  private isIn(fact: number, cells: CellSet): Diagram {
    const positions = this.positions[fact] ?? [];
    const bounds: number[] = [];
    for (const cell of cells) {
      const bound = positions[cell] ?? 0;
      // Nothing lies between two bounds that are the same.
      if (bounds.at(-1) === bound) bounds.pop();
      else bounds.push(bound);
    }
    return this.diagrams.where(fact, bounds);
  }
}

function positionsIn(domain: Domain): readonly number[] {
  const positions = [0];
  for (const value of domain) positions.push((positions.at(-1) ?? 0) + (value === undefined ? 0 : 1));
  return positions;
}
