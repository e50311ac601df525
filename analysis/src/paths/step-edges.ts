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

  function edgesOf(step: Step): StepEdge[] {
    const edges: StepEdge[] = [];
    let left: Diagram = EVERYWHERE;
    for (const exit of step.exits) {
      const when = certain(exit.when);
      const taken = diagrams.and(left, when);
      const ways: readonly Landing[] =
        exit.kind === 'goTo' ? landings(exit.step, taken) : [{ to: undefined, skipped: [], guard: taken }];
      for (const way of ways) {
        if (space.canHold(way.guard)) edges.push({ ...way, from: step.id, how: exit.kind, usual: way.guard });
      }
      // What a boundary holds back leaves the way to the next exit open.
      if (!ways.some(isHeld)) left = diagrams.and(left, diagrams.not(when));
    }
    const done = certain(step.done);
    for (const way of landings(step.next, left)) {
      edges.push({ ...way, from: step.id, how: 'next', usual: diagrams.and(way.guard, done) });
    }
    return edges;
  }

  const known = new Map<string, readonly StepEdge[]>();
  return {
    steps,
    stepOf: (id) => byId.get(id),
    entries: landings(steps[0]?.id, EVERYWHERE),
    from: (id) => {
      const found = known.get(id);
      if (found) return found;
      const step = byId.get(id);
      const made = step ? edgesOf(step) : [];
      known.set(id, made);
      return made;
    },
  };
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
