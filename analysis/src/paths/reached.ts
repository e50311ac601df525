import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import type { Carried } from '../states/carried.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { StepEdge, StepEdges } from './step-edges.ts';

/** Which steps some path reaches, and what may be so there. */
export interface Reached {
  /** What may carry over when one is in the step; `NOWHERE` where no path leads to it. */
  readonly at: (step: string) => Diagram;
  /** Whether some path takes this move. */
  readonly isTaken: (edge: StepEdge) => boolean;
}

/**
 * Goes all ways at once, with what carries over from event to event. How the playbook begins isn't known: others may complete it or continue with it.
 *
 * @throws TooLarge
 */
export function reachedSteps(edges: StepEdges, space: StateSpace, { later }: Carried): Reached {
  const { diagrams } = space;
  const states = new Map<string, Diagram>();
  const at = (step: string): Diagram => states.get(step) ?? NOWHERE;
  const open = new Set<string>();
  const arrive = (step: string | undefined, guard: Diagram): void => {
    if (step === undefined) return;
    const all = diagrams.or(at(step), later(guard));
    if (all === at(step)) return;
    states.set(step, all);
    open.add(step);
  };
  for (const { to, guard } of edges.entries) arrive(to, guard);
  for (const step of open) {
    open.delete(step);
    for (const { to, guard } of edges.from(step)) arrive(to, diagrams.and(at(step), guard));
  }
  return { at, isTaken: ({ from, guard }) => space.canHold(diagrams.and(at(from), guard)) };
}
