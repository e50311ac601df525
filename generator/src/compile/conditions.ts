import { ast, convertTime, inSeconds, type TimeUnit, textValue, timeUnit } from '@poise/language';
import type { Condition, Happening } from '@poise/runtime';
import type { AstNode } from 'langium';
import type { CompileContext } from './context.ts';
import { certainly, type Expression, factsOf, possibly, type Test } from './expression.ts';

/** Something that may hold under a condition, except under another. */
export interface Guarded extends AstNode {
  readonly when?: ast.Condition | undefined;
  readonly unless?: ast.Condition | undefined;
}

/**
 * The condition of a rule in compiled form; nothing where it always holds.
 *
 * @param owner the name of the rule, by which phrases written in the condition itself are called
 */
export function compileGuard(guarded: Guarded, owner: string, context: CompileContext): Condition | undefined {
  const { when, unless } = guarded;
  const whenExpression = when && expressionOf(when, owner, context);
  const unlessExpression: Expression | undefined = unless && { unless: expressionOf(unless, owner, context) };
  const expression =
    whenExpression && unlessExpression
      ? { all: [whenExpression, unlessExpression] }
      : (whenExpression ?? unlessExpression);
  const text = [context.sourceText(when), unless && `unless ${context.sourceText(unless)}`].filter(Boolean).join(' ');
  return expression && compileExpression(expression, text);
}

/** As `compileGuard`, for a condition that stands for itself. */
export function compileCondition(condition: ast.Condition, owner: string, context: CompileContext): Condition {
  return compileExpression(expressionOf(condition, owner, context), context.sourceText(condition));
}

function compileExpression(expression: Expression, text: string): Condition {
  return { certain: certainly(expression), possible: possibly(expression), facts: factsOf(expression), text };
}

/** What a condition of the language says. The facts that it rests on become part of the document. */
export function expressionOf(condition: ast.Condition, owner: string, context: CompileContext): Expression {
  switch (condition.$type) {
    case 'Logic': {
      const operands = condition.operands.map((operand) => expressionOf(operand, owner, context));
      return condition.operators[0] === 'or' ? { any: operands } : { all: operands };
    }
    case 'Negation':
      return { not: expressionOf(condition.operand, owner, context) };
    case 'Group':
      return expressionOf(condition.condition, owner, context);
    case 'Speech':
      return negatedIf(condition.negated, isTrue(speech(condition, owner, context)));
    case 'Approval': {
      context.require('approvals');
      const team = context.refer(target(condition.team));
      return isTrue(context.facts.derived(`approved by ${team}`, { kind: 'approved', team }));
    }
    case 'Comparison':
      return comparison(condition, context);
  }
}

function speech({ speaker, past, phrases, ...counted }: ast.Speech, owner: string, context: CompileContext): string {
  const lists = context.phraseLists(phrases, owner);
  const names = lists.join(', ');
  if (!past) return context.facts.derived(`${speaker} says ${names}`, { kind: 'says', speaker, phrases: lists });
  context.require('history');
  const { times, within, words } = occurrences(counted, context);
  return context.facts.derived(`${speaker} has said ${names}${words}`, {
    kind: 'hasSaid',
    speaker,
    phrases: lists,
    times,
    ...within,
  });
}

function occurrences(
  counted: Pick<ast.Occurrences, 'twice' | 'times' | 'window'>,
  context: CompileContext,
): { times: number; within: { within?: number }; words: string } {
  const times = counted.twice ? 2 : (counted.times ?? 1);
  const within = counted.window && seconds(counted.window);
  if (within !== undefined) context.require('windows');
  const words = `${times === 1 ? '' : ` at least ${times} times`}${within === undefined ? '' : inTheLast(within)}`;
  return { times, within: within === undefined ? {} : { within }, words };
}

function comparison({ builtin, subject, relation }: ast.Comparison, context: CompileContext): Expression {
  if (builtin !== undefined) return sampled(context.facts.builtin(builtin as 'messages'), 'seconds', relation, context);
  const named = target(subject);
  if (ast.isSignal(named) || ast.isField(named) || ast.isSituation(named)) {
    const fact = context.facts.declared(named);
    if (!relation) return isTrue(fact);
    if (relation.$type === 'KnownRelation') return negatedIf(relation.negated, { known: fact });
    const unit = !ast.isSituation(named) && ast.isUnitType(named.valueType) ? named.valueType.unit : undefined;
    return sampled(fact, unit, relation, context);
  }
  if (relation?.$type === 'OpenRelation' && ast.isTeam(named)) {
    context.require('team-hours');
    const team = context.refer(named);
    return negatedIf(relation.negated, isTrue(context.facts.derived(`${team} is open`, { kind: 'isOpen', team })));
  }
  if (relation?.$type === 'HappenedRelation' && !ast.isTeam(named)) {
    context.require('history');
    const { times, within, words } = occurrences(relation, context);
    const what = happening(named, context);
    const id = `${what.kind} ${what.id} has happened${words}`;
    return negatedIf(
      relation.negated,
      isTrue(context.facts.derived(id, { kind: 'hasHappened', what, times, ...within })),
    );
  }
  throw new Error(`${named.$type} can't be compared`);
}

