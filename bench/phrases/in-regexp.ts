import type { MakeFinder } from './measure.ts';
import { indicesOf } from './whole-words.ts';

/** Looks for all phrases with one regular expression, which finds at most one at each word: the longest. */
export function inRegExp(makeRegExp: (phrases: readonly string[]) => RegExp): MakeFinder {
  return (phrases) => {
    const indices = indicesOf(phrases);
    const regExp = makeRegExp(phrases);
    const beginnings = new Map(phrases.map((phrase) => [phrase, phrasesThatBegin(phrase, indices)]));
    return (message) => {
      const text = message.toLowerCase();
      const found: number[] = [];
      regExp.lastIndex = 0;
      for (let match = regExp.exec(text); match !== null; match = regExp.exec(text)) {
        for (const phrase of beginnings.get(match[1] ?? '') ?? []) if (!found.includes(phrase)) found.push(phrase);
        regExp.lastIndex = match.index + 1;
      }
      return found;
    };
  };
}

/** The phrase itself and those that it begins with. */
function phrasesThatBegin(phrase: string, indices: ReadonlyMap<string, number>): readonly number[] {
  const words = phrase.split(' ');
  return words.flatMap((_, index) => indices.get(words.slice(0, index + 1).join(' ')) ?? []);
}
