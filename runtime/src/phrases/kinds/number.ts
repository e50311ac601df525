/** `<number>`; its definition stands in `../kinds.ts`. */
import type { Message } from '../message.ts';
import { NUMBER_WORDS, SCALES } from './english.ts';
import {
  beginsWithDigit,
  gapBefore,
  isNextIn,
  type StretchEnd,
  type Stretches,
  scanStretches,
  wordAt,
} from './reading.ts';

export function numbersOf(message: Message): Stretches {
  return scanStretches(message, (index) => endInDigits(message, index) ?? endInWords(message, index));
}

/** Digits, or the form that NFKC gives a fraction: `½` is `1⁄2`. */
export function isNumeral(word: string): boolean {
  return beginsWithDigit(word) && /^[0-9]+(\u2044[0-9]+)?$/.test(word);
}

/** What may join the groups of a number in digits: `1,519.50`. */
export function isGroupMark(gap: string): boolean {
  return gap === '.' || gap === ',';
}

function endInDigits(message: Message, index: number): StretchEnd {
  if (!isNumeral(wordAt(message, index))) return undefined;
  let end = index + 1;
  while (isGroupMark(gapBefore(message, end)) && isNumeral(wordAt(message, end))) end++;
  while (isNextIn(message, end, SCALES)) end++;
  return end;
}

function endInWords(message: Message, index: number): StretchEnd {
  const article = wordAt(message, index) === 'a' && isNextIn(message, index + 1, SCALES);
  if (!article && !NUMBER_WORDS.has(wordAt(message, index))) return undefined;
  let end = index + (article ? 2 : 1);
  for (;;) {
    if (isNextIn(message, end, NUMBER_WORDS)) {
      end++;
    } else if (
      SCALES.has(wordAt(message, end - 1)) &&
      isNextIn(message, end, AND) &&
      isNextIn(message, end + 1, NUMBER_WORDS)
    ) {
      end += 2;
    } else {
      return end;
    }
  }
}

const AND: ReadonlySet<string> = new Set(['and']);
