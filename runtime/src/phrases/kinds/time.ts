/** `<time>`; its definition stands in `../kinds.ts`. */
import type { Message } from '../message.ts';
import { HOUR_WORDS } from './english.ts';
import {
  digitsThenLetters,
  endOfNextWords,
  endOfWords,
  firstWordsOf,
  gapBefore,
  isDigits,
  isNextIn,
  isNextTo,
  type StretchEnd,
  type Stretches,
  scanStretches,
  smallNumber,
  wordAt,
} from './reading.ts';

const MERIDIEMS: ReadonlySet<string> = new Set(['am', 'pm']);
const MIDDAY_AND_MIDNIGHT: ReadonlySet<string> = new Set(['noon', 'midday', 'midnight']);
const O_CLOCK: ReadonlySet<string> = new Set(["o'clock", 'oclock']);
const DAY_PARTS = ['in the morning', 'in the afternoon', 'in the evening', 'at night'];
const MINUTES_PAST = ['half', 'quarter', 'five', 'ten', 'twenty', 'twenty five'];
const MINUTES_PAST_STARTS = firstWordsOf(MINUTES_PAST);

export function timesOf(message: Message): Stretches {
  return scanStretches(
    message,
    (index) =>
      endOfNamedTime(message, index) ??
      endOfClockTime(message, index) ??
      endOfWholeHour(message, index) ??
      endOfPastHour(message, index),
  );
}

function endOfNamedTime(message: Message, index: number): StretchEnd {
  return MIDDAY_AND_MIDNIGHT.has(wordAt(message, index)) ? index + 1 : undefined;
}

/** `17:30`, `5:30 pm`, `5.30pm`, `17:30:05`. */
function endOfClockTime(message: Message, index: number): StretchEnd {
  const colon = gapBefore(message, index + 1) === ':';
  const point = gapBefore(message, index + 1) === '.';
  const word = wordAt(message, index);
  const isHour = colon ? smallNumber(word, 0, 23) !== undefined : point && isHourOfTwelve(word);
  if (!isHour) return undefined;
  const minutes = wordAt(message, index + 1);
  if (isMinutesWithMeridiem(minutes)) return index + 2;
  if (!isSixtieth(minutes)) return undefined;
  const end = index + 2;
  if (point) return endOfMeridiem(message, end);
  const seconds = gapBefore(message, end) === ':' && isSixtieth(wordAt(message, end));
  const clock = seconds ? end + 1 : end;
  return endOfHalfDay(message, clock) ?? clock;
}

/** `5pm`, `530pm`, `5 pm`, `five o'clock`, `5 in the morning`, `12 noon`. */
function endOfWholeHour(message: Message, index: number): StretchEnd {
  const word = wordAt(message, index);
  if (isHourWithMeridiem(word)) return index + 1;
  if (!isHourOfTwelve(word) && !HOUR_WORDS.has(word)) return undefined;
  const isTwelve = word === '12' || word === 'twelve';
  if (isTwelve && isNextIn(message, index + 1, MIDDAY_AND_MIDNIGHT)) return index + 2;
  if (isNextIn(message, index + 1, O_CLOCK)) return endOfHalfDay(message, index + 2) ?? index + 2;
  return endOfHalfDay(message, index + 1);
}

/** `half past five`, `quarter to 6 pm`, `twenty past ten`. */
function endOfPastHour(message: Message, index: number): StretchEnd {
  if (!MINUTES_PAST_STARTS.has(wordAt(message, index))) return undefined;
  for (const minutes of MINUTES_PAST) {
    const relations = minutes === 'quarter' ? ['past', 'to'] : ['past'];
    for (const relation of relations) {
      const hour = endOfWords(message, index, `${minutes} ${relation}`);
      if (hour === undefined || !isNextTo(message, hour)) continue;
      const word = wordAt(message, hour);
      if (!isHourOfTwelve(word) && !HOUR_WORDS.has(word) && !MIDDAY_AND_MIDNIGHT.has(word)) continue;
      return endOfHalfDay(message, hour + 1) ?? hour + 1;
    }
  }
  return undefined;
}

/** `am`, `pm`, `a.m.`, `p.m.`, next to the time. */
function endOfMeridiem(message: Message, index: number): StretchEnd {
  if (isNextIn(message, index, MERIDIEMS)) return index + 1;
  const word = wordAt(message, index);
  const isAbbreviated = (word === 'a' || word === 'p') && wordAt(message, index + 1) === 'm';
  return isAbbreviated && isNextTo(message, index) && gapBefore(message, index + 1) === '.' ? index + 2 : undefined;
}

function endOfHalfDay(message: Message, index: number): StretchEnd {
  const meridiem = endOfMeridiem(message, index);
  if (meridiem !== undefined) return meridiem;
  for (const part of DAY_PARTS) {
    const end = endOfNextWords(message, index, part);
    if (end !== undefined) return end;
  }
  return undefined;
}

function isHourOfTwelve(word: string): boolean {
  return smallNumber(word, 1, 12) !== undefined;
}

/** Two digits from 00 to 59. */
function isSixtieth(word: string): boolean {
  return isDigits(word, 2, 2) && Number(word) < 60;
}

/** `30pm`, the end of `5:30pm`. */
function isMinutesWithMeridiem(word: string): boolean {
  const parts = digitsThenLetters(word);
  return parts !== undefined && MERIDIEMS.has(parts.letters) && isSixtieth(parts.digits);
}

/** `5pm`, and with minutes `530pm`. */
function isHourWithMeridiem(word: string): boolean {
  const parts = digitsThenLetters(word);
  if (parts === undefined || !MERIDIEMS.has(parts.letters)) return false;
  const { digits } = parts;
  return digits.length <= 2
    ? isHourOfTwelve(digits)
    : isHourOfTwelve(digits.slice(0, -2)) && isSixtieth(digits.slice(-2));
}
