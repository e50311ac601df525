/** Conditions as the engine reads them: JsonLogic with its facts looked up. */
import type { Logic, Operand } from '../generated/format.ts';

/** What a fact can be: null where it isn't known. A number is finite. */
export type FactValue = null | boolean | number | string;

/** A comparison with a constant. Order is only asked of numbers. */
export type Comparison =
  | { readonly fact: number; readonly operator: '===' | '!=='; readonly constant: FactValue }
  | { readonly fact: number; readonly operator: '<' | '<=' | '>' | '>='; readonly constant: number };

/** One question over facts, which go by their numbers. */
export type Expression = { readonly all: readonly Expression[] } | { readonly any: readonly Expression[] } | Comparison;

/**
 * Reads one expression of the compiled format.
 *
 * @param factNumber the number of a fact, by its id
 * @throws TypeError for what the contract doesn't have, such as a comparison of two facts: the schema can't exclude it
 */
export function readLogic(logic: Logic, factNumber: (id: string) => number): Expression {
  if ('and' in logic) return { all: logic.and.map((part) => readLogic(part, factNumber)) };
  if ('or' in logic) return { any: logic.or.map((part) => readLogic(part, factNumber)) };
  if ('===' in logic) return equality('===', logic['==='], factNumber);
  if ('!==' in logic) return equality('!==', logic['!=='], factNumber);
  if ('<' in logic) return order('<', logic['<'], factNumber);
  if ('<=' in logic) return order('<=', logic['<='], factNumber);
  if ('>' in logic) return order('>', logic['>'], factNumber);
  return order('>=', logic['>='], factNumber);
}

/** Visits all comparisons in an expression. */
export function eachComparison(expression: Expression, visit: (comparison: Comparison) => void): void {
  if ('all' in expression) for (const part of expression.all) eachComparison(part, visit);
  else if ('any' in expression) for (const part of expression.any) eachComparison(part, visit);
  else visit(expression);
}

type Numbering = (id: string) => number;

function equality(
  operator: '===' | '!==',
  [variable, constant]: readonly Operand[],
  factNumber: Numbering,
): Comparison {
  if (!isVariable(variable) || constant === undefined || isVariable(constant)) {
    throw new TypeError(`${operator} compares a fact with a constant`);
  }
  return { fact: factNumber(variable.var), operator, constant };
}

function order(
  operator: '<' | '<=' | '>' | '>=',
  [variable, constant]: readonly Operand[],
  factNumber: Numbering,
): Comparison {
  if (!isVariable(variable) || typeof constant !== 'number') {
    throw new TypeError(`${operator} compares a fact with a number`);
  }
  return { fact: factNumber(variable.var), operator, constant };
}

function isVariable(operand: Operand | undefined): operand is { readonly var: string } {
  return typeof operand === 'object' && operand !== null;
}
