/**
 * Text as the phrase matcher sees it: a list of words in a normal form.
 *
 * 1. Format characters (general category Cf) are read as if they weren't there.
 * 2. A word is a letter or number with the letters, numbers and marks that follow it. A mark that follows neither
 *    separates, so that the invisible variation selector of an emoji isn't a word.
 *    Of marks in a row only the first 30 count, the limit of the Stream-Safe Text Format (Unicode Annex 15): engines sort
 *    them in quadratic time.
 * 3. In the unspaced scripts (see `CharacterClass`) each letter with the marks that follow it is a word by itself.
 * 4. An apostrophe with a word of a spaced script right before it and a letter of one right after it stays, as `'`:
 *    `he’ll` is one word, and not `hell`. Everywhere else it separates.
 * 5. Everything else separates.
 * 6. The normal form of a word: NFKC, then lower case code point by code point, then NFKC, then `ς` becomes `σ`.
 */
import { classOf } from './characters.ts';

/** A word of a text. */
export interface Word {
  /** The word in its normal form. */
  readonly text: string;
  /** Where it begins in the original text, in code points. */
  readonly start: number;
  /** Where it ends in the original text, in code points, exclusive. */
  readonly end: number;
}

const MOST_MARKS = 30;

const APOSTROPHES: ReadonlySet<number> = new Set([
  0x27, // ' apostrophe
  0x60, // ` grave accent
  0xb4, // ´ acute accent
  0x2bc, // ʼ modifier letter apostrophe
  0x2018, // ‘ left single quotation mark
  0x2019, // ’ right single quotation mark
  0x2032, // ′ prime
  0xff07, // ＇ full-width apostrophe
]);

/** Whether a code point may stand within a word as an apostrophe. */
export function isApostrophe(codePoint: number): boolean {
  return APOSTROPHES.has(codePoint);
}

/** The words of any text, in order. Takes time linear in the text; never throws. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let open: OpenWord | undefined;
  let position = 0;

  const close = (): void => {
    if (open !== undefined) words.push({ text: normalForm(open.raw), start: open.start, end: open.end });
    open = undefined;
  };

  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const characterClass = isApostrophe(codePoint) ? 'apostrophe' : classOf(codePoint);
    switch (characterClass) {
      case 'format':
        break;
      case 'letter':
        if (open?.spaced === true) {
          open.raw += open.apostrophe ? `'${character}` : character;
          open.apostrophe = false;
          open.marks = 0;
          open.end = position + 1;
        } else {
          close();
          open = { raw: character, start: position, end: position + 1, spaced: true, apostrophe: false, marks: 0 };
        }
        break;
      case 'unspaced':
        close();
        open = { raw: character, start: position, end: position + 1, spaced: false, apostrophe: false, marks: 0 };
        break;
      case 'mark':
        if (open?.apostrophe === false) {
          if (open.marks < MOST_MARKS) open.raw += character;
          open.marks++;
          open.end = position + 1;
        } else {
          close();
        }
        break;
      case 'apostrophe':
        if (open?.spaced === true && !open.apostrophe) open.apostrophe = true;
        else close();
        break;
      case 'currency':
      case 'separator':
        close();
        break;
    }
    position++;
  }
  close();
  return words;
}

/** The word being read. */
interface OpenWord {
  /** Its characters so far, without format characters. */
  raw: string;
  readonly start: number;
  end: number;
  /** Whether its script puts spaces between words. */
  readonly spaced: boolean;
  /** Whether an apostrophe came last: it belongs to the word only if a letter follows. */
  apostrophe: boolean;
  /** How many marks in a row came last. */
  marks: number;
}

/** The normal form of a word. */
export function normalForm(raw: string): string {
  // ASCII has no other form than lower case.
  if (/^[\0-\x7f]*$/.test(raw)) return raw.toLowerCase();
  return lowerCase(raw.normalize('NFKC')).normalize('NFKC').replaceAll('ς', 'σ');
}

function lowerCase(text: string): string {
  let lowered = '';
  for (const character of text) lowered += lowerCaseOf(character);
  return lowered;
}

/** An engine newer than Unicode 14 may know a lower case that Unicode 14 doesn't assign: such a letter stays as it is. */
function lowerCaseOf(character: string): string {
  const lowered = character.toLowerCase();
  const assigned = lowered === character || classOf(lowered.codePointAt(0) ?? 0) !== 'separator';
  return assigned ? lowered : character;
}

/**
 * The UTF-16 offset of a code point offset in the text: what editors and `String` methods count in.
 * An offset past the end gives the length of the text.
 */
export function utf16Offset(text: string, codePoints: number): number {
  let offset = 0;
  let passed = 0;
  for (const character of text) {
    if (passed === codePoints) break;
    offset += character.length;
    passed++;
  }
  return offset;
}
