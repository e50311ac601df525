/** Which phrase lists find all that others find. */
import type { CompiledPhraseList } from '@poise/runtime';

/** Tells, of lists by their numbers, whether each message in which one of the first is found has one of the others in it, too: as far as the lists show. */
export function phraseContainment(
  lists: readonly CompiledPhraseList[],
): (part: readonly number[], whole: readonly number[]) => boolean {
  const contents = lists.map(({ phrases, except }) => ({ phrases: keysOf(phrases), except: keysOf(except) }));
  const isIn = (part: number, whole: number): boolean => {
    if (part === whole) return true;
    const a = contents[part];
    const b = contents[whole];
    // What cancels a find in the whole cancels it in the part, where it is among the part's own exceptions.
    return a !== undefined && b !== undefined && isSubset(a.phrases, b.phrases) && isSubset(b.except, a.except);
  };
  return (part, whole) => part.every((one) => whole.some((other) => isIn(one, other)));
}

function keysOf(phrases: CompiledPhraseList['phrases']): ReadonlySet<string> {
  return new Set(phrases.map(({ sequence }) => JSON.stringify(sequence)));
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size <= whole.size && [...part].every((key) => whole.has(key));
}
