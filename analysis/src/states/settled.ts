import type { FactValue } from '@poise/runtime/rules';
import { type Diagram, EVERYWHERE } from '../diagrams/diagrams.ts';
import type { StateSpace } from './state-space.ts';

/**
 * A condition in which some facts have the values that they have; it no longer depends on them.
 *
 * @param valueFor the value of a fact; `undefined` leaves it open
 * @throws TooLarge
 */
export function settled(
  space: StateSpace,
  condition: Diagram,
  valueFor: (fact: number) => FactValue | undefined,
): Diagram {
  const { diagrams } = space;
  const known = new Set<number>();
  let so: Diagram = condition;
  for (const fact of diagrams.supportOf(condition)) {
    const value = valueFor(fact);
    if (value === undefined) continue;
    known.add(fact);
    so = diagrams.and(so, space.is(fact, value));
  }
  return so <= EVERYWHERE ? so : diagrams.exists(so, (fact) => known.has(fact));
}
