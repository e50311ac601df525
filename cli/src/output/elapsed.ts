/**
 * How long it took, for people: `0.8`. The first run starts when the process does, so that what is said is what was waited for.
 *
 * @param startedAt of a later one, by `performance.now()`
 */
export function secondsSince(startedAt = 0): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}
