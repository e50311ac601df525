/** How wide a line may be, in characters. */
export const WIDTH = 120;
/** How far lines of a member are indented. */
export const INDENT = 2;
/** How far a line that goes on is indented, where nothing else says so. */
export const CONTINUED = 4;

/** How many columns a word takes: one for each character, whatever it is. */
export function widthOf(text: string): number {
  // Nearly all text is made of characters that are one unit each.
  return /[\ud800-\udbff]/.test(text) ? [...text].length : text.length;
}

/** How much wider than the narrowest entry a column may be, by what stands in it: an entry that is longer yet sticks out. */
export const REACH = { names: 16, types: 16, channels: 8, comments: 32 } as const;

/**
 * The width of a column with these entries; `undefined` if they differ so much that a column would look worse than none.
 *
 * @param reach how much wider than the narrowest entry it may be
 */
export function columnWidth(entries: readonly number[], reach: number): number | undefined {
  const narrowest = entries.reduce((least, width) => Math.min(least, width), Number.POSITIVE_INFINITY);
  const fitting = entries.filter((width) => width <= narrowest + reach);
  const outliers = entries.length - fitting.length;
  if (entries.length < 2 || outliers * 3 > entries.length) return undefined;
  return fitting.reduce((most, width) => Math.max(most, width), 0);
}
