import type { WordingLint } from './lint.ts';
import { isTooLong } from './sentence-length.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/**
 * The most years of schooling that a sentence may ask for, by the formula of Coleman and Liau: letters and sentences for each hundred words,
 * no syllables to guess. Fourteen is two years of college. Plain-language guides aim at nine; but a formula made for pages is
 * rough on a sentence, and a finding has to be right.
 */
const MOST_YEARS = 14;

/** Shorter sentences aren't judged: in ten words, one long name would decide. */
const FEWEST_WORDS = 12;

/** Words of at least so many letters are what makes a sentence hard, and there are at least so many of them. */
const LONG_WORD = /(?<![\w'’{])[A-Za-z]?[a-z]{8,}(?![\w}])/g;
const FEWEST_LONG_WORDS = 3;
/** No more of them are named. */
const MOST_NAMED = 3;

/** A sentence is understood at first hearing. */
export const sentenceShouldBeEasy: WordingLint = ({ text, aloud }, report) => {
  if (longWordsOf(text).length < FEWEST_LONG_WORDS) return;
  for (const sentence of sentencesOf(text)) {
    const { start, end, words } = sentence;
    if (words.length < FEWEST_WORDS || (aloud && isTooLong(sentence, text))) continue;
    const years = Math.round(yearsOfSchooling(sentence, text));
    const hard = longWordsOf(text.slice(start, end));
    if (years <= MOST_YEARS || hard.length < FEWEST_LONG_WORDS) continue;
    const longest = [...new Set(hard)].sort((a, b) => b.length - a.length).slice(0, MOST_NAMED);
    report('hard-sentence', { years, words: hard.filter((word) => longest.includes(word)) }, sentence);
  }
};

function yearsOfSchooling({ words }: Sentence, text: string): number {
  const letters = words.reduce((sum, { start, end }) => sum + lettersIn(text.slice(start, end)), 0);
  return (5.88 * letters) / words.length - 29.6 / words.length - 15.8;
}

function lettersIn(word: string): number {
  return word.replace(/[^\p{L}\p{N}]/gu, '').length;
}

/** Long words that are no names: with a capital only where a sentence may begin. */
function longWordsOf(text: string): string[] {
  return Array.from(text.matchAll(LONG_WORD))
    .filter(
      ({ index, 0: [first = ''] }) => first === first.toLowerCase() || /(?:^|[.!?]\s+)$/.test(text.slice(0, index)),
    )
    .map(([word]) => word);
}
