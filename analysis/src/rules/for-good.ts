import type { Diagram } from '../diagrams/diagrams.ts';
import type { StateSpace } from '../states/state-space.ts';

/**
 * Where something holds and goes on to hold, whatever still happens in the conversation: only `fixed` signals stay as they are, and what has been said, has been
 * so or has happened stays true once it is.
 *
 * @throws TooLarge
 */
export function forGood(holds: Diagram, space: StateSpace): Diagram {
  const { diagrams } = space;
  const always = (diagram: Diagram, isFree: (fact: number) => boolean) =>
    diagrams.not(diagrams.exists(diagrams.not(diagram), isFree));
  const failing = space.within(diagrams.not(holds));
  let lasting = diagrams.not(diagrams.exists(failing, (fact) => !isSettled(fact, space)));
  for (const fact of diagrams.supportOf(lasting)) {
    if (!isGrowing(fact, space)) continue;
    const whateverItIs = always(lasting, (one) => one === fact);
    lasting = diagrams.and(lasting, diagrams.or(space.is(fact, true), whateverItIs));
  }
  return lasting;
}

function isSettled(fact: number, space: StateSpace): boolean {
  const origin = space.origin(fact);
  return isGrowing(fact, space) || (origin.kind === 'signal' && origin.fixed);
}

/** Whether it can become true, but never untrue again. */
function isGrowing(fact: number, space: StateSpace): boolean {
  const origin = space.origin(fact);
  if (origin.kind === 'hasBeen') return true;
  return (origin.kind === 'hasSaid' || origin.kind === 'hasHappened') && origin.within === undefined;
}
