import type { Diagram } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import { Replay } from '../replay/replay.ts';
import { type Carried, carriedIn } from '../states/carried.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { type Reached, reachedSteps } from './reached.ts';
import { type StepEdges, stepEdges } from './step-edges.ts';

/** What all checks of paths through a playbook's steps look at. */
export interface Paths {
  readonly subject: Subject;
  readonly space: StateSpace;
  readonly edges: StepEdges;
  readonly carried: Carried;
  readonly reached: Reached;
  readonly replay: Replay;
  /** For sets of states that were looked at: the situations in which they may come about. */
  readonly situations: Map<Diagram, Diagram>;
}

/** The paths through a playbook; none where they are too large to look at. */
export function pathsOf(subject: Subject, space: StateSpace): Paths | undefined {
  return unlessTooLarge(() => {
    const edges = stepEdges(subject, space);
    const carried = carriedIn(space);
    const reached = reachedSteps(edges, space, carried);
    return { subject, space, edges, carried, reached, replay: new Replay(space), situations: new Map() };
  });
}
