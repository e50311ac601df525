import type { MeasuredOf } from '../measuring/case.ts';
import { comparison } from '../reporting/comparison.ts';
import { grouped } from '../reporting/numbers.ts';
import type { DecisionCases } from './cases.ts';

/** Each amount of rules with all subjects. */
export function reportOnDecisions(cases: DecisionCases, measuredOf: MeasuredOf): readonly string[] {
  return Object.values(cases).flatMap(({ rules, subjects }) => [
    `## Deciding which of ${grouped(rules)} rules hold`,
    comparison('decision', 1, subjects, measuredOf),
  ]);
}
