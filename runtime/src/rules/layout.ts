/** Where the expressions of an index are. */
import { setBit, WORD } from './bits.ts';
import { type Cells, cutIntoCells } from './cells.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type Expression, eachComparison, type FactValue } from './expression.ts';
import { GROUP, GROUP_WORDS, layOutRows, type Rows } from './rows.ts';

/**
 * All of an index that never changes. Every clause has a place, which is a bit of a word. The first clause of expression n is at place n; further clauses are
 * behind all of these; and from the next group on there is a place for each expression that has no clauses but is evaluated by itself.
 */
export interface Layout {
  /** How each fact's domain is cut. */
  readonly cells: readonly Cells[];
  readonly rows: Rows;
  /** The places that have a clause, as bits. */
  readonly clauses: Int32Array;
  /** How many groups have clauses. */
  readonly clauseGroups: number;
  /** The expressions that are evaluated by themselves, in the order of their places. */
  readonly direct: readonly Expression[];
  /** The expression that each place belongs to. */
  readonly expressionAt: Int32Array;
  /** The next place of the same expression; 0 if there is none. */
  readonly nextPlaceOf: Int32Array;
  /** How many groups there are, also of places without clauses. */
  readonly groups: number;
  /** The groups in which each fact occurs: for each fact a set of bits, of so many words. */
  readonly groupsOf: Int32Array;
  readonly groupsWords: number;
}

/** @throws RangeError for a fact that isn't there */
export function layOut(expressions: readonly Expression[], facts: number): Layout {
  const cells = constantsOf(expressions, facts).map(cutIntoCells);
  const clauses: (Clause | undefined)[] = expressions.map(() => undefined);
  clauses.length = WORD * Math.ceil(expressions.length / WORD);
  const expressionAt = [...clauses.keys()];
  const nextPlaceOf = expressionAt.map(() => 0);
  const addPlace = (place: number, expression: number) => {
    expressionAt[place] = expression;
    nextPlaceOf[place] = nextPlaceOf[expression] as number;
    nextPlaceOf[expression] = place;
  };
  const direct: number[] = [];
  for (const [index, expression] of expressions.entries()) {
    const some = clausesOf(expression, cells);
    if (!some) direct.push(index);
    for (const [ordinal, clause] of (some ?? []).entries()) {
      if (ordinal === 0) clauses[index] = clause;
      else addPlace(clauses.push(clause) - 1, index);
    }
  }
  const clauseGroups = Math.ceil(clauses.length / GROUP);
  for (const [ordinal, index] of direct.entries()) addPlace(clauseGroups * GROUP + ordinal, index);
  const groups = clauseGroups + Math.ceil(direct.length / GROUP);
  const groupsWords = Math.ceil(groups / WORD);
  const groupsOf = new Int32Array(facts * groupsWords);
  const touch = (fact: number, place: number) =>
    setBit(groupsOf, fact * groupsWords * WORD + Math.floor(place / GROUP));
  const bits = new Int32Array(clauseGroups * GROUP_WORDS);
  for (const [place, clause] of clauses.entries()) {
    if (clause) setBit(bits, place);
    for (const { fact } of clause ?? []) touch(fact, place);
  }
  const own = direct.map((index) => expressions[index] as Expression);
  for (const [ordinal, expression] of own.entries()) {
    eachComparison(expression, ({ fact }) => touch(fact, clauseGroups * GROUP + ordinal));
  }
  return {
    cells,
    rows: layOutRows(clauses, cells),
    clauses: bits,
    clauseGroups,
    direct: own,
    expressionAt: Int32Array.from(expressionAt),
    nextPlaceOf: Int32Array.from(nextPlaceOf),
    groups,
    groupsOf,
    groupsWords,
  };
}

/** What each fact is compared with. */
function constantsOf(expressions: readonly Expression[], facts: number): readonly ReadonlySet<FactValue>[] {
  const constants = Array.from({ length: facts }, () => new Set<FactValue>());
  for (const expression of expressions) {
    eachComparison(expression, ({ fact, constant }) => {
      const ofFact = constants[fact];
      if (!ofFact) throw new RangeError(`there is no fact ${fact}`);
      ofFact.add(constant);
    });
  }
  return constants;
}
