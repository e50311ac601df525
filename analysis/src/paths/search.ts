import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { Landing, StepEdge, StepEdges } from './step-edges.ts';

/** A path through the steps: how it begins, and every move of it. */
export interface Path {
  readonly start: Landing;
  readonly moves: readonly StepEdge[];
  /** The states in which one may be at its end. */
  readonly end: Diagram;
}

/** What is looked for. Sets of states are of what stays the same, or only grows, along a path. */
export interface Search {
  /** In which states a path may begin that way. */
  readonly begin: (landing: Landing) => Diagram;
  /** In which states one may be after a move, from those before it; `steps` are those that the path has been in so far. */
  readonly go: (before: Diagram, edge: StepEdge, steps: readonly string[]) => Diagram;
  /** Whether a path ends where one comes there. */
  readonly isGoal: (landing: Landing, from: string | undefined) => boolean;
  /** Whether a path may go on from a step. */
  readonly mayPass: (step: string) => boolean;
}

interface Node {
  readonly step: string;
  readonly states: Diagram;
  readonly path: Omit<Path, 'end'>;
}

/** How many ways to a step are gone on from that bring nothing new: one of them may be easier to go than those before it. */
const MOST_WAYS = 3;

/** Ways to what is looked for, the shortest first: all that bring one to a step in states in which one hasn't been there before. @throws TooLarge */
export function* pathsTo(edges: StepEdges, space: StateSpace, search: Search): Generator<Path> {
  const { diagrams } = space;
  const seen = new Map<string, { readonly states: Diagram; readonly ways: number }>();
  let open: Node[] = [];
  const come = function* (
    landing: Landing,
    states: Diagram,
    from: string | undefined,
    path: Node['path'],
    next: Node[],
  ) {
    if (!space.canHold(states)) return;
    if (search.isGoal(landing, from)) yield { ...path, end: states };
    if (landing.to === undefined || !search.mayPass(landing.to)) return;
    // Where one has just begun, less is open than when one comes back there.
    if (from !== undefined) {
      const before = seen.get(landing.to) ?? { states: NOWHERE, ways: 0 };
      const fresh = diagrams.and(states, diagrams.not(before.states));
      if (before.ways >= MOST_WAYS && !space.canHold(fresh)) return;
      seen.set(landing.to, { states: diagrams.or(before.states, states), ways: before.ways + 1 });
    }
    next.push({ step: landing.to, states, path });
  };
  for (const start of edges.entries) yield* come(start, search.begin(start), undefined, { start, moves: [] }, open);
  while (open.length > 0) {
    const next: Node[] = [];
    for (const { step, states, path } of open) {
      // What takes nothing in particular comes first.
      const plainFirst = edges.from(step).toSorted((a, b) => Number(b.how === 'next') - Number(a.how === 'next'));
      for (const edge of plainFirst) {
        const moved = { start: path.start, moves: [...path.moves, edge] };
        const steps = moved.moves.map(({ from }) => from);
        yield* come(edge, search.go(states, edge, steps), step, moved, next);
      }
    }
    open = next;
  }
}
