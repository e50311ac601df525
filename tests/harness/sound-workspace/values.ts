import type { ast } from '@poise/language';
import type { Choices } from './choices.ts';
import type { Plain, PlainOf } from './plain.ts';
import { CURRENCIES, type Currency, type Pen } from './scope.ts';
import { text } from './texts.ts';
import { DATES, nameFor } from './words.ts';

type ValueType = Plain<ast.ValueType>;
type Literal = Plain<ast.Literal>;

const TIME_UNITS = ['seconds', 'minutes', 'hours', 'days', 'weeks'] as const;
const DECIMALS: Readonly<Record<Currency, number>> = { GBP: 2, EUR: 2, JPY: 0, KWD: 3 };

/** Every kind of value, and how one of that kind is declared. */
const VALUE_TYPES: { readonly [Type in ValueType['$type']]: (pen: Pen) => Extract<ValueType, { $type: Type }> } = {
  RangeType: ({ choices }) => {
    const min = choices.one([0, -1, -0.5, 1, 100]);
    return { $type: 'RangeType', min, max: min + choices.one([10, 2, 1, 0.5]) };
  },
  ChoiceType: ({ choices }) => choiceType(choices),
  FlagType: () => ({ $type: 'FlagType', flag: true }),
  UnitType: ({ choices, commons }) => {
    const unit = choices.chance(50)
      ? choices.one(TIME_UNITS)
      : choices.chance(60)
        ? commons.currency
        : choices.one(CURRENCIES);
    return {
      $type: 'UnitType',
      unit,
      ...(choices.chance(40) && { min: choices.below(3), max: choices.between(3, 90) }),
    };
  },
  NumberType: () => ({ $type: 'NumberType', number: true }),
  CountType: () => ({ $type: 'CountType', count: true }),
  DateType: () => ({ $type: 'DateType', date: true }),
  TextType: () => ({ $type: 'TextType', text: true }),
};

/** How a signal or field is declared: any kind of value. */
export function anyValueType(pen: Pen): ValueType {
  const kinds = Object.values(VALUE_TYPES);
  return (kinds[pen.choices.below(kinds.length)] ?? VALUE_TYPES.FlagType)(pen);
}

/** A choice between a few names. */
export function choiceType(choices: Choices): PlainOf<'ChoiceType'> {
  const first = choices.below(30);
  return {
    $type: 'ChoiceType',
    choices: choices.times(1, 4, (index) => ({
      $type: 'Choice',
      name: nameFor(first + index, choices.chance(10)),
    })),
  };
}

/** The kinds of values that one can be less than another. */
export function isOrdered({ $type }: ValueType): boolean {
  return $type !== 'ChoiceType' && $type !== 'FlagType' && $type !== 'TextType';
}

/** A value that a fact of this type can have. */
export function anyValueOf(type: ValueType, name: string, { choices }: Pen): Literal {
  switch (type.$type) {
    case 'RangeType':
      return number(choices.one([type.max, type.min, (type.min + type.max) / 2]));
    case 'ChoiceType': {
      const choice = choices.oneOf(type.choices);
      return { $type: 'ChoiceLiteral', choice: { to: 'Choice', name: choice?.name ?? name } };
    }
    case 'FlagType':
      return { $type: 'FlagLiteral', value: choices.one(['yes', 'no']) };
    case 'UnitType': {
      const { unit, min = 0, max = 50 } = type;
      const decimals = Object.hasOwn(DECIMALS, unit) ? DECIMALS[unit as Currency] : 0;
      const whole = choices.between(min, max);
      const inSmallerUnit = unit === 'days' && choices.chance(30);
      if (inSmallerUnit) return { ...number(whole * 24), unit: 'hours' };
      return { ...number(whole < max ? whole + fraction(choices, decimals) : whole), unit };
    }
    case 'NumberType':
      return number(choices.one([3, 0, -2.5, 12.25, 123456789]));
    case 'CountType':
      return number(choices.below(20));
    case 'DateType':
      return { $type: 'DateLiteral', value: choices.one(DATES) };
    case 'TextType':
      return { $type: 'TextLiteral', value: text(choices) };
  }
}

/** A length of time, with none of it allowed where a value is given. */
export function timeValue(choices: Choices): PlainOf<'NumberLiteral'> {
  return { ...number(choices.between(0, 40)), unit: choices.one(TIME_UNITS) };
}

export function count(choices: Choices): PlainOf<'NumberLiteral'> {
  return number(choices.below(9));
}

/** A length of time to wait or to look back. */
export function duration(choices: Choices): PlainOf<'Duration'> {
  const amount = choices.between(1, 40);
  if (amount === 1)
    return { $type: 'Duration', amount, unit: choices.one(['day', 'minute', 'second', 'hour', 'week']) };
  const unit = choices.one(TIME_UNITS);
  return { $type: 'Duration', amount: unit === 'hours' && choices.chance(20) ? amount + 0.5 : amount, unit };
}

/** An amount of money in the workspace's currency. */
export function money({ choices, commons }: Pen): PlainOf<'Money'> {
  const { currency } = commons;
  return { $type: 'Money', amount: choices.between(1, 400) + fraction(choices, DECIMALS[currency]), currency };
}

/** An amount: fixed, or what a fact holds. */
export function amount(pen: Pen): Plain<ast.Amount> {
  const { choices, scope, commons } = pen;
  const facts = scope.values.filter(
    ({ valueType: type }) => type.$type === 'UnitType' && type.unit === commons.currency,
  );
  const fact = choices.chance(40) ? choices.oneOf(facts) : undefined;
  return fact ? { $type: 'FactAmount', fact: { to: fact.$type, name: fact.name } } : money(pen);
}

/** Part of one, with so many decimals. */
function fraction(choices: Choices, decimals: number): number {
  return decimals > 0 && choices.chance(30) ? choices.one([0.5, 0.25]) : 0;
}

function number(value: number): PlainOf<'NumberLiteral'> {
  return { $type: 'NumberLiteral', value };
}
