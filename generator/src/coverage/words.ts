import type { CoverageItem } from './coverage.ts';

/** What isn't covered, in a sentence: `escalation long_overdue: order_delay never seen just above 10 days; the nearest was 14 days`. */
export function missedWords({ kind, name, missing, nearest }: CoverageItem): string {
  if (kind !== 'thresholds') return `${name} ${missing}`;
  return `${name} ${missing}${nearest === undefined ? ', nor anything on that side' : `; the nearest was ${nearest}`}`;
}
