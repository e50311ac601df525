import { oneOf } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { BUILTIN_FACTS, type BuiltinFactName } from '../structure/words.ts';
import { type TimeUnit, timeUnit } from '../vocabulary/time-units.ts';

/** What can be said of a fact's values. */
export type FactType =
  | { readonly kind: 'range'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | {
      readonly kind: 'time';
      readonly unit: TimeUnit;
      readonly word: string;
      readonly min?: number;
      readonly max?: number;
    }
  /** A length of time that the conversation measures itself, in seconds. */
  | { readonly kind: 'measured-time' }
  | { readonly kind: 'money'; readonly currency: string; readonly min?: number; readonly max?: number }
  | { readonly kind: 'number' | 'count' }
  | { readonly kind: 'flag' | 'situation' | 'date' | 'text' };

/** A fact that a condition or a scenario speaks of. */
export interface FactInQuestion {
  readonly name: string;
  readonly type: FactType;
}

/** A declared fact with its type. Nothing where the declaration is broken: that has been reported. */
export function factInQuestion(fact: ast.Fact | undefined): FactInQuestion | undefined {
  if (!fact?.name) return undefined;
  const type: FactType | undefined = ast.isSituation(fact) ? { kind: 'situation' } : typeOf(fact.valueType);
  return type && { name: fact.name, type };
}

/** A fact that every conversation has. */
export function builtinInQuestion(name: string): FactInQuestion | undefined {
  if (!Object.hasOwn(BUILTIN_FACTS, name)) return undefined;
  const { type } = BUILTIN_FACTS[name as BuiltinFactName];
  return { name, type: { kind: type === 'duration' ? 'measured-time' : 'count' } };
}

function typeOf(type: ast.ValueType | undefined): FactType | undefined {
  switch (type?.$type) {
    case 'RangeType':
      return type.min < type.max ? { kind: 'range', min: type.min, max: type.max } : { kind: 'number' };
    case 'ChoiceType':
      return { kind: 'choice', choices: type.choices.flatMap((choice) => choice.name ?? []) };
    case 'UnitType': {
      if (type.unit === undefined) return undefined;
      const { min, max } = type;
      const range = min !== undefined && max !== undefined && min < max ? { min, max } : {};
      const unit = timeUnit(type.unit);
      return unit
        ? { kind: 'time', unit, word: type.unit, ...range }
        : { kind: 'money', currency: type.unit, ...range };
    }
    case 'FlagType':
      return { kind: 'flag' };
    case 'NumberType':
      return { kind: 'number' };
    case 'CountType':
      return { kind: 'count' };
    case 'DateType':
      return { kind: 'date' };
    case 'TextType':
      return { kind: 'text' };
    case undefined:
      return undefined;
  }
}

/** Whether a fact can be more or less than something. */
export function hasOrder({ kind }: FactType): boolean {
  return kind !== 'choice' && kind !== 'flag' && kind !== 'situation' && kind !== 'text';
}

/** A long list of choices is shown by its first ones. */
const CHOICES_SHOWN = 6;

/** What a fact is, to go on with "is". */
export function describeType(type: FactType): string {
  switch (type.kind) {
    case 'range':
      return `a number from ${type.min} to ${type.max}`;
    case 'choice':
      return type.choices.length > CHOICES_SHOWN
        ? `one of ${type.choices.length} choices`
        : `one of ${oneOf(type.choices)}`;
    case 'time':
      return `a length of time in ${type.word}`;
    case 'measured-time':
      return 'a length of time';
    case 'money':
      return `an amount in ${type.currency}`;
    case 'flag':
      return '`yes` or `no`';
    case 'situation':
      return 'a situation';
    case 'number':
      return 'a number';
    case 'count':
      return 'a whole number';
    case 'date':
      return 'a date';
    case 'text':
      return 'free text';
  }
}

/** A condition that can be asked of a fact, to show how it is done. */
export function exampleCondition({ name, type }: FactInQuestion): string {
  switch (type.kind) {
    case 'range':
      return `${name} is at least ${Math.min(type.max, Math.ceil((type.min + 3 * type.max) / 4))}`;
    case 'choice':
      return `${name} is ${type.choices[0] ?? 'known'}`;
    case 'time':
      return `${name} is at least 3 ${timeUnit(type.word) === type.word ? `${type.word}s` : type.word}`;
    case 'measured-time':
      return `${name} is at least 5 minutes`;
    case 'money':
      return `${name} is at least 100 ${type.currency}`;
    case 'number':
    case 'count':
      return `${name} is at least 3`;
    case 'date':
      return `${name} is at least 2026-11-30`;
    case 'flag':
    case 'situation':
      return name;
    case 'text':
      return `${name} is known`;
  }
}
