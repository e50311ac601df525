import type { LeafCstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Check, CheckContext } from './check.ts';

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** A date is year, month and day, with all their digits, and there is such a day. */
export function dateMustBeOfTheCalendar(token: LeafCstNode, { report }: CheckContext): void {
  const written = token.text;
  const place = { node: token.astNode, range: token.range };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) {
    report('bad-date', { written, proposals: possibleDates(written) }, place);
    return;
  }
  const [year = 0, month = 0, day = 0] = written.split('-').map(Number);
  if (isDay(year, month, day)) return;
  const swapped = dateOf(year, day, month);
  report(
    'no-such-date',
    {
      written,
      problem: noSuchDate(year, month, day),
      // Where month and day may have changed places; a day too many in a month can be anything.
      ...(month > 12 && swapped && { proposal: swapped }),
    },
    place,
  );
}

function noSuchDate(year: number, month: number, day: number): string {
  const name = MONTHS[month - 1];
  if (name === undefined) return `months go from 01 to 12`;
  return day === 0 ? 'days begin with 01' : `${name} ${year} has ${daysIn(year, month)} days`;
}

/** The dates that may be meant by one written otherwise: `5/1/2026` by two of them, for some begin with the day and some with the month. */
export function possibleDates(written: string): readonly string[] {
  const [first = '', second = '', third = ''] = written.split(/[-/]/);
  const orders =
    first.length === 4
      ? [dateOf(Number(first), Number(second), Number(third))]
      : third.length === 4
        ? [dateOf(Number(third), Number(second), Number(first)), dateOf(Number(third), Number(first), Number(second))]
        : [];
  return [...new Set(orders.filter((date) => date !== undefined))];
}

/** Whether a text is a date as dates are written, and there is such a day. */
export function isDate(written: string | undefined): boolean {
  return written !== undefined && possibleDates(written)[0] === written;
}

function dateOf(year: number, month: number, day: number): string | undefined {
  const padded = [String(year).padStart(4, '0'), ...[month, day].map((number) => String(number).padStart(2, '0'))];
  return isDay(year, month, day) ? padded.join('-') : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** A period doesn't end before it begins. A single day is one. */
export const periodMustNotEndBeforeItBegins: Check<ast.Validity> = (validity, { report }) => {
  const { from, until } = validity;
  if (until === undefined || !isDate(from) || !isDate(until) || until >= from) return;
  report('bad-period', { from, until }, { node: validity, property: 'until' });
};

/** The same day of the next year, `YYYY-MM-DD`; after 29 February the day before. */
export function yearAfter(day: string): string {
  const [year = '', ...rest] = day.split('-');
  return [String(Number(year) + 1), ...rest].join('-').replace(/-02-29$/, '-02-28');
}
