import type { Exit, Step } from '@poise/runtime';
import { type Diagram, EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';

/** A way into a step or out of the playbook, past the steps that are skipped there. */
export interface Landing {
  /** The step that is entered; none where the playbook is left. */
  readonly to: string | undefined;
  readonly skipped: readonly string[];
  /** The states in which it ends there. */
  readonly guard: Diagram;
}

/** A move of a conversation: what leads from a step to another one, all in one moment. */
export interface StepEdge extends Landing {
  readonly from: string;
  /** By one of the step's exits, or because the step is over. */
  readonly how: Exit['kind'] | 'next';
  /** Of a step that is over: the states in which its `done when` says so, too. An agent may say so in others. */
  readonly usual: Diagram;
}

/** The steps of a playbook and every move between them. */
export interface StepEdges {
  readonly steps: readonly Step[];
  readonly stepOf: (id: string) => Step | undefined;
  /** The ways in which the playbook begins: without the condition of a trigger. */
  readonly entries: readonly Landing[];
  /** The moves from a step, in the order in which they are tried. */
  readonly from: (id: string) => readonly StepEdge[];
  /** The states in which no exit of a step is sure to be taken. */
  readonly staying: (id: string) => Diagram;
}

/**
 * Every move that the conditions leave: exits in order, each where none before it is taken, then the next step. That a step ends in the very moment in which it
 * is entered, by a word of the agent, isn't looked at: an exit that holds then is taken with whatever happens next.
 *
 * @throws TooLarge
 */
export function stepEdges({ steps, boundaries }: Subject, space: StateSpace): StepEdges {
  const [scope] = space.scopes;
  const { diagrams } = space;
  const byId = new Map(steps.map((step) => [step.id, step]));
  const certain = (condition: Step['skip']): Diagram =>
    condition === undefined || !scope ? EVERYWHERE : scope.decide(condition).certain;
  const held = milestonesOf(boundaries);
  const isHeld = ({ to }: Landing): boolean => {
    const step = to === undefined ? undefined : byId.get(to);
    return step !== undefined && (held.has(`step ${step.id}`) || held.has(`stage ${step.stage}`));
  };

  function landings(id: string | undefined, within: Diagram): Landing[] {
    const found: Landing[] = [];
    const skipped: string[] = [];
    let left = within;
    let next = id === undefined ? undefined : byId.get(id);
    while (next && left !== NOWHERE) {
      const skip = next.skip === undefined ? NOWHERE : certain(next.skip);
      found.push({ to: next.id, skipped: [...skipped], guard: diagrams.and(left, diagrams.not(skip)) });
      left = diagrams.and(left, skip);
      skipped.push(next.id);
      next = next.next === undefined ? undefined : byId.get(next.next);
    }
    if (left !== NOWHERE) found.push({ to: undefined, skipped, guard: left });
    return found.filter(({ guard }) => space.canHold(guard));
  }

  function wayOutOf(step: Step): WayOut {
    const edges: StepEdge[] = [];
    let left: Diagram = EVERYWHERE;
    for (const exit of step.exits) {
      const taken = diagrams.and(left, certain(exit.when));
      const ways: readonly Landing[] =
        exit.kind === 'goTo' ? landings(exit.step, taken) : [{ to: undefined, skipped: [], guard: taken }];
      for (const way of ways) {
        // What was held back from there is so again, whichever exit leads there.
        const tried = edges.flatMap(({ to, guard }) => (to === way.to ? guard : []));
        const guard = diagrams.and(way.guard, diagrams.not(diagrams.any(tried)));
        if (space.canHold(guard)) edges.push({ ...way, guard, from: step.id, how: exit.kind, usual: guard });
      }
      // Where a boundary may hold it back, the next exit is tried.
      const sure = ways.filter((way) => !isHeld(way)).map(({ guard }) => guard);
      left = diagrams.and(left, diagrams.not(diagrams.any(sure)));
    }
    const done = certain(step.done);
    for (const way of landings(step.next, left)) {
      edges.push({ ...way, from: step.id, how: 'next', usual: diagrams.and(way.guard, done) });
    }
    return { edges, staying: left };
  }

  const known = new Map<string, WayOut>();
  const wayOut = (id: string): WayOut => {
    const step = byId.get(id);
    const found = known.get(id) ?? (step ? wayOutOf(step) : { edges: [], staying: EVERYWHERE });
    known.set(id, found);
    return found;
  };
  return {
    steps,
    stepOf: (id) => byId.get(id),
    entries: landings(steps[0]?.id, EVERYWHERE),
    from: (id) => wayOut(id).edges,
    staying: (id) => wayOut(id).staying,
  };
}

/** The moves from a step, and the states in which no exit of it is sure to be taken. */
interface WayOut {
  readonly edges: readonly StepEdge[];
  readonly staying: Diagram;
}

/** The steps and stages that some boundary may hold a move to back from. */
function milestonesOf(boundaries: Subject['boundaries']): ReadonlySet<string> {
  const names = new Set<string>();
  for (const rule of boundaries.flatMap(({ rules }) => rules)) {
    const milestone = rule.kind === 'order' ? rule.later : 'before' in rule ? rule.before : undefined;
    if (milestone) names.add(`${milestone.kind} ${milestone.id}`);
  }
  return names;
}
