import type { Logic, Playbook } from '@poise/runtime';
import { placedConditions } from '../../analysis/src/conditions/placed-conditions.ts';

/** The same questions for a solver, in SMT-LIB: what it is given, and the formulas of which each can hold or can't. */
export interface Formulas {
  readonly given: readonly string[];
  readonly asked: readonly string[];
}

/** Each fact is a number or a truth, and whether it is known; a choice is the number of its word. */
export function formulasOf(playbook: Playbook): Formulas {
  const numbers = new Map(playbook.facts.map(({ id }, number) => [id, number]));
  const words = new Map<string, number>();
  const given = playbook.facts.flatMap((fact, number) => {
    if (fact.kind !== 'signal') return [];
    const { type } = fact;
    const value = `value_${number}`;
    if (type.type === 'choice') for (const [index, word] of type.choices.entries()) words.set(word, index);
    const least = 'min' in type && type.min !== undefined ? type.min : 0;
    const most = type.type === 'choice' ? type.choices.length - 1 : 'max' in type ? type.max : undefined;
    const sort = type.type === 'flag' ? 'Bool' : type.type === 'choice' || type.type === 'count' ? 'Int' : 'Real';
    return [
      `(declare-const known_${number} Bool)`,
      `(declare-const ${value} ${sort})`,
      ...(sort === 'Bool' ? [] : [`(assert (>= ${value} ${least}))`]),
      ...(most === undefined ? [] : [`(assert (<= ${value} ${most}))`]),
    ];
  });
  const formula = (logic: Logic): string => {
    if ('and' in logic) return `(and ${logic.and.map(formula).join(' ')})`;
    if ('or' in logic) return `(or ${logic.or.map(formula).join(' ')})`;
    const [[operator, [variable, constant]]] = Object.entries(logic) as unknown as [
      [string, [{ readonly var: string }, boolean | number | string | null]],
    ];
    const number = numbers.get(variable.var);
    const known = `known_${number}`;
    const isSame = operator === '===' || operator === '!==';
    const value = typeof constant === 'string' ? words.get(constant) : constant;
    const holds =
      constant === null ? `(not ${known})` : `(and ${known} (${isSame ? '=' : operator} value_${number} ${value}))`;
    return operator === '!==' ? `(not ${holds})` : holds;
  };
  const settled = placedConditions(playbook).flatMap(({ condition: { certain, possible } }) => [
    formula(certain),
    `(not ${formula(possible)})`,
  ]);
  const triggers = playbook.triggers.map(({ when }) => formula(when.certain));
  const first = triggers.map(
    (holds, index) => `(and ${[holds, ...triggers.slice(0, index).map((one) => `(not ${one})`)].join(' ')})`,
  );
  return { given, asked: [...settled, ...first] };
}
