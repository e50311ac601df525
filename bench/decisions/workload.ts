/**
 * Rules over thirty facts, and moments at which some of them hold: the same every time.
 *
 * A rule is two to four comparisons of different facts, all of which must be so: what every rule engine can say.
 */
import { below, pick, type Random, randomNumbers } from '../random.ts';

/** One comparison. Order is asked of numbers, `in` of words. */
export type Comparison =
  | { readonly fact: string; readonly is: '<' | '<=' | '>' | '>='; readonly value: number }
  | { readonly fact: string; readonly is: '==' | '!='; readonly value: boolean | string }
  | { readonly fact: string; readonly is: 'in'; readonly value: readonly string[] };

/** Holds where all of its comparisons do. */
export type Rule = readonly Comparison[];

/** The value of each fact. */
export type Moment = Readonly<Record<string, boolean | number | string>>;

/** Rules, and when they hold. */
export interface DecisionWorkload {
  readonly facts: readonly string[];
  readonly rules: readonly Rule[];
  readonly moments: readonly Moment[];
  /** For each moment the rules that hold, in order. */
  readonly held: readonly (readonly number[])[];
}

const MOST = 1_000;
const numbersOf = (count: number) => Array.from({ length: count }, (_, index) => index);
const NUMBERS = numbersOf(12).map((index) => `number_${index}`);
const FLAGS = numbersOf(8).map((index) => `flag_${index}`);
const CHOICES = new Map(
  numbersOf(10).map((index) => [`choice_${index}`, numbersOf(8).map((value) => `choice_${index}_is_${value}`)]),
);
const FACTS = [...NUMBERS, ...FLAGS, ...CHOICES.keys()];

/** Makes so many rules and moments. About one rule in thirty holds at a moment. */
export function decisionWorkload(ruleCount: number, momentCount: number): DecisionWorkload {
  const random = randomNumbers(ruleCount);
  const rules = Array.from({ length: ruleCount }, () => anyRule(random));
  const moments = Array.from({ length: momentCount }, () => anyMoment(random));
  const held = moments.map((moment) =>
    [...rules.keys()].filter((rule) => rules[rule]?.every((one) => isSo(one, moment))),
  );
  return { facts: FACTS, rules, moments, held };
}

/** Whether a comparison is so at a moment, as plainly as it can be said. */
export function isSo({ fact, is, value }: Comparison, moment: Moment): boolean {
  const actual = moment[fact];
  switch (is) {
    case '<':
      return Number(actual) < value;
    case '<=':
      return Number(actual) <= value;
    case '>':
      return Number(actual) > value;
    case '>=':
      return Number(actual) >= value;
    case '==':
      return actual === value;
    case '!=':
      return actual !== value;
    case 'in':
      return value.some((one) => one === actual);
  }
}

function anyRule(random: Random): Rule {
  const count = 2 + below(random, 3);
  const facts = new Set<string>();
  while (facts.size < count) facts.add(pick(random, FACTS));
  return [...facts].map((fact) => anyComparison(fact, random));
}

function anyComparison(fact: string, random: Random): Comparison {
  const choices = CHOICES.get(fact);
  if (choices) return anyChoice(fact, choices, random);
  if (FLAGS.includes(fact)) return { fact, is: '==', value: random() < 0.5 };
  // So for 2 to 30 values of a hundred, at one end or the other.
  const share = 20 + below(random, 280);
  const is = pick(random, ['<', '<=', '>', '>='] as const);
  return { fact, is, value: is.startsWith('<') ? share : MOST - share };
}

function anyChoice(fact: string, choices: readonly string[], random: Random): Comparison {
  const chance = random();
  if (chance < 0.6) return { fact, is: '==', value: pick(random, choices) };
  if (chance < 0.65) return { fact, is: '!=', value: pick(random, choices) };
  const some = new Set<string>();
  const count = 2 + below(random, 2);
  while (some.size < count) some.add(pick(random, choices));
  return { fact, is: 'in', value: [...some] };
}

function anyMoment(random: Random): Moment {
  const values = FACTS.map((fact) => {
    const choices = CHOICES.get(fact);
    if (choices) return [fact, pick(random, choices)];
    return [fact, FLAGS.includes(fact) ? random() < 0.5 : below(random, MOST + 1)];
  });
  return Object.fromEntries(values) as Moment;
}
