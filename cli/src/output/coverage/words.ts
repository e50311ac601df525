import type { Figure } from '@poise/generator/coverage';

/** `97.1%`, rounded down, so that `100%` is said of nothing less; `–` where there is nothing to cover. */
export function percentOf({ covered, total }: Figure): string {
  return total === 0 ? '–' : `${Math.floor((covered * 1000) / total) / 10}%`;
}
