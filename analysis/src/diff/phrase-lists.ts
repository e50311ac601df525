import type { CompiledPhrase, CompiledPhraseElement, CompiledPhraseList } from '@poise/runtime';
import { phraseContainment } from '../states/phrase-containment.ts';
import { byMoreAndLess, type Direction } from './direction.ts';
import { tellingMessage } from './telling-message.ts';
import type { TellingMessage } from './terms.ts';

/** A phrase with more choices in it stays whole. */
const MOST_CHOICES = 64;

/** The same list with a phrase for each choice between words: so that it is seen that `lost parcel/order` finds all that `lost parcel` does. */
export function spelledOut<List extends CompiledPhraseList>(list: List): List {
  return { ...list, phrases: list.phrases.flatMap(spelled), except: list.except.flatMap(spelled) };
}

function spelled(phrase: CompiledPhrase): readonly CompiledPhrase[] {
  const choices = phrase.sequence.map(choicesIn);
  if (choices.reduce((product, each) => product * each.length, 1) > MOST_CHOICES) return [phrase];
  let sequences: CompiledPhraseElement[][] = [[]];
  for (const each of choices) sequences = sequences.flatMap((start) => each.map((element) => [...start, element]));
  return sequences.map((sequence) => ({ ...phrase, sequence: sequence as unknown as CompiledPhrase['sequence'] }));
}

function choicesIn(element: CompiledPhraseElement): readonly CompiledPhraseElement[] {
  if (!('words' in element)) return [element];
  return [
    ...element.words.map((word) => ({ words: [word], prefixes: [] })),
    ...element.prefixes.map((prefix) => ({ words: [], prefixes: [prefix] })),
  ];
}

/** What became of what a list finds. Where neither is proved to find all that the other does, it is moved. */
export function compareLists(before: CompiledPhraseList, after: CompiledPhraseList): Direction {
  const isIn = phraseContainment([spelledOut(before), spelledOut(after)]);
  return byMoreAndLess(!isIn([1], [0]), !isIn([0], [1]));
}

/** A message that only one of the lists finds something in, if a simple one is there; rather one that only the second does. */
export function tellingApart(before: CompiledPhraseList, after: CompiledPhraseList): TellingMessage | undefined {
  const [was, is] = [spelledOut(before), spelledOut(after)];
  const gained = tellingMessage([[is]], [was]);
  if (gained !== undefined) return { text: gained, before: false, after: true };
  const lost = tellingMessage([[was]], [is]);
  return lost === undefined ? undefined : { text: lost, before: true, after: false };
}
