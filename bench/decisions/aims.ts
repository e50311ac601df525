import type { MeasuredOf } from '../measuring/case.ts';
import type { Aim } from '../reporting/aim.ts';
import { figure, grouped } from '../reporting/numbers.ts';
import { MICROSECONDS } from '../reporting/units.ts';
import type { DecisionCases, DecisionSubject, Decisions } from './cases.ts';

/** How far from a time that was measured elsewhere is still near it. */
const NEAR = 1.25;

/** What decisions have to reach. The times are those of an index that was measured before ours was written. */
export function decisionAims({ many, most }: DecisionCases, measuredOf: MeasuredOf): readonly Aim[] {
  const took = ({ subjects }: Decisions, subject: DecisionSubject) =>
    measuredOf(subjects[subject]).warm.median * MICROSECONDS;
  const by = ({ rules }: Decisions) => `one decision on ${grouped(rules)} rules`;
  const asFast = (times: number, peer: DecisionSubject): Aim => {
    const measured = took(many, peer) / took(many, 'Poise');
    return {
      aim: `at least ${times} × as fast as ${peer}`,
      by: by(many),
      measured: `${figure(measured)} ×`,
      isMet: measured >= times,
    };
  };
  const near = (microseconds: number, decisions: Decisions): Aim => {
    const measured = took(decisions, 'Poise');
    return {
      aim: `near ${microseconds} µs: no more than ${NEAR} × that`,
      by: by(decisions),
      measured: `${figure(measured)} µs`,
      isMet: measured <= microseconds * NEAR,
    };
  };
  return [
    asFast(100, '@gorules/zen-engine'),
    asFast(40, 'json-logic-engine, compiled'),
    near(3.4, many),
    near(20, most),
  ];
}
