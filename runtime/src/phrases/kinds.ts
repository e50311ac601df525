/**
 * The kinds of text that a phrase may ask for: `<time> <duration> <amount> <number> <date> <email> <phone> <link>`.
 *
 * ## What they are defined over
 * The words of a message in their normal form (`words.ts`) and the *gaps* between them (`message.ts`). A *stretch* of a
 * kind covers whole words. The stretches of one kind are found by going through the message from the left: where a
 * stretch begins, the longest that the definition allows is taken, and the search goes on after its last word; so no
 * two stretches of a kind overlap. Nothing is read but what is written here: no calendar, no locale, no time zone.
 *
 * Words used below:
 * - the words in `code` are words in normal form; [ ] is what may be left out; a | b is either; the named lists (in
 *   small capitals here: UNITS) stand in `kinds/english.ts`; digits are ASCII digits, as NFKC leaves them;
 * - *blank*: a gap of one or more White_Space characters; *hyphen*: a gap that is one of U+002D U+2010 U+2011; *dash*:
 *   a gap that, white space at its ends taken off, is a hyphen or one of U+2012 U+2013 U+2014 U+2212;
 * - *next to*: separated by a blank or a hyphen only. Words written side by side below are next to each other;
 * - *linked*: next to, or separated by one `,` or `.` and then a blank;
 * - *glued*: a word of one or more digits and right after them the letters named;
 * - `word's` counts as `word` in UNITS, WEEKDAYS, MONTHS standing alone, DAY WORDS and CALENDAR SPANS.
 *
 * ## number
 * - NUMERAL [ SCALE … ]: numerals joined by gaps that are exactly `.` or `,`, as many as there are; then any SCALES.
 *   A numeral is a word of digits, or digits `⁄` digits (U+2044, what NFKC makes of ½).
 * - Or NUMBER WORDS, as many as come next to each other, `and` allowed after a SCALE and before a NUMBER WORD; `a` may
 *   come before a SCALE that begins it.
 *
 * In the other kinds "number" is a stretch of this kind.
 *
 * ## duration
 * - PART, then as many NUMBERED PARTS as follow next to it, after `and`, or after a gap of `,` and a blank.
 * - PART: NUMBERED PART | VAGUE COUNT UNIT.
 * - NUMBERED PART: COUNT [ `and a half` ] UNIT; or a word glued with one of UNITS, before which a number may stand that is
 *   joined to it by `.` or `,` (`2.5hrs`) or that begins a range (`2-3hrs`).
 * - COUNT: number | number RANGE number. RANGE: a dash, or `to` or `or`.
 * - UNIT: [ UNIT ADJECTIVE ] one of UNITS, then [ `and a half` | `or two` ].
 * - VAGUE COUNT: `a couple of` | `a couple` | `couple of` | `a few` | `few` | `several` | `half an` | `half a` | `a half` |
 *   `half` | `an` | `a`; the first of these that is there, in this order.
 *
 * ## amount
 * - CODE numeral: one of CURRENCY CODES, then a number that begins in digits; or both in one word (`gbp20`), with further
 *   numerals joined by `.` or `,`.
 * - number, then a CURRENCY WORD or CURRENCY CODE, which belong to the stretch.
 * - a number in digits with a currency sign (general category Sc) before or after it. Before: the sign ends the gap, white
 *   space allowed between; but a sign that touches a numeral before it and not this one is that one's. After: the sign
 *   begins the gap, white space allowed; but a sign alone in its gap that touches digits after it is theirs.
 * - a word glued with `p` or one of CURRENCY CODES; with a sign before it, with one of AMOUNT SUFFIXES. A number may be
 *   joined to it by `.` or `,` (`£1.5m`). A CURRENCY WORD or CODE next to it belongs to the stretch.
 *
 * A sign is no word, so the stretch begins at the digits.
 *
 * ## time
 * - `noon` | `midday` | `midnight`.
 * - H `:` MM [ `:` SS ] [ HALF ], H 0 to 23, joined by gaps that are exactly `:`; MM may be glued with `am` or `pm`.
 * - H `.` MM MERIDIEM, H 1 to 12, joined by `.`; MM may be glued with `am` or `pm` instead.
 * - HOUR HALF; HOUR `o'clock` | `oclock` [ HALF ]; `12` | `twelve` `noon` | `midday` | `midnight`. HOUR: 1 to 12, or HOUR WORDS.
 * - a word glued with `am` or `pm`: an hour 1 to 12, or that hour and two digits of minutes (`530pm`).
 * - MINUTES `past` HOUR [ HALF ], MINUTES being `half` | `quarter` | `five` | `ten` | `twenty` | `twenty five`; `quarter to` HOUR
 *   [ HALF ]; here HOUR may be `noon`, `midday`, `midnight`. (No other `to`: "five to six weeks" is no time.)
 * - HALF: MERIDIEM | `in the morning` | `in the afternoon` | `in the evening` | `at night`.
 *   MERIDIEM: `am` | `pm` | `a` `m` or `p` `m` joined by `.`.
 *
 * H is one or two digits; MM and SS are two digits, 00 to 59.
 *
 * ## date
 * - DAY WORD; `this` | `next` | `last` then a CALENDAR SPAN, WEEKDAY or MONTH; [ `the` ] `day after tomorrow`;
 *   [ `the` ] `day before yesterday`.
 * - WEEKDAY; WEEKDAY or SHORT WEEKDAY, linked to a DATE below or to an ORDINAL (`Monday the 3rd`).
 * - DATE, the first of these that is there:
 *   1. three words of digits with the same gap between, a hyphen, `/` or `.`: year month day; or two of 1 to 31 of which at
 *      least one is at most 12, then a year or two digits. The same gap with digits beyond it on either side: no date.
 *   2. DAY [ `of` ] linked MONTH NAME [ linked year ].
 *   3. MONTH NAME linked DAY [ linked year ].
 *   4. MONTH NAME linked year.
 *   5. one of MONTHS alone, but not `march` or `may`.
 * - DAY: one or two digits, 1 to 31, or ORDINAL. ORDINAL: [ `the` ] then digits 1 to 31 glued with `st`, `nd`, `rd` or `th`;
 *   or ORDINALS; or `twenty` ORDINAL DIGIT; or `thirty first`. MONTH NAME: MONTHS or SHORT MONTHS. A year: 1900 to 2099.
 *
 * ## email
 * Words joined by LOCAL LINKS, from the first of such a run; then a gap that is `@`, or a LOCAL LINK and `@`; then a DOMAIN
 * whose last label has two code points or more and isn't digits only. LOCAL LINK: one `.`, or one or more of `_ + % & -`.
 * DOMAIN: labels (words) joined by one `.` or by one or more `-`, the last one after a `.`; the longest that is allowed.
 *
 * ## phone
 * All the words of digits in a row joined by PHONE LINKS, if they have 7 to 15 digits together, and the gap before the
 * first ends in `+` or `(`, or the first begins with `0`, or there are three words or more; and if they aren't exactly a
 * date of the first form; and if no currency sign ends the gap before the first, nor does a gap without white space join
 * it to digits. PHONE LINK: one to three of space, tab, U+00A0 U+2009 U+202F, U+002D U+2010 U+2011, `( ) . /`.
 *
 * ## link
 * - `http` | `https`, the gap `://`, a word, and PATH; or `www`, the gap `.`, a word, and PATH.
 * - a DOMAIN (see email) whose last label is one of TOP LEVEL DOMAINS, with PATH if the gap after it begins with `/`; not after
 *   a gap that joins labels or ends in `@` or `/`, nor before one that begins with `@`.
 * - PATH: every further word that no white space and none of `< > "` separates from the one before, but something does.
 */
