/** `<amount>`; its definition stands in `../kinds.ts`. */
import { classOf } from '../characters.ts';
import type { Message } from '../message.ts';
import { AMOUNT_SUFFIXES, CURRENCY_CODES, CURRENCY_WORDS, GLUED_CURRENCIES } from './english.ts';
import { isGroupMark, isNumeral } from './number.ts';
import {
  beginsWithDigit,
  digitsThenLetters,
  gapBefore,
  isDigits,
  isNextIn,
  isNextTo,
  type StretchEnd,
  type Stretches,
  scanStretches,
  withoutBlanks,
  wordAt,
} from './reading.ts';

export function amountsOf(message: Message, numbers: Stretches): Stretches {
  return scanStretches(
    message,
    (index) => endAfterCode(message, numbers, index) ?? endFromNumber(message, numbers, index),
  );
}

/** `GBP 20`, `gbp20.50`. */
function endAfterCode(message: Message, numbers: Stretches, index: number): StretchEnd {
  const word = wordAt(message, index);
  if (CURRENCY_CODES.has(word)) {
    const isNumber = isNextTo(message, index + 1) && isNumeral(wordAt(message, index + 1));
    return isNumber ? numbers[index + 1] : undefined;
  }
  if (!CURRENCY_CODES.has(word.slice(0, 3)) || !isDigits(word.slice(3))) return undefined;
  let end = index + 1;
  while (isGroupMark(gapBefore(message, end)) && isNumeral(wordAt(message, end))) end++;
  return end;
}

function endFromNumber(message: Message, numbers: Stretches, index: number): StretchEnd {
  if (numbers[index] === undefined && !beginsWithDigit(wordAt(message, index))) return undefined;
  const signBefore = hasSignBefore(message, index);
  const glued = endOfGlued(message, numbers, index, signBefore ? AMOUNT_SUFFIXES : GLUED_CURRENCIES);
  const number = glued ?? numbers[index];
  if (number === undefined) return undefined;
  const named = isNextIn(message, number, CURRENCY_WORDS) || isNextIn(message, number, CURRENCY_CODES);
  if (named) return number + 1;
  const inDigits = isNumeral(wordAt(message, index));
  const marked = glued !== undefined || (inDigits && (signBefore || hasSignAfter(message, number)));
  return marked ? number : undefined;
}

/** The end of a number whose last word has one of these endings: `5k`, `1.5m`. */
function endOfGlued(message: Message, numbers: Stretches, index: number, endings: ReadonlySet<string>): StretchEnd {
  const isGlued = (at: number): boolean => endings.has(digitsThenLetters(wordAt(message, at))?.letters ?? '');
  if (isGlued(index)) return index + 1;
  const number = numbers[index];
  if (number === undefined || !isGroupMark(gapBefore(message, number))) return undefined;
  return isGlued(number) ? number + 1 : undefined;
}

function isSign(character: string | undefined): boolean {
  return character !== undefined && classOf(character.codePointAt(0) ?? 0) === 'currency';
}

/** A currency sign before the number, touching it or with white space between; not one that the number before wears. */
function hasSignBefore(message: Message, index: number): boolean {
  const gap = Array.from(gapBefore(message, index));
  if (isSign(gap.at(-1))) return true;
  const wornBefore = isSign(gap[0]) && isNumeral(wordAt(message, index - 1));
  return !wornBefore && isSign(Array.from(withoutBlanks(gap.join(''))).at(-1));
}

/** A currency sign after the number, touching it or with white space between; not one that touches digits after it. */
function hasSignAfter(message: Message, index: number): boolean {
  const gap = Array.from(gapBefore(message, index));
  const [sign, ...others] = Array.from(withoutBlanks(gap.join('')));
  const wornAfter = others.length === 0 && sign === gap.at(-1) && /^[0-9]/.test(wordAt(message, index));
  return isSign(sign) && !wornAfter;
}
