/** Conditions made ready: over the numbered facts of all documents instead of the ids of one. */
import type { Condition, Logic } from '../generated/format.ts';
import { compileExpression, type Expression, type Holds, readLogic } from '../rules/index.ts';

/** A fact that a condition rests on: its id in the document, and its number among the facts of all documents. */
export interface FactOfCondition {
  readonly id: string;
  readonly number: number;
}

/** The condition of a fact: evaluated while facts are computed, one after the other. */
export interface FactCondition {
  readonly certain: Holds;
  readonly possible: Holds;
  readonly expressions: { readonly certain: Expression; readonly possible: Expression };
  readonly facts: readonly FactOfCondition[];
  /** The same for conditions that ask the same of the same facts. */
  readonly key: string;
}

/** The condition of a rule: two expressions among those of all rules. */
export interface RuleCondition {
  readonly certain: number;
  readonly possible: number;
  readonly facts: readonly FactOfCondition[];
}

export function prepareFactCondition(condition: Condition, numberOf: (id: string) => number): FactCondition {
  const certain = readLogic(condition.certain, numberOf);
  const possible = readLogic(condition.possible, numberOf);
  return {
    certain: compileExpression(certain),
    possible: compileExpression(possible),
    expressions: { certain, possible },
    facts: factsOf(condition, numberOf),
    key: JSON.stringify([certain, possible]),
  };
}

/** Collects the expressions of all rules, those that are alike once. */
export class ExpressionTable {
  private readonly numbers = new Map<string, number>();
  private readonly expressions: Expression[] = [];

  all(): readonly Expression[] {
    return this.expressions;
  }

  condition(condition: Condition, numberOf: (id: string) => number): RuleCondition {
    return {
      certain: this.number(condition.certain, numberOf),
      possible: this.number(condition.possible, numberOf),
      facts: factsOf(condition, numberOf),
    };
  }

  private number(logic: Logic, numberOf: (id: string) => number): number {
    const expression = readLogic(logic, numberOf);
    const key = JSON.stringify(expression);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.expressions.push(expression) - 1;
    this.numbers.set(key, number);
    return number;
  }
}

function factsOf(condition: Condition, numberOf: (id: string) => number): readonly FactOfCondition[] {
  return condition.facts.map((id) => ({ id, number: numberOf(id) }));
}

/** Calls `visit` for each comparison of a fact with a number. */
export function visitNumbers(logic: Logic, visit: (fact: string, constant: number) => void): void {
  for (const [operator, operands] of Object.entries(logic) as [string, readonly unknown[]][]) {
    if (operator === 'and' || operator === 'or') {
      for (const operand of operands) visitNumbers(operand as Logic, visit);
    } else {
      const [variable, constant] = operands as readonly [{ readonly var: string }, unknown];
      if (typeof constant === 'number') visit(variable.var, constant);
    }
  }
}
