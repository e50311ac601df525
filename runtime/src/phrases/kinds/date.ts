/** `<date>`; its definition stands in `../kinds.ts`. */
import type { Message } from '../message.ts';
import {
  CALENDAR_SPANS,
  DAY_WORDS,
  MONTHS,
  MONTHS_THAT_ARE_WORDS,
  ORDINAL_DIGITS,
  ORDINALS,
  SHORT_MONTHS,
  SHORT_WEEKDAYS,
  WEEKDAYS,
} from './english.ts';
import {
  digitsThenLetters,
  endOfWords,
  firstWordsOf,
  gapBefore,
  isBlank,
  isDigits,
  isHyphen,
  isNextIn,
  isNextTo,
  type StretchEnd,
  type Stretches,
  scanStretches,
  smallNumber,
  withoutPossessive,
  wordAt,
} from './reading.ts';

const QUALIFIERS: ReadonlySet<string> = new Set(['this', 'next', 'last']);
const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);
const RELATIVE_DAYS = [
  'the day after tomorrow',
  'day after tomorrow',
  'the day before yesterday',
  'day before yesterday',
];
const RELATIVE_DAY_STARTS = firstWordsOf(RELATIVE_DAYS);

export function datesOf(message: Message): Stretches {
  return scanStretches(
    message,
    (index) => endOfRelativeDay(message, index) ?? endOfWeekdayDate(message, index) ?? endOfDate(message, index),
  );
}

/** `2026-03-01`, `1/3/2026`, `1.3.26`: three numbers with the same sign between. */
export function endOfNumericDate(message: Message, index: number): StretchEnd {
  const sign = gapBefore(message, index + 1);
  if (!isHyphen(sign) && sign !== '/' && sign !== '.') return undefined;
  if (gapBefore(message, index + 2) !== sign) return undefined;
  const continues = (gap: number, neighbour: number): boolean =>
    gapBefore(message, gap) === sign && isDigits(wordAt(message, neighbour));
  if (continues(index, index - 1) || continues(index + 3, index + 3)) return undefined;
  const [first, second, third] = [wordAt(message, index), wordAt(message, index + 1), wordAt(message, index + 2)];
  const isDate = isYear(first)
    ? isMonthNumber(second) && isDayNumber(third)
    : isDayNumber(first) &&
      isDayNumber(second) &&
      (isMonthNumber(first) || isMonthNumber(second)) &&
      (isYear(third) || isDigits(third, 2, 2));
  return isDate ? index + 3 : undefined;
}

/** `today`, `the day after tomorrow`, `next week`, `last Monday`, `next March`. */
function endOfRelativeDay(message: Message, index: number): StretchEnd {
  const word = withoutPossessive(wordAt(message, index));
  if (DAY_WORDS.has(word)) return index + 1;
  if (QUALIFIERS.has(word) && isNextTo(message, index + 1)) {
    const next = withoutPossessive(wordAt(message, index + 1));
    if (CALENDAR_SPANS.has(next) || WEEKDAYS.has(next) || MONTHS.has(next)) return index + 2;
  }
  if (!RELATIVE_DAY_STARTS.has(wordAt(message, index))) return undefined;
  for (const words of RELATIVE_DAYS) {
    const end = endOfWords(message, index, words);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** `Monday`, `Mon 3 March`, `Monday, 1/3/2026`, `Monday the 3rd`. */
function endOfWeekdayDate(message: Message, index: number): StretchEnd {
  const word = withoutPossessive(wordAt(message, index));
  const inFull = WEEKDAYS.has(word);
  if (!inFull && !SHORT_WEEKDAYS.has(word)) return undefined;
  const next = index + 1;
  const dated = isLinked(message, next) ? (endOfDate(message, next) ?? endOfOrdinal(message, next)) : undefined;
  return dated ?? (inFull ? next : undefined);
}

function endOfDate(message: Message, index: number): StretchEnd {
  return (
    endOfNumericDate(message, index) ??
    endOfDayAndMonth(message, index) ??
    endOfMonthAndDay(message, index) ??
    endOfMonthAndYear(message, index) ??
    endOfMonthAlone(message, index)
  );
}

/** `3 March`, `the 3rd of March 2026`. */
function endOfDayAndMonth(message: Message, index: number): StretchEnd {
  const day = endOfDay(message, index);
  if (day === undefined) return undefined;
  const month = wordAt(message, day) === 'of' && isNextTo(message, day) ? day + 1 : day;
  if (!isLinked(message, month) || !isMonthName(wordAt(message, month))) return undefined;
  return endWithYear(message, month + 1);
}

/** `March 3`, `March the 3rd, 2026`. */
function endOfMonthAndDay(message: Message, index: number): StretchEnd {
  if (!isMonthName(wordAt(message, index)) || !isLinked(message, index + 1)) return undefined;
  const day = endOfDay(message, index + 1);
  return day === undefined ? undefined : endWithYear(message, day);
}

/** `March 2026`. */
function endOfMonthAndYear(message: Message, index: number): StretchEnd {
  if (!isMonthName(wordAt(message, index))) return undefined;
  const end = endWithYear(message, index + 1);
  return end > index + 1 ? end : undefined;
}

function endOfMonthAlone(message: Message, index: number): StretchEnd {
  const word = withoutPossessive(wordAt(message, index));
  return MONTHS.has(word) && !MONTHS_THAT_ARE_WORDS.has(word) ? index + 1 : undefined;
}

/** The end of a date whose year, if it has one, comes here. */
function endWithYear(message: Message, index: number): number {
  return isLinked(message, index) && isYear(wordAt(message, index)) ? index + 1 : index;
}

/** A day of the month: `3`, `3rd`, `the 3rd`, `third`, `twenty-first`. */
function endOfDay(message: Message, index: number): StretchEnd {
  return isDayNumber(wordAt(message, index)) ? index + 1 : endOfOrdinal(message, index);
}

function endOfOrdinal(message: Message, index: number): StretchEnd {
  const hasArticle = wordAt(message, index) === 'the' && isNextTo(message, index + 1);
  const start = hasArticle ? index + 1 : index;
  const word = wordAt(message, start);
  const parts = digitsThenLetters(word);
  if (parts !== undefined)
    return isDayNumber(parts.digits) && ORDINAL_ENDINGS.has(parts.letters) ? start + 1 : undefined;
  if (ORDINALS.has(word)) return start + 1;
  if (word === 'twenty' && isNextIn(message, start + 1, ORDINAL_DIGITS)) return start + 2;
  return word === 'thirty' ? endOfWords(message, start, 'thirty first') : undefined;
}

/** Next to the word before it, or after a comma or full stop and white space. */
function isLinked(message: Message, index: number): boolean {
  const gap = gapBefore(message, index);
  return isNextTo(message, index) || ((gap.startsWith(',') || gap.startsWith('.')) && isBlank(gap.slice(1)));
}

function isMonthName(word: string): boolean {
  return MONTHS.has(word) || SHORT_MONTHS.has(word);
}

function isMonthNumber(word: string): boolean {
  return smallNumber(word, 1, 12) !== undefined;
}

function isDayNumber(word: string): boolean {
  return smallNumber(word, 1, 31) !== undefined;
}

/** Four digits from 1900 to 2099. */
function isYear(word: string): boolean {
  return isDigits(word, 4, 4) && (word.startsWith('19') || word.startsWith('20'));
}
