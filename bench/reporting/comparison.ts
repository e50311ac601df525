import type { Case, MeasuredOf } from '../measuring/case.ts';
import type { RunFigure } from '../measuring/runs.ts';
import type { Subjects } from '../measuring/subjects.ts';
import { megabytes, shown, table } from './markdown.ts';
import { figure } from './numbers.ts';
import { MICROSECONDS } from './units.ts';

/**
 * A table of how fast subjects do the same work once they are ready, and how long they take until then.
 *
 * @param unit what the work is made of: `message`
 * @param units how many of them are done in a run
 */
export function comparison<Subject extends string>(
  unit: string,
  units: number,
  subjects: Subjects<Subject>,
  measuredOf: MeasuredOf,
): string {
  const base = measuredOf(subjects.Poise).warm.median;
  const rows = Object.entries<Case<RunFigure>>(subjects).map(([subject, one]) => {
    const { first, warm, peakMemory } = measuredOf(one);
    return [
      subject,
      shown(warm, units / MICROSECONDS),
      figure(warm.median / base),
      shown(first),
      megabytes(peakMemory),
    ];
  });
  return table(['', `µs a ${unit}`, 'Poise = 1', 'ready and the first time, ms', 'peak, MB'], rows);
}
