/** The one stretch in which two texts are different: where it begins in both, and where it ends in each; UTF-16 offsets. */
export interface Difference {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** What makes a text another one. */
export function differenceBetween(before: string, after: string): Difference {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}
