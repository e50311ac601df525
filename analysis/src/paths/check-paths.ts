import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { checkOrders } from './broken-orders.ts';
import { checkCircles } from './circles.ts';
import { checkLateGathering } from './late-gathering.ts';
import { checkObligations } from './open-obligations.ts';
import { type Paths, pathsOf } from './paths.ts';
import { checkStepGraph } from './step-graph.ts';
import { checkPlaceholders } from './unfilled-placeholders.ts';

const CHECKS: readonly ((paths: Paths) => Finding[])[] = [
  stepsAndCircles,
  checkOrders,
  checkObligations,
  checkPlaceholders,
  checkLateGathering,
];

/** What is wrong with the paths through a playbook's steps. Of what is too large to look at nothing is said. */
export function checkPaths(subject: Subject, space: StateSpace): Finding[] {
  const paths = pathsOf(subject, space);
  return paths ? CHECKS.flatMap((check) => unlessTooLarge(() => check(paths)) ?? []) : [];
}

/** A circle without a way out is told once, whether or not it goes round by itself, too. */
function stepsAndCircles(paths: Paths): Finding[] {
  const found = checkStepGraph(paths);
  const stuck = new Set(found.flatMap((one) => (one.code === 'no-way-out' ? one.data.circle : [])));
  return [...found, ...checkCircles(paths, stuck)];
}
