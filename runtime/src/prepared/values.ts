/** What a reported or recorded value is worth to a fact of a given type. */
import type { Type } from '../generated/format.ts';

/** The value of a fact; `null` is unknown. */
export type Value = boolean | number | string | null;

/** The value, where it is one of that type; else `null`. Nothing is coerced: `"8"` is not 8. */
export function valueAs(type: Type, reported: unknown): Value {
  switch (type.type) {
    case 'text':
      return typeof reported === 'string' ? reported : null;
    case 'flag':
      return typeof reported === 'boolean' ? reported : null;
    case 'choice':
      return typeof reported === 'string' && (type.choices as readonly string[]).includes(reported) ? reported : null;
    case 'date':
      return typeof reported === 'number' && isCalendarDay(reported) ? reported : null;
    case 'count':
      return Number.isInteger(reported) && (reported as number) >= 0 ? (reported as number) : null;
    default:
      return typeof reported === 'number' && Number.isFinite(reported) && fits(type, reported) ? reported : null;
  }
}

function fits(type: Exclude<Type, { type: 'choice' }>, value: number): boolean {
  if (!('type' in type) || type.type === 'number') return true;
  if ((type.type === 'duration' || type.type === 'money') && value < 0) return false;
  if (type.type === 'money' && Number(value.toFixed(type.decimals)) !== value) return false;
  const { min, max } = type as { readonly min?: number; readonly max?: number };
  return (min === undefined || value >= min) && (max === undefined || value <= max);
}

function isCalendarDay(value: number): boolean {
  if (!Number.isInteger(value)) return false;
  const year = Math.floor(value / 10000);
  const month = Math.floor(value / 100) % 100;
  const day = value % 100;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}
