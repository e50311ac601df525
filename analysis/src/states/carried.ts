import type { Origin } from '@poise/runtime/prepared';
import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import type { StateSpace } from './state-space.ts';

/** The states that a state may become later in the conversation, and those that it may have come from. */
export interface Carried {
  /** @throws TooLarge */
  readonly later: (diagram: Diagram) => Diagram;
  /** @throws TooLarge */
  readonly earlier: (diagram: Diagram) => Diagram;
  /** The states that it may become while an event is still being handled. @throws TooLarge */
  readonly inSameEvent: (diagram: Diagram) => Diagram;
  /** Those of the states in which something holds from which it goes on to hold, whatever still happens. @throws TooLarge */
  readonly forGood: (holds: Diagram) => Diagram;
}

/**
 * What carries over from one event to the next: fixed signals, once they are known, and facts that only grow. Of everything else nothing is kept, so that two
 * conditions at different events exclude each other only through these.
 */
export function carriedIn(space: StateSpace): Carried {
  const { diagrams } = space;

  /** The diagram with every carried fact at a value that may come after (or before) one at which the diagram holds, and no other fact. */
  function moved(diagram: Diagram, mayBecome: (from: number, to: number) => boolean): Diagram {
    const within = space.within(diagram);
    if (within === NOWHERE) return NOWHERE;
    let kept = diagrams.exists(within, (fact) => ranks(fact).length === 0);
    for (const fact of diagrams.supportOf(kept)) {
      const of = ranks(fact);
      const before = kept;
      kept = diagrams.any(
        of.map(({ value, rank }) => {
          const here = diagrams.exists(diagrams.and(before, space.is(fact, value)), (one) => one === fact);
          const reached = of.filter((other) => other.value === value || mayBecome(rank, other.rank));
          return diagrams.and(here, diagrams.any(reached.map((other) => space.is(fact, other.value))));
        }),
      );
    }
    return kept;
  }

  function ranks(fact: number): readonly Ranked[] {
    return ranksOf(space.origin(fact), space.valuesOf(fact));
  }

  const earlier = (diagram: Diagram) => moved(diagram, (from, to) => to < from);
  return {
    later: (diagram) => moved(diagram, (from, to) => from < to),
    earlier,
    inSameEvent: (diagram) => diagrams.exists(space.within(diagram), (fact) => !isOfTheEvent(space.origin(fact))),
    forGood: (holds) => diagrams.not(earlier(diagrams.not(holds))),
  };
}

type FactValue = ReturnType<StateSpace['valuesOf']>[number];

/** A value, and how far a fact has gone when it has it: it never comes back to a lower rank, nor to another value of the same. */
interface Ranked {
  readonly value: FactValue;
  readonly rank: number;
}

/** The values of a fact that carries over; empty for one that doesn't. */
function ranksOf(origin: Origin, values: readonly FactValue[]): readonly Ranked[] {
  const ranked = (rank: (value: FactValue) => number) => values.map((value) => ({ value, rank: rank(value) }));
  switch (origin.kind) {
    case 'signal':
      return origin.fixed ? ranked((value) => (value === null ? 0 : 1)) : [];
    case 'hasSaid':
    case 'hasHappened':
      return origin.within === undefined ? ranked((value) => (value === true ? 1 : 0)) : [];
    case 'hasBeen':
      return ranked((value) => (value === true ? 2 : value === null ? 1 : 0));
    case 'builtin':
      return GROWING.has(origin.name) ? ranked(Number) : [];
    default:
      return [];
  }
}

/** Whether a fact is what it is from the beginning of an event to its end, whatever comes of the event. */
function isOfTheEvent(origin: Origin): boolean {
  switch (origin.kind) {
    case 'signal':
    case 'field':
    case 'says':
    case 'answers':
    case 'hasSaid':
    case 'isOpen':
      return true;
    case 'builtin':
      return origin.name !== 'attempts' && origin.name !== 'warnings';
    default:
      return false;
  }
}

/** Numbers of the conversation itself that never fall. */
const GROWING: ReadonlySet<string> = new Set(['messages', 'elapsed', 'declined', 'warnings']);
