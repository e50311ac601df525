import type { MeasuredOf } from '../measuring/case.ts';
import type { Aim } from '../reporting/aim.ts';
import { figure, grouped } from '../reporting/numbers.ts';
import type { Analysed, AnalysisCases } from './cases.ts';
import { SIGNALS } from './playbook.ts';

/** What the analysis has to reach, with every check. */
export function analysisAims({ some, many }: AnalysisCases, measuredOf: MeasuredOf): readonly Aim[] {
  const under = ({ rules, subjects }: Analysed, limit: number, when: 'first' | 'warm'): Aim => {
    const { median } = measuredOf(subjects['Poise, every check'])[when];
    return {
      aim: `a playbook with ${grouped(rules)} rules over ${SIGNALS} signals proved in less than ${limit} ms`,
      by: when === 'first' ? 'the first time in a process' : 'warm',
      measured: `${figure(median)} ms`,
      isMet: median < limit,
    };
  };
  return [under(some, 20, 'warm'), under(many, 1000, 'first')];
}
