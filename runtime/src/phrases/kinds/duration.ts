/** `<duration>`; its definition stands in `../kinds.ts`. */
import type { Message } from '../message.ts';
import { UNIT_ADJECTIVES, UNITS } from './english.ts';
import { isGroupMark } from './number.ts';
import {
  digitsThenLetters,
  endOfNextWords,
  endOfWords,
  firstWordsOf,
  gapBefore,
  isBlank,
  isDash,
  isNextIn,
  isNextTo,
  type StretchEnd,
  type Stretches,
  scanStretches,
  withoutPossessive,
  wordAt,
} from './reading.ts';

/** The counts without a number; of two that begin alike, the longer first. */
const VAGUE_COUNTS = [
  'a couple of',
  'a couple',
  'couple of',
  'a few',
  'few',
  'several',
  'half an',
  'half a',
  'a half',
  'half',
  'an',
  'a',
];
const VAGUE_COUNT_STARTS = firstWordsOf(VAGUE_COUNTS);

export function durationsOf(message: Message, numbers: Stretches): Stretches {
  return scanStretches(message, (index) => {
    let end = endOfNumberedPart(message, numbers, index) ?? endOfVaguePart(message, index);
    while (end !== undefined) {
      const further = endOfFurtherPart(message, numbers, end);
      if (further === undefined) break;
      end = further;
    }
    return end;
  });
}

/** Another part after one that ends here: `2 hours 30 minutes`, `1 day and 2 hours`, `1 day, 2 hours`. */
function endOfFurtherPart(message: Message, numbers: Stretches, index: number): StretchEnd {
  if (isNextTo(message, index)) {
    const start = wordAt(message, index) === 'and' && isNextTo(message, index + 1) ? index + 1 : index;
    return endOfNumberedPart(message, numbers, start);
  }
  const gap = gapBefore(message, index);
  return gap.startsWith(',') && isBlank(gap.slice(1)) ? endOfNumberedPart(message, numbers, index) : undefined;
}

/** `3 days`, `2-3 working days`, `two and a half hours`, `24hrs`, `2.5hrs`. */
function endOfNumberedPart(message: Message, numbers: Stretches, index: number): StretchEnd {
  if (isGlued(wordAt(message, index))) return index + 1;
  const number = numbers[index];
  if (number === undefined) return undefined;
  if (isGroupMark(gapBefore(message, number)) && isGlued(wordAt(message, number))) return number + 1;
  const second = startOfSecondNumber(message, number);
  if (second !== undefined && isGlued(wordAt(message, second))) return second + 1;
  const range = second === undefined ? undefined : numbers[second];
  return (
    (range === undefined ? undefined : endOfUnit(message, endOfNextWords(message, range, 'and a half') ?? range)) ??
    endOfUnit(message, endOfNextWords(message, number, 'and a half') ?? number)
  );
}

/** Where the second number of a range would begin, after a first that ends here: `2-3`, `2 to 3`, `2 or 3`. */
function startOfSecondNumber(message: Message, index: number): number | undefined {
  if (isDash(gapBefore(message, index))) return index;
  const word = wordAt(message, index);
  const linked = (word === 'to' || word === 'or') && isNextTo(message, index) && isNextTo(message, index + 1);
  return linked ? index + 1 : undefined;
}

function endOfVaguePart(message: Message, index: number): StretchEnd {
  if (!VAGUE_COUNT_STARTS.has(wordAt(message, index))) return undefined;
  for (const count of VAGUE_COUNTS) {
    const end = endOfWords(message, index, count);
    if (end !== undefined) return endOfUnit(message, end);
  }
  return undefined;
}

/** The end of a unit that comes after a count, with its adjective and what may follow it. */
function endOfUnit(message: Message, index: number): StretchEnd {
  const unit = isNextIn(message, index, UNIT_ADJECTIVES) ? index + 1 : index;
  if (!isNextTo(message, unit) || !UNITS.has(withoutPossessive(wordAt(message, unit)))) return undefined;
  const end = unit + 1;
  return endOfNextWords(message, end, 'and a half') ?? endOfNextWords(message, end, 'or two') ?? end;
}

/** A number and its unit in one word: `24h`. */
function isGlued(word: string): boolean {
  return UNITS.has(digitsThenLetters(word)?.letters ?? '');
}
