import { ast, convertTime, inSeconds, lengthIn, type TimeUnit, timeUnit } from '@poise/language';
import type { Hint } from './hint.ts';

/** A length of time as one would say it, where it is written in another way: `= 1 h 30 min` behind `90 minutes`. */
export function hintOfDuration(duration: ast.Duration): Hint[] {
  return spelledOut(duration, duration.amount, duration.unit);
}

/** The same in a condition; what is said of a signal or field, in its own unit: `= 1.5 days` behind `36 hours`. */
export function hintOfNumber(literal: ast.NumberLiteral): Hint[] {
  const fact = factComparedWith(literal);
  const own = fact && ast.isUnitType(fact.valueType) ? timeUnit(fact.valueType.unit) : undefined;
  const written = timeUnit(literal.unit);
  if (!fact || own === undefined || written === undefined || own === written)
    return spelledOut(literal, literal.value, literal.unit);
  const converted = convertTime(literal.value, written, own);
  if (converted === undefined || !literal.$cstNode) return [];
  const text = `= ${lengthIn(converted, own)}`;
  return [{ behind: literal.$cstNode, label: [{ text, tooltip: `${fact.name} is counted in ${own}s.` }] }];
}

function spelledOut({ $cstNode: behind }: ast.Duration | ast.NumberLiteral, amount: unknown, word: unknown): Hint[] {
  const unit = typeof word === 'string' ? timeUnit(word) : undefined;
  if (!behind || unit === undefined || typeof amount !== 'number') return [];
  const parts = inParts(inSeconds(amount, unit));
  // A single part in the unit that is written would say the same once more.
  const [only, ...others] = parts;
  if (!only || (others.length === 0 && only.unit === unit && only.amount === amount)) return [];
  return [{ behind, label: [{ text: `= ${parts.map(words).join(' ')}` }] }];
}

interface TimePart {
  readonly amount: number;
  readonly unit: TimeUnit;
}

const LARGEST_FIRST: readonly TimeUnit[] = ['day', 'hour', 'minute', 'second'];

/** Days, hours, minutes and seconds, without those of which there are none. Nothing for a time that isn't whole seconds. */
function inParts(seconds: number): readonly TimePart[] {
  if (!Number.isSafeInteger(seconds) || seconds <= 0) return [];
  let rest = seconds;
  return LARGEST_FIRST.flatMap((unit) => {
    const size = inSeconds(1, unit);
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    return amount > 0 ? [{ amount, unit }] : [];
  });
}

const SHORT: Readonly<Record<TimeUnit, string>> = { second: 's', minute: 'min', hour: 'h', day: 'day', week: 'week' };

function words({ amount, unit }: TimePart): string {
  return `${amount} ${SHORT[unit]}${unit === 'day' && amount > 1 ? 's' : ''}`;
}

/** The signal or field that a number is held against. */
function factComparedWith(literal: ast.NumberLiteral): ast.Signal | ast.Field | undefined {
  const { $container: owner } = literal;
  const fact = ast.isFactValue(owner)
    ? owner.fact?.ref
    : ast.isAgentRecords(owner)
      ? owner.field?.ref
      : ast.isComparison(owner?.$container)
        ? owner.$container.subject?.ref
        : undefined;
  return ast.isValue(fact) ? fact : undefined;
}
