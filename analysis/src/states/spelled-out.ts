import type { CompiledPhrase, CompiledPhraseElement } from '@poise/runtime';

/** A phrase with more choices in it stays whole. */
const MOST_CHOICES = 64;

/** A phrase for each choice between words, which together find what the phrase finds: so that it is seen that `lost parcel/order` finds all that `lost parcel` does. */
export function spelledOut(phrase: CompiledPhrase): readonly CompiledPhrase[] {
  const choices = phrase.sequence.map(choicesIn);
  if (choices.reduce((product, each) => product * each.length, 1) > MOST_CHOICES) return [phrase];
  let sequences: CompiledPhraseElement[][] = [[]];
  for (const each of choices) sequences = sequences.flatMap((start) => each.map((element) => [...start, element]));
  return sequences.map((sequence) => ({ ...phrase, sequence }));
}

function choicesIn(element: CompiledPhraseElement): readonly CompiledPhraseElement[] {
  if (!('words' in element)) return [element];
  return [
    ...element.words.map((word) => ({ words: [word], prefixes: [] })),
    ...element.prefixes.map((prefix) => ({ words: [], prefixes: [prefix] })),
  ];
}
