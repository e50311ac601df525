import type { Part } from '../part.ts';
import { decisionAims } from './aims.ts';
import type { DecisionCases } from './cases.ts';
import { reportOnDecisions } from './report.ts';

/** Deciding which rules hold, beside other rule engines. */
export function decisionsPart(cases: DecisionCases): Part {
  return {
    cases: Object.values(cases).flatMap(({ subjects }) => Object.values(subjects)),
    aims: (measuredOf) => decisionAims(cases, measuredOf),
    report: (measuredOf) => reportOnDecisions(cases, measuredOf),
  };
}
