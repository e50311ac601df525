/**
 * What a difference does to a rule.
 *
 * There is one meaning for all kinds of rules: **tightened** holds us to more (it applies in more situations, forbids, asks or watches more, or sooner),
 * **loosened** to less, **moved** to more here and less there, or to something else. So a rule that is lost is the end of loosening and one that is new
 * the end of tightening, and whoever guards against `loosened` and `lost` misses nothing. For a trigger or an escalation that may sound the
 * wrong way round, since its condition has become wider; but a condition is not what is answered for: fewer conversations that somebody looks at is less.
 */
export type Direction = 'tightened' | 'loosened' | 'moved' | 'same';

/** What several differences in one rule come to. */
export function together(directions: readonly Direction[]): Direction {
  return directions.reduce((a, b) => (a === 'same' || a === b ? b : b === 'same' ? a : 'moved'), 'same');
}

/** The same difference, of what holds us to less the more there is of it. */
export function reversed(direction: Direction): Direction {
  if (direction === 'tightened') return 'loosened';
  return direction === 'loosened' ? 'tightened' : direction;
}

/** The direction in which there is more, or less. */
export function byMoreAndLess(hasMore: boolean, hasLess: boolean): Direction {
  if (hasMore) return hasLess ? 'moved' : 'tightened';
  return hasLess ? 'loosened' : 'same';
}
