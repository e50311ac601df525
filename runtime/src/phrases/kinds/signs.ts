/** What no stretch of a kind is without: most messages have none of it, and needn't be searched for that kind. */
import type { TextKind } from '../kinds.ts';
import {
  CALENDAR_SPANS,
  CURRENCY_CODES,
  DAY_WORDS,
  HOUR_WORDS,
  MONTHS,
  NUMBER_WORDS,
  SHORT_MONTHS,
  SHORT_WEEKDAYS,
  UNITS,
  WEEKDAYS,
} from './english.ts';

/** A message without a word that is one of `words` or begins with one of `prefixes` has no such stretch. */
export interface WordSigns {
  readonly words: readonly string[];
  readonly prefixes: readonly string[];
}

const DIGITS = Array.from('0123456789');

function withPossessives(...lists: readonly Iterable<string>[]): readonly string[] {
  return lists.flatMap((list) => Array.from(list, (word) => [word, `${word}'s`])).flat();
}

/** Of the kinds that words give away. */
export const WORD_SIGNS: Readonly<Partial<Record<TextKind, WordSigns>>> = {
  time: { words: [...HOUR_WORDS, 'noon', 'midday', 'midnight'], prefixes: DIGITS },
  duration: { words: withPossessives(UNITS), prefixes: DIGITS },
  amount: { words: [...NUMBER_WORDS], prefixes: [...DIGITS, ...CURRENCY_CODES] },
  number: { words: [...NUMBER_WORDS], prefixes: DIGITS },
  date: {
    words: withPossessives(DAY_WORDS, CALENDAR_SPANS, WEEKDAYS, SHORT_WEEKDAYS, MONTHS.keys(), SHORT_MONTHS),
    prefixes: DIGITS,
  },
  phone: { words: [], prefixes: DIGITS },
};

/** Of the kinds that what stands between words gives away: a text in which this isn't found has no such stretch. */
export const TEXT_SIGNS: Readonly<Partial<Record<TextKind, RegExp>>> = {
  email: /[@＠]/,
  // A dot or colon at the end of a sentence or a word is none.
  link: /[.:．：][^ \t\r\n]/,
};
