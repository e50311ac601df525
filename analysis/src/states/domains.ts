/** Which cells of a fact have a value in them, by the fact's type; and a plain value for each. */
import type { Type } from '@poise/runtime';
import { type Origin, valueAs } from '@poise/runtime/prepared';
import { type Cells, cellOf, type FactValue } from '@poise/runtime/rules';

/** A value for each cell that has any; `undefined` for those that can't be. */
export type Domain = readonly (FactValue | undefined)[];

/** Facts that are yes or no by themselves, and always known. */
const ALWAYS_KNOWN: ReadonlySet<Origin['kind']> = new Set([
  'builtin',
  'says',
  'answers',
  'hasSaid',
  'hasHappened',
  'countWithin',
]);

/** The type that a fact's values have, unknown aside. */
export function typeOf(origin: Origin): Type {
  switch (origin.kind) {
    case 'signal':
    case 'field':
      return origin.type;
    // Times of the conversation itself are whole seconds.
    case 'builtin':
    case 'countWithin':
      return { type: 'count' };
    default:
      return { type: 'flag' };
  }
}

/** The domain of a fact that is cut into these cells. */
export function domainOf(origin: Origin, cells: Cells): Domain {
  const type = typeOf(origin);
  const domain: (FactValue | undefined)[] = Array.from({ length: cells.count }, () => undefined);
  const put = (value: FactValue) => {
    if (valueAs(type, value) !== null) domain[cellOf(cells, value)] ??= value;
  };
  for (const word of cells.words.keys()) put(word);
  for (const value of wordsOf(type, cells)) put(value);
  if (cells.numbers.length === 0) for (const value of stretch(type, -Infinity, Infinity)) put(value);
  else eachStretch(cells.numbers, (from, to) => stretch(type, from, to).forEach(put));
  for (const number of cells.numbers) put(number);
  if (isOpenAlways(origin)) return domain.map((value) => (value === true ? true : undefined));
  if (!ALWAYS_KNOWN.has(origin.kind)) domain[0] = null;
  return domain;
}

function isOpenAlways(origin: Origin): boolean {
  return origin.kind === 'isOpen' && origin.hours.team.hours.length === 0;
}

/** Words of the type that no condition names: they share a cell, so that one is enough. */
function wordsOf(type: Type, { words }: Cells): readonly FactValue[] {
  if (type.type === 'flag') return [true, false];
  if (type.type === 'choice') return type.choices;
  return type.type === 'text' ? [otherText(words)] : [];
}

/** A text that is none of some others. */
function otherText(words: Cells['words']): string {
  let text = '…';
  while (words.has(text)) text += '…';
  return text;
}

function eachStretch(numbers: Float64Array, visit: (from: number, to: number) => void): void {
  let from = -Infinity;
  for (const number of numbers) {
    visit(from, number);
    from = number;
  }
  visit(from, Infinity);
}

/** Values between two numbers, these left out, the plainest first; empty exactly where the type has none there. */
function stretch(type: Type, from: number, to: number): readonly number[] {
  const found = candidates(type, from, to);
  return found.filter((value) => value > from && value < to && valueAs(type, value) !== null);
}

function candidates(type: Type, from: number, to: number): readonly number[] {
  if (type.type === 'date') return [dayAfter(from), dayBefore(to)];
  const least = Math.max(from, ('min' in type ? type.min : undefined) ?? lowestOf(type));
  const most = Math.min(to, ('max' in type ? type.max : undefined) ?? Infinity);
  const finer = type.type === 'money' ? 10 ** type.decimals : 1;
  // The addition keeps 1.14 * 100, which computers take for less than 114, from being rounded down.
  const nextUp = (Math.floor(least * finer + 0.001) + 1) / finer;
  const whole = [Math.floor(least) + 1, Math.ceil(most) - 1, least, most, 0];
  const middle = Number.isFinite(least) && Number.isFinite(most) ? [(least + most) / 2] : [];
  // Beside a number as large as this, one more is the same.
  const farther = [2 * least + 1, 2 * most - 1];
  return [...whole, nextUp, ...middle, ...farther].filter(Number.isFinite);
}

function lowestOf({ type }: Type): number {
  return type === 'number' ? -Infinity : 0;
}

const FIRST_DAY = 10101;
const LAST_DAY = 99991231;

function dayAfter(date: number): number {
  return date < FIRST_DAY ? 20260101 : moved(date, 1);
}

function dayBefore(date: number): number {
  return date > LAST_DAY ? 20260101 : moved(date, -1);
}

/** A day of the calendar, as the number YYYYMMDD, some days later. */
function moved(date: number, days: number): number {
  const name = `${Math.floor(date / 10000)}`.padStart(4, '0');
  const month = `${Math.floor(date / 100) % 100}`.padStart(2, '0');
  const day = `${date % 100}`.padStart(2, '0');
  const time = new Date(`${name}-${month}-${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.getUTCFullYear() * 10000 + (time.getUTCMonth() + 1) * 100 + time.getUTCDate();
}
