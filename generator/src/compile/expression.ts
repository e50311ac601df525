import type { Logic, Operand } from '@poise/runtime';

/** What a condition says, before it is put into anybody's syntax. */
export type Expression =
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  /** Not definitely so: an exception counts only when it is certain, so this itself is never unknown. */
  | { readonly unless: Expression }
  /** Whether the fact is known at all: never unknown itself. */
  | { readonly known: string }
  | Test;

/** A comparison of a fact with a constant. Order is only asked of numbers. */
export interface Test {
  readonly fact: string;
  readonly is: '=' | '<' | '<=' | '>' | '>=';
  readonly value: boolean | number | string;
}

/** The facts of a conversation at one moment; what is missing or null is unknown. */
export type Facts = Readonly<Record<string, boolean | number | string | null>>;

/**
 * The value of an expression under strong Kleene logic: true, false, or null where it depends on what isn't known. This is the meaning that
 * the compiled JsonLogic must have.
 */
export function evaluate(expression: Expression, facts: Facts): boolean | null {
  if ('all' in expression) return every(expression.all.map((part) => evaluate(part, facts)));
  if ('any' in expression) return negation(every(expression.any.map((part) => negation(evaluate(part, facts)))));
  if ('not' in expression) return negation(evaluate(expression.not, facts));
  if ('unless' in expression) return evaluate(expression.unless, facts) !== true;
  const value = facts['known' in expression ? expression.known : expression.fact] ?? null;
  if ('known' in expression) return value !== null;
  return value === null ? null : compare(value, expression);
}

function every(values: readonly (boolean | null)[]): boolean | null {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

function negation(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function compare(value: boolean | number | string, test: Test): boolean {
  switch (test.is) {
    case '=':
      return value === test.value;
    case '<':
      return value < test.value;
    case '<=':
      return value <= test.value;
    case '>':
      return value > test.value;
    case '>=':
      return value >= test.value;
  }
}

/**
 * The four questions that two-valued logic can ask of a three-valued expression. Each is answered without negation: what is asked of `not x` is
 * another question about `x`, so that `not` reaches the comparisons, where unknown is guarded against.
 */
type Question = 'true' | 'notFalse' | 'false' | 'notTrue';

const OF_NEGATION: Readonly<Record<Question, Question>> = {
  true: 'false',
  false: 'true',
  notFalse: 'notTrue',
  notTrue: 'notFalse',
};

/** JsonLogic that is true exactly where the expression is definitely true. */
export function certainly(expression: Expression): Logic {
  return ask('true', expression);
}

/** JsonLogic that is true exactly where the expression isn't definitely false. */
export function possibly(expression: Expression): Logic {
  return ask('notFalse', expression);
}

function ask(question: Question, expression: Expression): Logic {
  if ('not' in expression) return ask(OF_NEGATION[question], expression.not);
  if ('unless' in expression) return ask(asksForTruth(question) ? 'notTrue' : 'true', expression.unless);
  if ('all' in expression) return asksForTruth(question) ? and(question, expression.all) : or(question, expression.all);
  if ('any' in expression) return asksForTruth(question) ? or(question, expression.any) : and(question, expression.any);
  if ('known' in expression) {
    return asksForTruth(question)
      ? { '!==': [variable(expression.known), null] }
      : { '===': [variable(expression.known), null] };
  }
  return typeof expression.value === 'number'
    ? askNumber(question, expression, expression.value)
    : askValue(question, expression.fact, expression.value);
}

function asksForTruth(question: Question): boolean {
  return question === 'true' || question === 'notFalse';
}

function and(question: Question, parts: readonly Expression[]): Logic {
  return { and: flatten(parts, question, (logic) => ('and' in logic ? logic.and : undefined)) };
}

function or(question: Question, parts: readonly Expression[]): Logic {
  return { or: flatten(parts, question, (logic) => ('or' in logic ? logic.or : undefined)) };
}

function flatten(
  parts: readonly Expression[],
  question: Question,
  inner: (logic: Logic) => Logic[] | undefined,
): [Logic, ...Logic[]] {
  const [first, ...rest] = parts.flatMap((part) => {
    const logic = ask(question, part);
    return inner(logic) ?? [logic];
  });
  if (!first) throw new Error('an expression of no parts');
  return [first, ...rest];
}

/** Numbers, of which some engines make something even where there is null: always beside a guard. */
function askNumber(question: Question, { fact, is }: Test, value: number): Logic {
  const pair = (): [Operand, Operand] => [variable(fact), value];
  const asked: Comparison = asksForTruth(question) ? is : OPPOSITE[is];
  const guards = question === 'true' || question === 'false';
  const guard: Logic = guards ? { '!==': [variable(fact), null] } : { '===': [variable(fact), null] };
  if (asked === '=') {
    const both: [Logic, Logic] = [{ '>=': pair() }, { '<=': pair() }];
    return guards ? { and: [guard, ...both] } : { or: [guard, { and: both }] };
  }
  if (asked === '≠') {
    const either: [Logic, Logic] = [{ '<': pair() }, { '>': pair() }];
    return guards ? { and: [guard, { or: either }] } : { or: [guard, ...either] };
  }
  const comparison = order(asked, pair());
  return guards ? { and: [guard, comparison] } : { or: [guard, comparison] };
}

function order(is: '<' | '<=' | '>' | '>=', pair: [Operand, Operand]): Logic {
  switch (is) {
    case '<':
      return { '<': pair };
    case '<=':
      return { '<=': pair };
    case '>':
      return { '>': pair };
    case '>=':
      return { '>=': pair };
  }
}

type Comparison = Test['is'] | '≠';

const OPPOSITE: Readonly<Record<Test['is'], Comparison>> = { '=': '≠', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** Words and flags: `===` says no to null by itself. */
function askValue(question: Question, fact: string, value: boolean | string): Logic {
  const same: Logic = { '===': [variable(fact), value] };
  const differs: Logic =
    typeof value === 'boolean' ? { '===': [variable(fact), !value] } : { '!==': [variable(fact), value] };
  switch (question) {
    case 'true':
      return same;
    case 'notTrue':
      return { '!==': [variable(fact), value] };
    case 'false':
      return typeof value === 'boolean' ? differs : { and: [{ '!==': [variable(fact), null] }, differs] };
    case 'notFalse':
      return typeof value === 'boolean'
        ? { '!==': [variable(fact), !value] }
        : { or: [{ '===': [variable(fact), null] }, same] };
  }
}

function variable(fact: string): { var: string } {
  return { var: fact };
}

/** The facts that an expression depends on, in alphabetical order. */
export function factsOf(expression: Expression): string[] {
  const facts = new Set<string>();
  const visit = (part: Expression): void => {
    if ('all' in part) part.all.forEach(visit);
    else if ('any' in part) part.any.forEach(visit);
    else if ('not' in part) visit(part.not);
    else if ('unless' in part) visit(part.unless);
    else facts.add('known' in part ? part.known : part.fact);
  };
  visit(expression);
  return [...facts].sort();
}
