import { type CompiledPhrase, type CompiledPhraseList, findPhraseIn, readMessage } from '@poise/runtime';
import { sayingOf } from '../states/sample-message.ts';
import { spelledOut } from '../states/spelled-out.ts';

/** Between two phrases, so that none is found across them. */
const FILLER = 'and what is more to say';

/** A message in which each of the first lists is found and none of the second; `undefined` if there is none as simple as what is tried. */
export function tellingMessage(
  found: readonly (readonly CompiledPhraseList[])[],
  notFound: readonly CompiledPhraseList[],
): string | undefined {
  const isFound = (text: string, list: CompiledPhraseList) => findPhraseIn(readMessage(text), list) !== undefined;
  const isClear = (text: string) => !notFound.some((list) => isFound(text, list));
  // What one list makes an exception of another may not.
  const exceptions = notFound.flatMap((list) => sayings(list.except));
  const each = found.map((lists) =>
    lists
      .flatMap((list) => [...sayings(list.phrases), ...exceptions].filter((text) => isFound(text, list)))
      .filter(isClear)
      .sort((a, b) => a.length - b.length),
  );
  const texts = each.flatMap((sayings) => sayings[0] ?? []);
  if (texts.length < found.length || texts.length === 0) return undefined;
  // One phrase may be enough for all.
  const all = (text: string) => found.every((lists) => lists.some((list) => isFound(text, list)));
  const message = each.flat().find(all) ?? texts.join(` ${FILLER} `);
  return all(message) && isClear(message) ? message : undefined;
}

/** The phrases as they might be said, with each choice of words. */
function sayings(phrases: readonly CompiledPhrase[]): readonly string[] {
  return phrases.flatMap(spelledOut).map(sayingOf);
}
