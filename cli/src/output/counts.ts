import { counted } from '@poise/generator/words';
import type { Severity } from '@poise/language';

/** How many findings there are of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

const RANK: SeverityCounts = { error: 3, warning: 2, info: 1 };

/** Whether a finding of this severity makes the command fail. */
export function reaches(severity: Severity, failLevel: Severity): boolean {
  return RANK[severity] >= RANK[failLevel];
}

export function countSeverities(findings: readonly { readonly severity: Severity }[]): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** What was found, in a few words: `2 errors and 1 warning in 3 files`. */
export function summaryOf(counts: SeverityCounts, files: number): string {
  const parts = [
    counts.error > 0 ? counted(counts.error, 'error') : '',
    counts.warning > 0 ? counted(counts.warning, 'warning') : '',
    counts.info > 0 ? counted(counts.info, 'remark') : '',
  ].filter((part) => part !== '');
  const found = parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `${found || 'nothing found'} in ${counted(files, 'file')}`;
}
