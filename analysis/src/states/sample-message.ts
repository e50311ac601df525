import {
  type CompiledPhrase,
  type CompiledPhraseElement,
  type CompiledPhraseList,
  findPhraseIn,
  type PhraseList,
  readMessage,
} from '@poise/runtime';

/** For each kind of text, one that everybody reads as that. */
const SAMPLES = {
  time: '5 pm',
  duration: 'two days',
  amount: '20 GBP',
  number: '12',
  date: '3 May 2027',
  email: 'name@example.com',
  phone: '020 7946 0000',
  link: 'https://example.com',
} as const;

/** A message in which the list is found: one of its phrases, as plain as it can be said. `undefined` if its exceptions cancel all of them. */
export function sampleMessage(list: CompiledPhraseList | PhraseList): string | undefined {
  const said = list.phrases.map(sayingOf).sort((a, b) => a.length - b.length);
  return said.find((text) => findPhraseIn(readMessage(text), list) !== undefined);
}

/** A message in which one of some lists is found, which go by their place among all. */
export function sampleOf(
  lists: readonly number[],
  all: readonly (CompiledPhraseList | PhraseList)[],
): string | undefined {
  return lists.flatMap((place) => {
    const list = all[place];
    return (list && sampleMessage(list)) ?? [];
  })[0];
}

/** A phrase as somebody might say it: the first of its words everywhere, and nothing in its gaps. */
export function sayingOf({ text, sequence }: CompiledPhrase): string {
  if (!/[/*<]|\.\.\./.test(text)) return text;
  return sequence
    .flatMap((element) => {
      if ('gap' in element) return [];
      if ('kind' in element) return [SAMPLES[element.kind]];
      return [element.words[0] ?? element.prefixes[0] ?? ''];
    })
    .join(' ');
}

/** A phrase as people might say it, the plainest first: with each of its words once, and `…`, which is no word, for its gaps. */
export function sayingsOf({ sequence }: CompiledPhrase): readonly string[] {
  const spoken = sequence.map(wordsFor);
  const plainest = spoken.map(([first = '']) => first);
  const others = spoken.flatMap((words, place) => words.slice(1).map((word) => plainest.with(place, word).join(' ')));
  return [plainest.join(' '), ...others];
}

function wordsFor(element: CompiledPhraseElement): readonly string[] {
  if ('gap' in element) return ['…'];
  return 'kind' in element ? [SAMPLES[element.kind]] : [...element.words, ...element.prefixes];
}
