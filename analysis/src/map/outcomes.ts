/** What situations can lead to. */
import type { Condition, Step } from '@poise/runtime';
import { type Diagram, EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import type { Scope, StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';

/** One thing that a situation can lead to. */
export type Outcome =
  | { readonly kind: 'playbook'; readonly playbook: string }
  /** `playbook` where it is a rule of that one alone, in force once it has started. */
  | { readonly kind: 'escalation'; readonly escalation: string; readonly playbook?: string }
  /** What becomes of a conversation that is in this step, or about to enter it. */
  | { readonly kind: 'step'; readonly playbook: string; readonly step: string; readonly way: Way };

/** A way on from a step: it is passed over, done, or left for another step or playbook. */
export type Way =
  | { readonly kind: 'skipped' | 'done' }
  | { readonly kind: 'goTo'; readonly step: string }
  | { readonly kind: 'continueWith'; readonly playbook: string };

/** An outcome, and where it comes about. */
export interface OutcomeIn {
  readonly outcome: Outcome;
  readonly when: Diagram;
}

/**
 * Which playbooks start, and which escalations of the house, each once however many playbooks bring it. Those of a playbook alone, which wait for its start,
 * only where there is no other.
 *
 * @throws TooLarge
 */
export function startsIn(subjects: readonly Subject[], space: StateSpace): readonly OutcomeIn[] {
  const { diagrams } = space;
  const playbooks = subjects.flatMap(({ id, triggers }, place): OutcomeIn[] => {
    const when = diagrams.any(triggers.map((trigger) => certain(trigger.when, space.scopes[place])));
    return triggers.length > 0 ? [{ outcome: { kind: 'playbook', playbook: id }, when }] : [];
  });
  const escalations = new Map<string, OutcomeIn>();
  for (const [place, subject] of subjects.entries()) {
    for (const { id, origin, when } of subject.escalations) {
      if (origin === 'playbook' && subjects.length > 1) continue;
      const own = origin === 'playbook' ? { playbook: subject.id } : {};
      const key = `${own.playbook ?? ''} ${id}`;
      if (escalations.has(key)) continue;
      escalations.set(key, {
        outcome: { kind: 'escalation', escalation: id, ...own },
        when: certain(when, space.scopes[place]),
      });
    }
  }
  return [...playbooks, ...escalations.values()];
}

/** Where the steps of a playbook lead. @throws TooLarge */
export function waysIn(subject: Subject, place: number, space: StateSpace): readonly OutcomeIn[] {
  return subject.steps.flatMap((step) =>
    waysOf(step, space, space.scopes[place]).map(([way, when]) => ({
      outcome: { kind: 'step', playbook: subject.id, step: step.id, way },
      when,
    })),
  );
}

/** Exits are tried in order, and `done` last: each only where none before it is taken. */
function waysOf(step: Step, { diagrams }: StateSpace, scope: Scope | undefined): readonly (readonly [Way, Diagram])[] {
  const ways: [Way, Diagram][] = [];
  if (step.skip) ways.push([{ kind: 'skipped' }, certain(step.skip, scope)]);
  let left = EVERYWHERE;
  const take = (way: Way, when: Diagram): void => {
    ways.push([way, diagrams.and(left, when)]);
    left = diagrams.and(left, diagrams.not(when));
  };
  for (const exit of step.exits) {
    const way: Way =
      exit.kind === 'goTo' ? { kind: 'goTo', step: exit.step } : { kind: 'continueWith', playbook: exit.playbook };
    take(way, certain(exit.when, scope));
  }
  if (step.done) take({ kind: 'done' }, certain(step.done, scope));
  return ways;
}

function certain(condition: Condition | undefined, scope: Scope | undefined): Diagram {
  if (!condition) return EVERYWHERE;
  return scope?.decide(condition).certain ?? NOWHERE;
}
