import type { CoverageItem, Figure } from '@poise/generator/coverage';

/** `97.1%`, rounded down, so that `100%` is said of nothing less; `–` where there is nothing to cover. */
export function percentOf({ covered, total }: Figure): string {
  return total === 0 ? '–' : `${Math.floor((covered * 1000) / total) / 10}%`;
}

/** What isn't covered, in a sentence: `escalation long_overdue: order_delay never seen just above 10 days; the nearest was 14 days`. */
export function missedWords({ kind, name, missing, nearest }: CoverageItem): string {
  if (kind !== 'thresholds') return `${name} ${missing}`;
  return `${name} ${missing}${nearest === undefined ? ', nor anything on that side' : `; the nearest was ${nearest}`}`;
}
