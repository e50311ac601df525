import type { Choices } from './choices.ts';
import type { PlainOf, Ref } from './plain.ts';
import { type Pen, refTo } from './scope.ts';
import { heardWord, SENTENCES, TITLES } from './words.ts';

/** A text in which nothing is filled in. */
export function text(choices: Choices): PlainOf<'Text'> {
  return { $type: 'Text', parts: choices.times(1, 2, () => `"${choices.one(SENTENCES)}"`) };
}

/** A title, where there is one. */
export function title(choices: Choices): { readonly title?: PlainOf<'Text'> } {
  return choices.chance(60) ? { title: { $type: 'Text', parts: [`"${choices.one(TITLES)}"`] } } : {};
}

/** What is said to the customer: signals and fields may be filled in. */
export function spoken({ choices, scope }: Pen): PlainOf<'Text'> {
  const { parts } = text(choices);
  const fact = choices.chance(25) ? choices.oneOf(scope.values) : undefined;
  return { $type: 'Text', parts: fact ? [...parts, `"About {${fact.name}}: go on."`] : parts };
}

/** Phrases, of lists or written in place. */
export function phraseSources(pen: Pen, most = 3): (PlainOf<'Phrase'> | PlainOf<'PhraseListReference'>)[] {
  const { choices, scope } = pen;
  const named = choices.chance(60) ? choices.some(scope.lists, 2).map(listReference) : [];
  const written = named.length === 0 || choices.chance(30) ? choices.times(1, most, () => phrase(pen)) : [];
  return choices.shuffled([...named, ...written]);
}

export function listReference(list: Ref<'PhraseList'>): PlainOf<'PhraseListReference'> {
  return { $type: 'PhraseListReference', list: refTo('PhraseList', list.name) };
}

/** A phrase with a word of its own, and most of the ways to write one. */
export function phrase({ choices, commons }: Pen): PlainOf<'Phrase'> {
  const word = heardWord(commons.nextHeard());
  const form = choices.one([
    `${word} it`,
    word,
    `${word}*`,
    `my ${word}/parcel`,
    `${word} ... again`,
    `${word} by <time>`,
    `don't ${word}-it/stop`,
    `${word}!`,
    `時間${word}`,
    `\\"${word}\\"`,
  ]);
  return { $type: 'Phrase', text: `"${form}"` };
}