/** A comparison with values, of the present moment or of what is sampled from it: a window, a run of messages, the whole conversation. */
function sampled(
  fact: string,
  unit: string | undefined,
  relation: ast.Relation | undefined,
  context: CompileContext,
): Expression {
  if (relation?.$type !== 'ValueRelation' && relation?.$type !== 'OneOfRelation')
    throw new Error(`${fact} is compared with nothing`);
  const subject = relation.window ? countWithin(fact, seconds(relation.window), context) : fact;
  let expression = compared(subject, unit, relation);
  let words = context.sourceText(relation.$container).replace(/^(.*?) has been /, '$1 is ');
  if (relation.messages !== undefined) {
    context.require('streaks');
    const when = compileExpression(expression, words.replace(/ for \d+ messages?$/, ''));
    expression = isTrue(context.facts.derived(words, { kind: 'streak', when, messages: relation.messages }));
  }
  if (relation.past) {
    context.require('history');
    const when = compileExpression(expression, words);
    words = context.sourceText(relation.$container);
    expression = isTrue(context.facts.derived(words, { kind: 'hasBeen', when }));
  }
  return expression;
}

function countWithin(signal: string, within: number, context: CompileContext): string {
  context.require('windows');
  return context.facts.derived(`${signal}${inTheLast(within)}`, { kind: 'countWithin', signal, within });
}

/** The parser gives an operator of two words as one. */
const COMPARISONS: Readonly<Record<string, Test['is']>> = { atleast: '>=', atmost: '<=', morethan: '>', lessthan: '<' };

function compared(fact: string, unit: string | undefined, relation: ast.ValueRelation | ast.OneOfRelation): Expression {
  const test = (literal: ast.Literal, is: Test['is']): Test => ({ fact, is, value: literalValue(literal, unit) });
  if (relation.$type === 'OneOfRelation') return { any: relation.values.map((value) => test(value, '=')) };
  const { operator, value } = relation;
  if (operator === undefined || operator === 'not') return negatedIf(operator === 'not', test(value, '='));
  const is = COMPARISONS[operator];
  if (!is) throw new Error(`${operator} is no comparison`);
  return test(value, is);
}

/** A literal as facts hold it: durations in the fact's unit, dates as the number YYYYMMDD, choices and texts as words. */
export function literalValue(literal: ast.Literal, unit: string | undefined): boolean | number | string {
  switch (literal.$type) {
    case 'NumberLiteral':
      return converted(literal.value, timeUnit(literal.unit), timeUnit(unit));
    case 'FlagLiteral':
      return literal.value === 'yes';
    case 'DateLiteral':
      return Number(literal.value.replaceAll('-', ''));
    case 'ChoiceLiteral':
      return target(literal.choice).name;
    case 'TextLiteral':
      return textValue(literal.value);
  }
}

function converted(value: number, from: TimeUnit | undefined, to: TimeUnit | undefined): number {
  if (!from || !to) return value;
  const result = convertTime(value, from, to);
  if (result === undefined) throw new Error(`${value} ${from} are no even number of ${to}`);
  return result;
}

const HAPPENINGS: Readonly<Record<ast.Happening['$type'], Happening['kind']>> = {
  Heading: 'playbook',
  Step: 'step',
  Offer: 'offer',
  Commitment: 'promise',
  Action: 'action',
  Boundary: 'boundary',
  Escalation: 'escalation',
  FollowUp: 'followUp',
  AgentCare: 'agentCare',
};

/** Something that can happen, as rules refer to it. */
export function happening(node: ast.Happening, context: CompileContext): Happening {
  if (ast.isAction(node)) context.refer(node);
  return { kind: HAPPENINGS[node.$type], id: node.name };
}

/** A length of time in seconds. */
export function seconds(duration: ast.Duration): number {
  const unit = timeUnit(duration.unit);
  if (!unit) throw new Error(`${duration.unit} is no unit of time`);
  return inSeconds(duration.amount, unit);
}

function inTheLast(within: number): string {
  return ` in the last ${within} seconds`;
}

function isTrue(fact: string): Expression {
  return { fact, is: '=', value: true };
}

function negatedIf(negated: boolean, expression: Expression): Expression {
  return negated ? { not: expression } : expression;
}

/**
 * What a reference names. Only what has no errors is compiled, so that there always is something.
 *
 * @throws Error if it names nothing
 */
export function target<Node extends AstNode>(
  reference: { readonly ref?: Node | undefined; readonly $refText: string } | undefined,
): Node {
  if (!reference?.ref) throw new Error(`nothing is called ${reference?.$refText ?? 'that'}`);
  return reference.ref;
}
