/** Chance that is the same every time: numbers from 0 to 1, exclusive. */
export type Random = () => number;

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomNumbers(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to the limit, exclusive. */
export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

/** One of the items. @throws Error where there is none */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
