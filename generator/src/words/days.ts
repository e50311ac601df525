/** Days of the week, by their numbers: 1 is Monday. */
import type { Hours } from '@poise/runtime';
import { listed } from './quoted.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function nameOfDay(day: number): string {
  return DAYS[day - 1] ?? '';
}

/** So many days in a row. */
export function daysFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => ((first - 1 + index) % 7) + 1);
}

/** `every day`, `Monday to Thursday and Sunday`. */
export function daysWords(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const isOne = (day: number) => days.includes(((day + 6) % 7) + 1);
  const runs = days
    .filter((day) => !isOne(day - 1))
    .map((first) =>
      daysFrom(first, 7).slice(
        0,
        daysFrom(first, 7).findIndex((day) => !isOne(day)),
      ),
    );
  return listed(
    runs.flatMap((run) =>
      run.length > 2 ? [`${nameOfDay(run[0] ?? 0)} to ${nameOfDay(run.at(-1) ?? 0)}`] : run.map(nameOfDay),
    ),
  );
}

/** `Monday to Friday 08:00 to 20:00`. */
export function openWords({ days, from, to }: Hours): string {
  return `${daysWords(days)} ${clock(from)} to ${clock(to)}`;
}

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
