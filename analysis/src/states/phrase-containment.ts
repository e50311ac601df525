/** Which phrase lists find all that others find. */
import type { CompiledPhraseList } from '@poise/runtime';
import { spelledOut } from './spelled-out.ts';

/** Tells, of lists by their numbers, whether each message in which one of the first is found has one of the others in it, too: as far as the lists show. */
export function phraseContainment(
  lists: readonly CompiledPhraseList[],
): (part: readonly number[], whole: readonly number[]) => boolean {
  const contents = new Map<number, { readonly phrases: ReadonlySet<string>; readonly except: ReadonlySet<string> }>();
  const contentsOf = (number: number) => {
    const known = contents.get(number);
    const list = lists[number];
    if (known || !list) return known;
    const made = { phrases: keysOf(list.phrases), except: keysOf(list.except) };
    contents.set(number, made);
    return made;
  };
  const isIn = (part: number, whole: number): boolean => {
    if (part === whole) return true;
    const a = contentsOf(part);
    const b = contentsOf(whole);
    // What cancels a find in the whole cancels it in the part, where it is among the part's own exceptions.
    return a !== undefined && b !== undefined && isSubset(a.phrases, b.phrases) && isSubset(b.except, a.except);
  };
  return (part, whole) => part.every((one) => whole.some((other) => isIn(one, other)));
}

function keysOf(phrases: CompiledPhraseList['phrases']): ReadonlySet<string> {
  return new Set(phrases.flatMap(spelledOut).map(({ sequence }) => JSON.stringify(sequence)));
}

function isSubset(part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean {
  return part.size <= whole.size && [...part].every((key) => whole.has(key));
}
