/** Direct evaluation of one expression. */
import type { Logic } from '../generated/format.ts';
import { type Comparison, type Expression, type FactValue, readLogic } from './expression.ts';

/** Tells whether an expression holds over the values of all facts, by their numbers. */
export type Holds = (values: readonly FactValue[]) => boolean;

/**
 * One expression of the compiled format as a function: for what is asked once in a while. What is asked of many at each event goes into a `ruleIndex`.
 *
 * `<` and the like are false for whatever isn't a number: unknown, a boolean, a string. Nothing is ever coerced.
 *
 * @param factNumber where the value of a fact stands, by its id
 * @throws TypeError for what the contract doesn't have
 */
export function compileLogic(logic: Logic, factNumber: (id: string) => number): Holds {
  return compileExpression(readLogic(logic, factNumber));
}

/** The same, of an expression that has been read. */
export function compileExpression(expression: Expression): Holds {
  if ('all' in expression) {
    const parts = expression.all.map(compileExpression);
    return (values) => {
      for (const part of parts) if (!part(values)) return false;
      return true;
    };
  }
  if ('any' in expression) {
    const parts = expression.any.map(compileExpression);
    return (values) => {
      for (const part of parts) if (part(values)) return true;
      return false;
    };
  }
  return compileComparison(expression);
}

function compileComparison({ fact, operator, constant }: Comparison): Holds {
  switch (operator) {
    case '===':
      return (values) => values[fact] === constant;
    case '!==':
      return (values) => values[fact] !== constant;
    case '<':
      return onNumber(fact, (value) => value < constant);
    case '<=':
      return onNumber(fact, (value) => value <= constant);
    case '>':
      return onNumber(fact, (value) => value > constant);
    case '>=':
      return onNumber(fact, (value) => value >= constant);
  }
}

function onNumber(fact: number, compare: (value: number) => boolean): Holds {
  return (values) => {
    const value = values[fact];
    return typeof value === 'number' && compare(value);
  };
}