import { amountsOf } from './kinds/amount.ts';
import { datesOf } from './kinds/date.ts';
import { durationsOf } from './kinds/duration.ts';
import { emailsOf, linksOf } from './kinds/internet.ts';
import { numbersOf } from './kinds/number.ts';
import { phonesOf } from './kinds/phone.ts';
import type { Stretches } from './kinds/reading.ts';
import { timesOf } from './kinds/time.ts';
import type { Message } from './message.ts';

/** The kinds of text that a phrase may ask for. */
export const TEXT_KINDS = ['time', 'duration', 'amount', 'number', 'date', 'email', 'phone', 'link'] as const;

export type TextKind = (typeof TEXT_KINDS)[number];

const STRETCHES_OF_KIND: Readonly<Record<TextKind, (message: Message) => Stretches>> = {
  time: timesOf,
  duration: (message) => durationsOf(message, stretchesOf(message, 'number')),
  amount: (message) => amountsOf(message, stretchesOf(message, 'number')),
  number: numbersOf,
  date: datesOf,
  email: emailsOf,
  phone: phonesOf,
  link: linksOf,
};

const remembered = new WeakMap<Message, Partial<Record<TextKind, Stretches>>>();

/**
 * The stretches of a kind in a message: for each word index, the index after the last word of the stretch that begins
 * there, or undefined. Takes time linear in the message, once for each message and kind.
 */
export function stretchesOf(message: Message, kind: TextKind): Stretches {
  const known = remembered.get(message) ?? {};
  const before = known[kind];
  if (before !== undefined) return before;
  const stretches = STRETCHES_OF_KIND[kind](message);
  remembered.set(message, { ...remembered.get(message), [kind]: stretches });
  return stretches;
}
