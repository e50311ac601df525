/** `<phone>`; its definition stands in `../kinds.ts`. */
import { classOf } from '../characters.ts';
import type { Message } from '../message.ts';
import { endOfNumericDate } from './date.ts';
import { gapBefore, isDigits, isWhiteSpace, type Stretches, scanStretches, wordAt } from './reading.ts';

const LEAST_DIGITS = 7;
const MOST_DIGITS = 15; // ITU-T E.164

/** What groups of digits are joined by, up to three of them together. */
const LINKS: ReadonlySet<string> = new Set([
  ' ',
  '\t',
  '\u00a0',
  '\u2009',
  '\u202f',
  '-',
  '\u2010',
  '\u2011',
  '(',
  ')',
  '.',
  '/',
]);

export function phonesOf(message: Message): Stretches {
  return scanStretches(message, (index) => {
    if (!isDigits(wordAt(message, index))) return undefined;
    if (isLinkedGroup(message, index) || belongsToOther(message, index)) return undefined;
    let end = index;
    let digits = 0;
    while (isDigits(wordAt(message, end)) && (end === index || isLinkedGroup(message, end))) {
      digits += wordAt(message, end).length;
      end++;
    }
    const fits = digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
    return fits && looksDialled(message, index, end) && endOfNumericDate(message, index) !== end ? end : undefined;
  });
}

/** A `+`, a bracket or a zero in front, or three groups at least: a bare row of digits is an order number. */
function looksDialled(message: Message, start: number, end: number): boolean {
  const before = gapBefore(message, start);
  return before.endsWith('+') || before.endsWith('(') || wordAt(message, start).startsWith('0') || end - start >= 3;
}

/** The middle of something in digits (`1,000.50`), or an amount: a currency sign in front. */
function belongsToOther(message: Message, start: number): boolean {
  const before = Array.from(gapBefore(message, start));
  const touches = isDigits(wordAt(message, start - 1)) && !before.some(isWhiteSpace);
  return touches || classOf(before.at(-1)?.codePointAt(0) ?? 0) === 'currency';
}

/** Whether a group of digits goes on with the group before it. */
function isLinkedGroup(message: Message, index: number): boolean {
  if (index < 1 || !isDigits(wordAt(message, index)) || !isDigits(wordAt(message, index - 1))) return false;
  const link = Array.from(gapBefore(message, index));
  return link.length >= 1 && link.length <= 3 && link.every((character) => LINKS.has(character));
}
