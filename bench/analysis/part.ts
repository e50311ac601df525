import type { Part } from '../part.ts';
import { analysisAims } from './aims.ts';
import type { AnalysisCases } from './cases.ts';
import { reportOnAnalysis } from './report.ts';

/** Proving what can be of conditions, beside a solver. */
export function analysisPart(cases: AnalysisCases): Part {
  return {
    cases: Object.values(cases).flatMap(({ subjects }) => Object.values(subjects)),
    aims: (measuredOf) => analysisAims(cases, measuredOf),
    report: (measuredOf) => reportOnAnalysis(cases, measuredOf),
  };
}
