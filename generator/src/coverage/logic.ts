import type { Condition, Logic, Operand, Value } from '@poise/runtime';
import type { FactValues } from '../scenarios/run.ts';

/** Whether an expression holds over the values of a document's facts. */
export function holds(logic: Logic, facts: FactValues): boolean {
  if ('and' in logic) return logic.and.every((part) => holds(part, facts));
  if ('or' in logic) return logic.or.some((part) => holds(part, facts));
  if ('===' in logic) return compare(logic['==='], facts, (value, constant) => value === constant);
  if ('!==' in logic) return compare(logic['!=='], facts, (value, constant) => value !== constant);
  if ('<' in logic) return compareNumbers(logic['<'], facts, (value, constant) => value < constant);
  if ('<=' in logic) return compareNumbers(logic['<='], facts, (value, constant) => value <= constant);
  if ('>' in logic) return compareNumbers(logic['>'], facts, (value, constant) => value > constant);
  return compareNumbers(logic['>='], facts, (value, constant) => value >= constant);
}

/** A number at which the answer to a comparison changes. */
export interface Cut {
  readonly fact: string;
  readonly constant: number;
  /** Which side the number itself is on; `between`: on neither, the fact is compared with being exactly that. */
  readonly itself: 'above' | 'below' | 'between';
}

/** Every comparison with a number in a condition. What is asked in two ways (at least 8, less than 8) is there once. */
export function cutsIn({ certain }: Condition): readonly Cut[] {
  const cuts = new Map<string, Cut>();
  collect(certain, (cut) => cuts.set(`${cut.itself} ${cut.constant} ${cut.fact}`, cut));
  return [...cuts.values()];
}

/** As which pair of comparisons a number's equality, and its opposite, are compiled. */
const PAIRS = { and: ['>=', '<='], or: ['<', '>'] } as const;

function collect(logic: Logic, add: (cut: Cut) => void): void {
  const [parts, pair] = 'and' in logic ? [logic.and, PAIRS.and] : 'or' in logic ? [logic.or, PAIRS.or] : [[logic], []];
  const tests = parts.map(numberTest);
  for (const [index, part] of parts.entries()) {
    const test = tests[index];
    if (test) {
      const { is, fact, constant } = test;
      const isHalf =
        pair.length > 0 &&
        pair.every((one) =>
          tests.some((other) => other && other.is === one && other.fact === fact && other.constant === constant),
        );
      add({ fact, constant, itself: isHalf ? 'between' : is === '>=' || is === '<' ? 'above' : 'below' });
    } else if ('and' in part || 'or' in part) collect(part, add);
  }
}

interface NumberTest {
  readonly fact: string;
  readonly is: '<' | '<=' | '>' | '>=';
  readonly constant: number;
}

function numberTest(logic: Logic): NumberTest | undefined {
  if ('<' in logic) return testOf('<', logic['<']);
  if ('<=' in logic) return testOf('<=', logic['<=']);
  if ('>' in logic) return testOf('>', logic['>']);
  return '>=' in logic ? testOf('>=', logic['>=']) : undefined;
}

function testOf(is: NumberTest['is'], [variable, constant]: readonly Operand[]): NumberTest | undefined {
  return isVariable(variable) && typeof constant === 'number' ? { fact: variable.var, is, constant } : undefined;
}

function compare(
  [variable, constant]: readonly Operand[],
  facts: FactValues,
  test: (value: Value, constant: Value) => boolean,
): boolean {
  return isVariable(variable) && !isVariable(constant) && test(facts[variable.var] ?? null, constant ?? null);
}

function compareNumbers(
  pair: readonly Operand[],
  facts: FactValues,
  test: (value: number, constant: number) => boolean,
): boolean {
  return compare(
    pair,
    facts,
    (value, constant) => typeof value === 'number' && typeof constant === 'number' && test(value, constant),
  );
}

function isVariable(operand: Operand | undefined): operand is { readonly var: string } {
  return typeof operand === 'object' && operand !== null;
}
