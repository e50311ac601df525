/** The facts that a map is drawn over, and how their values are cut. */
import type { Type } from '@poise/runtime';
import type { Origin } from '@poise/runtime/prepared';
import { cellOf, type FactValue } from '@poise/runtime/rules';
import { typeOf } from '../states/domains.ts';
import type { StateSpace } from '../states/state-space.ts';

/** One of the facts, with what matters of its values: in order, each value in one of the stretches. */
export interface Axis {
  readonly fact: string;
  readonly type: Type;
  readonly stretches: readonly Stretch[];
}

/** Values that lead to the same, whatever else is so. */
export type Stretch =
  | { readonly kind: 'unknown' }
  /** Yes, no, or some of the choices. */
  | { readonly kind: 'words'; readonly words: readonly (boolean | string)[] }
  /** All numbers between two; without a bound, as far as there are any. */
  | { readonly kind: 'numbers'; readonly from?: Bound; readonly to?: Bound }
  /** Whatever is known. */
  | { readonly kind: 'known' };

export interface Bound {
  readonly number: number;
  readonly included: boolean;
}

/** A fact by its number, and its cells that have any values: a value of each. */
export interface CutFact {
  readonly name: string;
  readonly fact: number;
  readonly values: readonly FactValue[];
}

/** Why there can be no axis of that name. */
export type NoAxis =
  | { readonly kind: 'unknown'; readonly known: readonly string[] }
  /** A text has more values than anybody could draw. */
  | { readonly kind: 'text' }
  /** Playbooks give it different types. */
  | { readonly kind: 'several' };

/** Finds the fact that a name stands for: a signal, a field, or a number of the conversation itself. */
export function cutFactOf(name: string, space: StateSpace): CutFact | NoAxis {
  const named = space.facts.all.filter(({ origin }) => 'name' in origin && origin.name === name);
  const [first] = named;
  if (!first) {
    const names = space.facts.all.flatMap(({ origin }) => (isDrawable(origin) ? [origin.name] : []));
    return { kind: 'unknown', known: [...new Set(names)].sort() };
  }
  const type = typeOf(first.origin);
  if (type.type === 'text') return { kind: 'text' };
  const isSame = named.every(
    ({ origin }) => origin.kind === first.origin.kind && JSON.stringify(typeOf(origin)) === JSON.stringify(type),
  );
  return isSame ? { name, fact: first.number, values: space.valuesOf(first.number) } : { kind: 'several' };
}

type Named = Extract<Origin, { readonly name: string }>;

function isDrawable(origin: Origin): origin is Named {
  return 'name' in origin && typeOf(origin).type !== 'text';
}

/**
 * Puts values together that lead to the same.
 *
 * @param leadsTo equal for two values exactly where these lead to the same
 * @returns the axis, and for each of its stretches a value of each cell in it
 */
export function axisOf(
  { name, fact, values }: CutFact,
  space: StateSpace,
  leadsTo: (value: FactValue) => string,
): { readonly axis: Axis; readonly groups: readonly (readonly FactValue[])[] } {
  const type = typeOf(space.origin(fact));
  const isNumber = (value: FactValue) => typeof value === 'number';
  const groups: FactValue[][] = [];
  const last = new Map<string, FactValue[]>();
  // What isn't known comes last, since that is how the eye takes it.
  for (const value of [...values.filter((one) => one !== null), ...values.filter((one) => one === null)]) {
    const key = `${value === null ? 'unknown' : typeof value} ${leadsTo(value)}`;
    const group = last.get(key);
    const isNext = !isNumber(value) || group === groups.at(-1);
    if (group && isNext) group.push(value);
    else {
      const made = [value];
      groups.push(made);
      last.set(key, made);
    }
  }
  const known = values.filter((value) => value !== null);
  const stretches = groups.map((group) => stretchOf(group, known, space, fact));
  return { axis: { fact: name, type, stretches }, groups };
}

function stretchOf(group: readonly FactValue[], known: readonly FactValue[], space: StateSpace, fact: number): Stretch {
  const first = group[0] ?? null;
  if (first === null) return { kind: 'unknown' };
  if (group.length === known.length) return { kind: 'known' };
  if (typeof first !== 'number') return { kind: 'words', words: group.filter(isWord) };
  const last = group.at(-1) ?? first;
  const from = first === known[0] ? undefined : boundsOf(space, fact, first).from;
  const to = last === known.at(-1) ? undefined : boundsOf(space, fact, last).to;
  return { kind: 'numbers', ...(from && { from }), ...(to && { to }) };
}

function isWord(value: FactValue): value is boolean | string {
  return typeof value === 'boolean' || typeof value === 'string';
}

/** Between which numbers the cell of a number lies. */
function boundsOf(space: StateSpace, fact: number, number: FactValue): { readonly from?: Bound; readonly to?: Bound } {
  const cells = space.cells[fact];
  if (!cells) return {};
  const { numbers, firstNumber } = cells;
  const cell = cellOf(cells, number) - firstNumber;
  // Cells of numbers go: below the least, the least, up to the next, the next, and so on.
  const included = cell % 2 === 1;
  const lower = numbers[included ? (cell - 1) / 2 : cell / 2 - 1];
  const upper = numbers[included ? (cell - 1) / 2 : cell / 2];
  return {
    ...(lower !== undefined && { from: { number: lower, included } }),
    ...(upper !== undefined && { to: { number: upper, included } }),
  };
}
