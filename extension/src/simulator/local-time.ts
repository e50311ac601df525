import type { LocalTime } from '@poise/generator/playing';

/** The time that a clock on the wall shows: whoever tries a playbook out begins now. */
export function localTime(now: Date): LocalTime {
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${date} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
