import { type ast, BUILTIN_FACTS } from '@poise/language';
import type { Plain, PlainOf, Ref } from './plain.ts';
import { type Pen, refTo } from './scope.ts';
import { phraseSources } from './texts.ts';
import { anyValueOf, count, duration, isOrdered, timeValue } from './values.ts';

type Condition = Plain<ast.Condition>;
type Operand = Exclude<Condition, { $type: 'Logic' }>;
type Atom = Exclude<Operand, { $type: 'Negation' }>;

/** A condition that a rule may have; about the approval of an act only where there is one. */
export function condition(pen: Pen, deep = 2, ofAct = false): Condition {
  const { choices } = pen;
  const first = operand(pen, deep, ofAct);
  if (deep === 0 || choices.chance(60)) return first;
  const operator = choices.one(['and', 'or']);
  const others = choices.times(1, 2, () => operand(pen, deep, ofAct));
  return { $type: 'Logic', operands: [first, ...others], operators: others.map(() => operator) };
}

/** `when …`, which there always is, and perhaps `unless …`. */
export function guard(pen: Pen, ofAct = false): { readonly when: Condition; readonly unless?: Condition } {
  return { when: condition(pen, 2, ofAct), ...unless(pen, ofAct) };
}

/** `when …` or `unless …`, both or neither. */
export function optionalGuard(pen: Pen, ofAct = false): { readonly when?: Condition; readonly unless?: Condition } {
  return { ...(pen.choices.chance(25) && { when: condition(pen, 1, ofAct) }), ...unless(pen, ofAct) };
}

function unless(pen: Pen, ofAct: boolean): { readonly unless?: Condition } {
  return pen.choices.chance(20) ? { unless: condition(pen, 1, ofAct) } : {};
}

function operand(pen: Pen, deep: number, ofAct: boolean): Operand {
  const inner = atom(pen, deep, ofAct);
  return pen.choices.chance(20) ? { $type: 'Negation', operand: inner } : inner;
}

function atom(pen: Pen, deep: number, ofAct: boolean): Atom {
  const { choices, scope } = pen;
  if (deep > 0 && choices.chance(15)) return { $type: 'Group', condition: condition(pen, deep - 1, ofAct) };
  const approver = ofAct && choices.chance(30) ? choices.oneOf(scope.teams) : undefined;
  if (approver) return { $type: 'Approval', team: approver };
  if (choices.chance(30)) return speech(pen);
  const asked = choices.one([builtin, value, value, value, situation, team, happening])(pen);
  return asked ?? speech(pen);
}

function speech(pen: Pen): PlainOf<'Speech'> {
  const { choices } = pen;
  const common = {
    $type: 'Speech',
    speaker: choices.one(['customer', 'agent']),
    phrases: phraseSources(pen, 2),
  } as const;
  if (choices.chance(50)) return { ...common, past: false, negated: false, twice: false };
  return { ...common, past: true, negated: choices.chance(20), ...occurrences(pen) };
}

function occurrences({ choices }: Pen): { twice: boolean; times?: number; window?: PlainOf<'Duration'> } {
  const twice = choices.chance(15);
  return {
    twice,
    ...(!twice && choices.chance(15) && { times: choices.between(2, 5) }),
    ...(choices.chance(15) && { window: duration(choices) }),
  };
}

function builtin({ choices }: Pen): PlainOf<'Comparison'> {
  const name = choices.oneOf(Object.keys(BUILTIN_FACTS) as (keyof typeof BUILTIN_FACTS)[]) ?? 'messages';
  const value = BUILTIN_FACTS[name].type === 'duration' ? timeValue(choices) : count(choices);
  return {
    $type: 'Comparison',
    builtin: name,
    relation: { $type: 'ValueRelation', operator: 'atleast', value, past: false },
  };
}

/** A question about a signal or field that its type can answer. */
function value(pen: Pen): PlainOf<'Comparison'> | undefined {
  const { choices, scope } = pen;
  const fact = choices.oneOf(scope.values);
  if (!fact) return undefined;
  const type = fact.valueType;
  const subject = refTo(fact.$type, fact.name);
  if (type.$type === 'FlagType' && choices.chance(40)) return { $type: 'Comparison', subject };
  if (type.$type === 'TextType' || choices.chance(20)) return known(subject, pen);
  const literal = () => anyValueOf(type, fact.name, pen);
  const span = spanFor(type.$type === 'CountType' && fact.$type === 'Signal', pen);
  if (choices.chance(25)) {
    const values = choices.times(1, 3, literal).filter((literal, index, all) => index === firstIndex(literal, all));
    return { $type: 'Comparison', subject, relation: { $type: 'OneOfRelation', values, ...span } };
  }
  const operator = choices.oneOf([
    '',
    'not',
    ...(isOrdered(type) ? ['atleast', 'atmost', 'morethan', 'lessthan'] : []),
  ]);
  return {
    $type: 'Comparison',
    subject,
    relation: { $type: 'ValueRelation', ...(operator && { operator }), value: literal(), ...span },
  };
}

/** Over what time a question looks: one of the ways, or only at now. */
function spanFor(
  isEvent: boolean,
  { choices }: Pen,
): { past: boolean; messages?: number; window?: PlainOf<'Duration'> } {
  switch (choices.below(6)) {
    case 3:
      return isEvent ? { past: false, window: duration(choices) } : { past: false };
    case 4:
      return { past: true };
    case 5:
      return { past: false, messages: choices.between(2, 5) };
    default:
      return { past: false };
  }
}

function firstIndex(literal: unknown, all: readonly unknown[]): number {
  return all.findIndex((other) => JSON.stringify(other) === JSON.stringify(literal));
}

function situation(pen: Pen): PlainOf<'Comparison'> | undefined {
  const { choices, scope } = pen;
  const subject = choices.oneOf(scope.situations);
  if (!subject) return undefined;
  if (choices.chance(20)) return known(subject, pen);
  if (choices.chance(70)) return { $type: 'Comparison', subject };
  const value = { $type: 'FlagLiteral', value: choices.one(['yes', 'no']) } as const;
  const { window: _, ...span } = spanFor(false, pen);
  return { $type: 'Comparison', subject, relation: { $type: 'ValueRelation', value, ...span } };
}

function known(subject: Ref<'Signal' | 'Field' | 'Situation'>, { choices }: Pen): PlainOf<'Comparison'> {
  return { $type: 'Comparison', subject, relation: { $type: 'KnownRelation', negated: choices.chance(30) } };
}

function team({ choices, scope }: Pen): PlainOf<'Comparison'> | undefined {
  const subject = choices.oneOf(scope.teams);
  return subject && { $type: 'Comparison', subject, relation: { $type: 'OpenRelation', negated: choices.chance(40) } };
}

function happening(pen: Pen): PlainOf<'Comparison'> | undefined {
  const subject = pen.choices.oneOf(happenings(pen));
  const negated = pen.choices.chance(25);
  return (
    subject && { $type: 'Comparison', subject, relation: { $type: 'HappenedRelation', negated, ...occurrences(pen) } }
  );
}

/** All that can happen, as far as it can be seen. */
export function happenings({ scope, own }: Pen): HappeningRef[] {
  return [...scope.happenings, ...own.steps, ...own.offers, ...own.commitments, ...own.followUps, ...own.playbooks];
}

export type HappeningRef = Ref<ast.Happening['$type']>;
