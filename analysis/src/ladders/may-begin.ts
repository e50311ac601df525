import type { Condition } from '@poise/runtime';
import { type Diagram, EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import type { Handover } from './handovers.ts';

const LOOKING_AT_TEAMS: ReadonlySet<string> = new Set(['isOpen', 'hasBeen', 'streak']);

/** When something can begin, as far as it asks whether teams are open. */
export interface Beginning {
  /** The teams that it matters of. */
  readonly watched: readonly string[];
  /** Whether it can begin while those teams are open, in that order, or not. */
  readonly isPossible: (open: readonly boolean[]) => boolean;
}

/**
 * Whether a handover can begin while certain teams are open or closed: `escalate to night_desk unless supervisors is open` asks for it, and so may what starts the
 * playbook, and what forbids handing over. In doubt it can't, so that nothing is claimed of it.
 */
export function beginningsIn(subject: Subject, space: StateSpace): (handover: Handover) => Beginning {
  const [scope] = space.scopes;
  const teams = subject.facts.flatMap((fact) => {
    const number = scope?.factOf(fact.id);
    return fact.kind === 'derived' && fact.derive.kind === 'isOpen' && number !== undefined
      ? [{ team: fact.derive.team, number }]
      : [];
  });
  const { diagrams } = space;
  const certain = (condition: Condition): Diagram => scope?.decide(condition).certain ?? NOWHERE;
  const blocks = () =>
    diagrams.any(
      [...subject.boundaries.flatMap(({ rules }) => rules), ...subject.steps.flatMap(({ never }) => never)]
        .filter((rule) => rule.kind === 'never')
        .filter(({ acts }) => acts.some(({ act }) => act === 'escalate'))
        .map(({ when }) => (when ? (scope?.decide(when).possible ?? EVERYWHERE) : EVERYWHERE)),
    );
  const starts = () => scope?.starts() ?? NOWHERE;
  /** Whether a condition asks if a team is open, or looks back at a time when something may have asked. */
  const asks = (condition: Condition): boolean =>
    diagrams.supportOf(certain(condition)).some((fact) => LOOKING_AT_TEAMS.has(space.origin(fact).kind));
  const asksInSteps = (): boolean =>
    teams.length > 0 &&
    subject.steps
      .flatMap(({ skip, exits, done }) => [skip, done, ...exits.map(({ when }) => when)])
      .some((condition) => condition !== undefined && asks(condition));

  return ({ when, own, inStep, told }) => {
    const known = new Map<string, boolean>();
    const decide = (open: readonly boolean[]): boolean => {
      const now = diagrams.all(teams.map(({ number }, index) => space.is(number, open[index] ?? false)));
      const begins = diagrams.all([...when.map(certain), ...(told ? [] : [diagrams.not(blocks())])]);
      const canHold = (condition: Diagram) => space.canHold(diagrams.and(condition, now));
      return canHold(begins) && (!own || canHold(starts())) && !(inStep && asksInSteps());
    };
    return {
      watched: teams.map(({ team }) => team),
      isPossible: (open) => {
        const key = open.join();
        const before = known.get(key);
        if (before !== undefined) return before;
        const made = unlessTooLarge(() => decide(open)) ?? false;
        known.set(key, made);
        return made;
      },
    };
  };
}
