import type { Rung } from '@poise/runtime';
import { byMoreAndLess, type Direction, together } from './direction.ts';

/** The more teams are asked, and the sooner, the tighter. Other teams, or in another order, are something else. */
export function compareLadders(before: readonly Rung[], after: readonly Rung[]): Direction {
  const shared = Math.min(before.length, after.length);
  const times = [before, after].map(momentsOf);
  const rungs = Array.from({ length: shared }, (_, index): Direction => {
    if (before[index]?.team !== after[index]?.team) return 'moved';
    const [was = 0, is = 0] = times.map((moments) => moments[index] ?? 0);
    return byMoreAndLess(is < was, is > was);
  });
  return together([...rungs, byMoreAndLess(after.length > before.length, after.length < before.length)]);
}

/** Teams that are told, ladder by ladder. */
export function compareTelling(before: readonly (readonly Rung[])[], after: readonly (readonly Rung[])[]): Direction {
  const shared = Math.min(before.length, after.length);
  const ladders = Array.from({ length: shared }, (_, index) => compareLadders(before[index] ?? [], after[index] ?? []));
  return together([...ladders, byMoreAndLess(after.length > before.length, after.length < before.length)]);
}

/** When each team is asked, in seconds from the start. */
function momentsOf(ladder: readonly Rung[]): readonly number[] {
  let moment = 0;
  return ladder.map(({ after }) => {
    moment += after;
    return moment;
  });
}
