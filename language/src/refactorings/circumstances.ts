import { type FactType, factInQuestion } from '../checks/fact-types.ts';
import { writtenOf } from '../checks/written.ts';
import * as ast from '../generated/ast.ts';
import { stringValue } from '../parsing/strings.ts';
import { writtenWords } from '../structure/tree.ts';
import { convertTime, timeUnit } from '../vocabulary/time-units.ts';

/** What has to be given and said so that a condition becomes true. */
export interface Circumstances {
  /** What the tools report, by the signal's name, as a scenario writes it. */
  readonly given: ReadonlyMap<string, string>;
  /** What the customer has said by then, in this order. */
  readonly says: readonly string[];
  /** What the present message of the customer is. */
  readonly now: string | undefined;
  /** How many messages it takes at least. */
  readonly messages: number;
}

const NONE: Circumstances = { given: new Map(), says: [], now: undefined, messages: 0 };

/** Circumstances in which a condition is surely true, found by its words alone. Nothing where more thought is needed. */
export function circumstancesOf(condition: ast.Condition | undefined): Circumstances | undefined {
  switch (condition?.$type) {
    case 'Group':
      return circumstancesOf(condition.condition);
    case 'Logic': {
      const each = condition.operands.map(circumstancesOf);
      return condition.operators[0] === 'or' ? each.find((one) => one !== undefined) : each.reduce(both, NONE);
    }
    case 'Negation': {
      const { operand } = condition;
      const fact = ast.isComparison(operand) && operand.relation === undefined ? operand.subject?.ref : undefined;
      return ast.isSignal(fact) ? given(fact.name, 'no') : undefined;
    }
    case 'Speech':
      return speech(condition);
    case 'Comparison':
      return comparison(condition);
    default:
      return undefined;
  }
}

/** Circumstances in which two things are so at one time. Nothing where one of them is impossible, or a fact or the present message would have to be two. */
export function both(one: Circumstances | undefined, other: Circumstances | undefined): Circumstances | undefined {
  if (!one || !other) return undefined;
  if (one.now !== undefined && other.now !== undefined && one.now !== other.now) return undefined;
  const given = new Map(one.given);
  for (const [fact, value] of other.given) {
    if (given.has(fact) && given.get(fact) !== value) return undefined;
    given.set(fact, value);
  }
  return {
    given,
    says: [...one.says, ...other.says],
    now: one.now ?? other.now,
    messages: Math.max(one.messages, other.messages),
  };
}

/** The same for two things of which one may come about before the other. */
export function oneThenOther(
  one: Circumstances | undefined,
  other: Circumstances | undefined,
): Circumstances | undefined {
  return both(one, other) ?? both(one && { ...one, says: messagesIn(one), now: undefined }, other);
}

/** All messages that it takes: the present one is the last. */
export function messagesIn({ says, now, messages }: Circumstances): readonly string[] {
  const said = now === undefined ? says : [...says, now];
  return [...Array.from({ length: Math.max(0, messages - said.length) }, () => 'Hello.'), ...said];
}

function given(fact: string, value: string, messages = 0): Circumstances {
  return { ...NONE, given: new Map([[fact, value]]), messages };
}

function speech({ speaker, past, negated, phrases, twice, times, window }: ast.Speech): Circumstances | undefined {
  if (speaker !== 'customer' || negated || window) return undefined;
  const said = phrases.map(exampleOf).find((text) => text !== undefined);
  if (said === undefined) return undefined;
  if (!past) return { ...NONE, now: said };
  const count = twice ? 2 : (times ?? 1);
  return { ...NONE, says: Array.from({ length: count }, () => said) };
}

function comparison({ builtin, subject, relation }: ast.Comparison): Circumstances | undefined {
  const fact = subject?.ref;
  if (builtin === 'messages' && ast.isValueRelation(relation) && operatorOf(relation) === 'at least')
    return { ...NONE, messages: Number(writtenWords(relation.value.$cstNode)) };
  if (ast.isSituation(fact)) return relation === undefined ? circumstancesOf(fact.when) : undefined;
  if (!ast.isSignal(fact)) return undefined;
  if (relation === undefined) return given(fact.name, 'yes');
  if (ast.isOneOfRelation(relation) && !relation.window && relation.values[0])
    return given(fact.name, writtenWords(relation.values[0].$cstNode), relation.messages);
  if (!ast.isValueRelation(relation) || relation.window) return undefined;
  const value = valueBy(operatorOf(relation), relation.value, fact);
  return value === undefined ? undefined : given(fact.name, value, relation.messages);
}

/** As it is written, for the tree has it without blanks. */
function operatorOf(relation: ast.ValueRelation): string | undefined {
  return writtenOf(relation, 'operator')?.replaceAll(/\s+/g, ' ');
}

/** A value of a signal that is as an operator wants it. */
function valueBy(operator: string | undefined, literal: ast.Literal, signal: ast.Signal): string | undefined {
  if (operator === undefined || operator === 'at least' || operator === 'at most')
    return writtenWords(literal.$cstNode);
  if (!ast.isNumberLiteral(literal) || operator === 'not') return undefined;
  const value = literal.value + (operator === 'more than' ? 1 : -1);
  if (!canBe(value, literal.unit, factInQuestion(signal)?.type)) return undefined;
  return literal.unit === undefined ? String(value) : `${value} ${literal.unit}`;
}

/** Whether a number can be the value of a fact. */
function canBe(value: number, unit: string | undefined, type: FactType | undefined): boolean {
  if (type?.kind === 'number') return true;
  const range: { readonly min?: number; readonly max?: number } = type && 'min' in type ? type : {};
  const own = type?.kind === 'time' ? convertTime(value, timeUnit(unit) ?? type.unit, type.unit) : value;
  return own !== undefined && own >= (range.min ?? 0) && own <= (range.max ?? own);
}

/** A text in which a phrase is found: of choices the first, and nothing where anything can stand. A kind of text has no example that is in it for sure. */
export function exampleOf(source: ast.PhraseSource): string | undefined {
  if (ast.isPhraseListReference(source))
    return source.list?.ref?.patterns.map(exampleOf).find((text) => text !== undefined);
  const words = stringValue(source.text)
    .split(/\s+/)
    .filter((word) => word !== '...')
    .map((word) => (word.split('/')[0] ?? '').replace(/\*$/, ''));
  return words.some((word) => word === '' || word.includes('<')) ? undefined : words.join(' ');
}
