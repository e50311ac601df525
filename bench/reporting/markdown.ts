import type { Spread } from '../measuring/case.ts';
import { figure } from './numbers.ts';
import { MEGABYTE } from './units.ts';

/** A table in Markdown. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A figure in all rounds, `27.4 (26.0–31.2)`, or `27.4` if it is always the same. @param unit one of it, in the unit of the figure */
export function shown({ median, least, most }: Spread, unit = 1): string {
  if (least === most) return figure(median / unit);
  return `${figure(median / unit)} (${figure(least / unit)}–${figure(most / unit)})`;
}

/** Bytes, as megabytes. */
export function megabytes({ median }: Spread): string {
  return figure(median / MEGABYTE);
}
