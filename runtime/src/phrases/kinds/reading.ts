/** Small questions about a message that the kinds of text are built from. Word indices may lie outside the message. */
import type { Message } from '../message.ts';

/**
 * Where a stretch that begins at a word ends (a word index, exclusive); undefined if none begins there.
 */
export type StretchEnd = number | undefined;

/** For each word index, the end of the stretch that begins there. */
export type Stretches = readonly StretchEnd[];

/** Goes through the message from the left and takes the stretch at each word that no earlier stretch covers. */
export function scanStretches(message: Message, endAt: (index: number) => StretchEnd): Stretches {
  const ends: StretchEnd[] = new Array<StretchEnd>(message.words.length).fill(undefined);
  let index = 0;
  while (index < message.words.length) {
    const end = endAt(index);
    ends[index] = end;
    index = end ?? index + 1;
  }
  return ends;
}

/** The normal form of a word; empty outside the message. */
export function wordAt(message: Message, index: number): string {
  return message.words[index]?.text ?? '';
}

/** What stands before a word, `gapBefore(words.length)` being what ends the message; empty outside the message. */
export function gapBefore(message: Message, index: number): string {
  return message.gaps[index] ?? '';
}

/** White_Space of Unicode 14: the same 25 code points since Unicode 6.3. */
const WHITE_SPACE = new Set(
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);
const HYPHENS = new Set(['-', '\u2010', '\u2011']);
/** Hyphens, figure dash, en dash, em dash, minus sign. */
const DASHES = new Set([...HYPHENS, '\u2012', '\u2013', '\u2014', '\u2212']);

export function isWhiteSpace(character: string): boolean {
  return WHITE_SPACE.has(character);
}

export function isHyphen(gap: string): boolean {
  return HYPHENS.has(gap);
}

/** One or more characters, all of them white space. */
export function isBlank(gap: string): boolean {
  return gap !== '' && Array.from(gap).every(isWhiteSpace);
}

/** A hyphen or dash, with or without white space around it. */
export function isDash(gap: string): boolean {
  return DASHES.has(withoutBlanks(gap));
}

/** The gap without white space at its ends. */
export function withoutBlanks(gap: string): string {
  const characters = Array.from(gap);
  const first = characters.findIndex((character) => !isWhiteSpace(character));
  const last = characters.findLastIndex((character) => !isWhiteSpace(character));
  return first === -1 ? '' : characters.slice(first, last + 1).join('');
}

/** Whether the word is there and comes *next to* the one before it: only white space, or only one hyphen, between. */
export function isNextTo(message: Message, index: number): boolean {
  if (index < 1 || index >= message.words.length) return false;
  const gap = gapBefore(message, index);
  return isHyphen(gap) || isBlank(gap);
}

/** A word that comes next to the one before it and is in the list. */
export function isNextIn(message: Message, index: number, list: { has(word: string): boolean }): boolean {
  return isNextTo(message, index) && list.has(wordAt(message, index));
}

/** The end of these words, written with a space between, of which each but the first is next to the one before. */
export function endOfWords(message: Message, index: number, words: string): StretchEnd {
  const expected = words.split(' ');
  const found = expected.every(
    (word, offset) => wordAt(message, index + offset) === word && (offset === 0 || isNextTo(message, index + offset)),
  );
  return found ? index + expected.length : undefined;
}

/** The words that any of these begin with. */
export function firstWordsOf(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.flatMap((words) => words.split(' ').slice(0, 1)));
}

/** As `endOfWords`, where the first word too has to be next to the one before it. */
export function endOfNextWords(message: Message, index: number, words: string): StretchEnd {
  return isNextTo(message, index) ? endOfWords(message, index, words) : undefined;
}

/** Whether the word is made of ASCII digits only, as many as that. */
export function isDigits(word: string, least = 1, most = Number.POSITIVE_INFINITY): boolean {
  return word.length >= least && word.length <= most && beginsWithDigit(word) && /^[0-9]+$/.test(word);
}

/** Whether the word's first character is an ASCII digit. */
export function beginsWithDigit(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit >= 0x30 && unit <= 0x39;
}

/** The number that one or two digits write, if it lies in the range. */
export function smallNumber(word: string, least: number, most: number): number | undefined {
  if (!isDigits(word, 1, 2)) return undefined;
  const value = Number(word);
  return value >= least && value <= most ? value : undefined;
}

/** The digits and the letters of a word such as `24hrs` or `3rd`; undefined for any other word. */
export function digitsThenLetters(word: string): { readonly digits: string; readonly letters: string } | undefined {
  if (!beginsWithDigit(word)) return undefined;
  const [, digits, letters] = /^([0-9]+)([a-z]+)$/.exec(word) ?? [];
  return digits === undefined || letters === undefined ? undefined : { digits, letters };
}

/** The word without a possessive ending: `monday` for `monday's`. */
export function withoutPossessive(word: string): string {
  return word.endsWith("'s") ? word.slice(0, -2) : word;
}
