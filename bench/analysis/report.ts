import type { Case, MeasuredOf } from '../measuring/case.ts';
import type { RunFigure } from '../measuring/runs.ts';
import { megabytes, shown, table } from '../reporting/markdown.ts';
import { figure, grouped } from '../reporting/numbers.ts';
import type { AnalysisCases } from './cases.ts';

/** Each amount of rules with all subjects. */
export function reportOnAnalysis(cases: AnalysisCases, measuredOf: MeasuredOf): readonly string[] {
  return Object.values(cases).flatMap(({ rules, questions, subjects }) => {
    const base = measuredOf(subjects.Poise).warm.median;
    const rows = Object.entries<Case<RunFigure>>(subjects).map(([subject, one]) => {
      const { first, warm, peakMemory } = measuredOf(one);
      return [subject, shown(warm), figure(warm.median / base), shown(first), megabytes(peakMemory)];
    });
    return [
      `## Proving what can be of ${grouped(rules)} rules: ${grouped(questions)} questions`,
      table(['', 'ms', 'Poise = 1', 'the first time, ms', 'peak, MB'], rows),
    ];
  });
}
