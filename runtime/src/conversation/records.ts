/**
 * What a conversation remembers of some facts and rules, as short lists of entries by number. There are few at a time, and many conversations: an
 * object or map for each would take several times the memory.
 */

/** An entry about a fact or rule. */
export interface Numbered {
  readonly number: number;
}

/** The entry of that number, if there is one. */
export function entryOf<Entry extends Numbered>(entries: readonly Entry[], number: number): Entry | undefined {
  for (const entry of entries) if (entry.number === number) return entry;
  return undefined;
}

/** Puts an entry in the place of the one of the same number, or at the end. */
export function putEntry<Entry extends Numbered>(entries: Entry[], entry: Entry): void {
  const index = entries.findIndex(({ number }) => number === entry.number);
  if (index < 0) entries.push(entry);
  else entries[index] = entry;
}

/** Takes something out of a list, if it is there. */
export function remove<Item>(items: Item[], item: Item): void {
  const index = items.indexOf(item);
  if (index >= 0) items.splice(index, 1);
}

/** Adds something to a list, unless it is there. */
export function add<Item>(items: Item[], item: Item): void {
  if (!items.includes(item)) items.push(item);
}
