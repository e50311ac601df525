import type { WordingLint } from './lint.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/**
 * How many words a breath holds. Speech runs at about 150 words a minute, and ten seconds is long for a breath; plain-language guides,
 * such as that of the British government, draw the line for written sentences at 25 words, too.
 */
const MOST_WORDS = 25;

/** Where commas stand as close as that, in words, a sentence is a list, which has a breath at each of them. */
const LIST_ITEM = 5;

/** A sentence is short enough to say in one breath. */
export const sentenceShouldFitABreath: WordingLint = ({ text, aloud }, report) => {
  if (!aloud || !hasWords(text, MOST_WORDS + 1)) return;
  for (const sentence of sentencesOf(text)) {
    if (isTooLong(sentence, text)) {
      report('long-sentence', { words: sentence.words.length, most: MOST_WORDS }, sentence);
    }
  }
};

/** Whether a sentence takes more than a breath. */
export function isTooLong({ words, start, end }: Sentence, text: string): boolean {
  if (words.length <= MOST_WORDS) return false;
  const pauses = text.slice(start, end).match(/[,;:]\s/g)?.length ?? 0;
  return words.length / (pauses + 1) > LIST_ITEM;
}

/** Whether a text may have that many words: as many blanks, nearly. */
export function hasWords(text: string, count: number): boolean {
  let blanks = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) if (++blanks >= count - 1) return true;
  return false;
}
