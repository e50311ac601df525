/**
 * Phrases, and messages in which some of them are said: the same every time.
 *
 * For us a phrase is words, whatever stands between them; for the peers it is characters. So in these messages there is one
 * space between the words of every phrase that is said, be it by chance, and both mean the same.
 */

import { below, pick, type Random, randomNumbers } from '../random.ts';

/** What is looked for, and where. */
export interface PhraseWorkload {
  /** Of two to four words in lower case, with a space between. No two are the same. */
  readonly phrases: readonly string[];
  /** Of 20 to 200 words, with capitals, commas, ends of sentences and of lines: 757 characters on average. */
  readonly messages: readonly string[];
  /** For each message, the indices of the phrases said in it, in order. */
  readonly said: readonly (readonly number[])[];
}

const WORDS = 5_000;
/** Of a phrase, in words. */
const LENGTHS = [2, 3, 4];
const SYLLABLES =
  'ba be bi bo bu ca ce co da de di do fa fi ga go ha he hi ho ka ki la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro sa se si so su ta te ti to tu va ve vi za st tr pl ing er ed ly un re'.split(
    ' ',
  );
/** How often a phrase is said where a word could be: a little more than once in a message. */
const SAID = 2 / 110;

/** Makes so many phrases and messages. */
export function phraseWorkload(phraseCount: number, messageCount: number): PhraseWorkload {
  const words = vocabulary();
  const phrases = phrasesOf(words, phraseCount);
  const indices = new Map(phrases.map((phrase, index) => [phrase, index]));
  const random = randomNumbers(3);
  const messages: string[] = [];
  const said: (readonly number[])[] = [];
  while (messages.length < messageCount) {
    const spoken = wordsOfMessage(words, phrases, random);
    const found = phrasesIn(spoken, indices);
    messages.push(written(spoken, found, random));
    said.push([...new Set(found.map(({ phrase }) => phrase))].sort((a, b) => a - b));
  }
  return { phrases, messages, said };
}

function vocabulary(): readonly string[] {
  const random = randomNumbers(1);
  const words = new Set<string>();
  while (words.size < WORDS) {
    const word = Array.from({ length: 1 + below(random, 4) }, () => pick(random, SYLLABLES)).join('');
    words.add(word);
  }
  return [...words];
}

function phrasesOf(words: readonly string[], count: number): readonly string[] {
  const random = randomNumbers(2);
  const phrases = new Set<string>();
  while (phrases.size < count) {
    phrases.add(Array.from({ length: pick(random, LENGTHS) }, () => pick(random, words)).join(' '));
  }
  return [...phrases];
}

function wordsOfMessage(words: readonly string[], phrases: readonly string[], random: Random): readonly string[] {
  const length = 20 + below(random, 181);
  const spoken: string[] = [];
  while (spoken.length < length) {
    if (random() < SAID) spoken.push(...pick(random, phrases).split(' '));
    else spoken.push(commonWord(random, words));
  }
  return spoken;
}

/** A phrase that is said, by the indices of its words. */
interface Saying {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

function phrasesIn(words: readonly string[], indices: ReadonlyMap<string, number>): readonly Saying[] {
  return words.flatMap((_, from) =>
    LENGTHS.flatMap((length) => {
      const to = from + length;
      const phrase = to > words.length ? undefined : indices.get(words.slice(from, to).join(' '));
      return phrase === undefined ? [] : [{ phrase, from, to }];
    }),
  );
}

function written(words: readonly string[], said: readonly Saying[], random: Random): string {
  let text = '';
  let isFirst = true;
  for (const [index, word] of words.entries()) {
    const after = index + 1;
    const isInside = said.some(({ from, to }) => from < after && after < to);
    const mark = after === words.length ? '.' : isInside ? ' ' : markAfter(random);
    text += capitalised(word, isFirst, random) + mark;
    isFirst = mark === '. ';
  }
  return text;
}

/** By Zipf's law: the second word half as often as the first, the third a third as often, and so on. */
function commonWord(random: Random, words: readonly string[]): string {
  const rank = Math.floor(Math.exp(random() * Math.log(words.length + 1)) - 1);
  return words[Math.min(rank, words.length - 1)] ?? '';
}

function capitalised(word: string, isFirst: boolean, random: Random): string {
  const chance = random();
  if (isFirst || chance < 0.04) return word.charAt(0).toUpperCase() + word.slice(1);
  return chance < 0.05 ? word.toUpperCase() : word;
}

function markAfter(random: Random): string {
  const chance = random();
  if (chance < 0.08) return '. ';
  if (chance < 0.14) return ', ';
  return chance < 0.15 ? '\n' : ' ';
}
