import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import type { StateSpace } from './state-space.ts';

/**
 * Of some conditions, one that holds wherever another does, or else as few as do so together.
 *
 * All of them together may be far too large a diagram. So one state after the other is looked at that nothing covers yet (as in counterexample-guided
 * refinement, Clarke and others 2000): a condition that holds there is needed; where none does, they don't cover it, and mostly that is seen at once.
 *
 * @returns nothing where they don't, or where the other never holds
 * @throws TooLarge
 */
export function coveringOf<Whole extends { readonly holds: Diagram }>(
  part: Diagram,
  wholes: readonly Whole[],
  space: StateSpace,
): readonly Whole[] | undefined {
  const { diagrams } = space;
  const covers = (some: readonly Whole[]) => space.includes(diagrams.any(some.map(({ holds }) => holds)), part);
  const needed: Whole[] = [];
  let left = part;
  for (;;) {
    const state = diagrams.someState(space.within(left));
    if (state === NOWHERE) break;
    const fitting = wholes.filter(({ holds }) => diagrams.canMeet(state, holds));
    const alone = needed.length === 0 ? fitting.find((one) => covers([one])) : undefined;
    if (alone) return [alone];
    const next = fitting.find(({ holds }) => space.canHold(diagrams.and(state, holds)));
    if (!next) return undefined;
    needed.push(next);
    left = diagrams.and(left, diagrams.not(next.holds));
  }
  if (needed.length === 0) return undefined;
  return needed.reduce<readonly Whole[]>((kept, one) => {
    const without = kept.filter((other) => other !== one);
    return without.length > 0 && covers(without) ? without : kept;
  }, needed);
}
