/**
 * The words of a message, as `wordsOf` gives them, without an object and a string for each: where they are, what their
 * normal forms are, and a hash of each by which it is looked up.
 *
 * A message is cut at its separators into chunks. No word reaches over a separator, so each chunk can be read by itself: one
 * of plain characters on the spot, any other by `wordsOf`.
 */
import { APOSTROPHE, NOT_PLAIN, plainSign, SEPARATOR } from './plain.ts';
import { wordsOf } from './words.ts';

const APOSTROPHE_UNIT = 0x27;
const HASH_OF_NOTHING = 0x811c9dc5 | 0;

/** The hash of a word that goes on by one more UTF-16 unit (FNV-1a). */
function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of a word in its normal form. */
export function hashOf(word: string): number {
  let hash = HASH_OF_NOTHING;
  for (let index = 0; index < word.length; index++) hash = hashOn(hash, word.charCodeAt(index));
  return hash;
}

/** Messages up to this many UTF-16 units are read without asking for memory. */
const USUAL_LENGTH = 4096;

/** Reads one message after another. What it says of one holds until it reads the next. */
export class WordScanner {
  /** How many words the message has. */
  count = 0;
  /** Where each word begins in the message, in code points. */
  starts = new Int32Array(USUAL_LENGTH);
  /** Where each word ends in the message, in code points, exclusive. */
  ends = new Int32Array(USUAL_LENGTH);
  /** The hash of each word. */
  hashes = new Int32Array(USUAL_LENGTH);
  /** The normal forms of all words, one after the other, in UTF-16 units. */
  units = new Uint16Array(USUAL_LENGTH);
  /** Where each word begins in `units` and, one entry more, where the last one ends. */
  places = new Int32Array(USUAL_LENGTH + 1);

  /** Reads a message. Takes time linear in it; never throws. */
  read(text: string): void {
    const { length } = text;
    this.#makeRoom(length);
    const { starts, ends, hashes, places } = this;
    let { units } = this;
    let count = 0;
    let place = 0;
    /** By how much UTF-16 units run ahead of code points. */
    let ahead = 0;
    let at = 0;
    while (at < length) {
      let sign = plainSign(text.charCodeAt(at));
      if (sign === SEPARATOR) {
        at++;
        continue;
      }
      const chunk = at;
      const countBefore = count;
      const placeBefore = place;
      while (sign !== SEPARATOR && sign !== NOT_PLAIN) {
        if (sign === APOSTROPHE) {
          sign = ++at < length ? plainSign(text.charCodeAt(at)) : SEPARATOR;
          continue;
        }
        starts[count] = at - ahead;
        places[count] = place;
        let hash = HASH_OF_NOTHING;
        for (;;) {
          hash = hashOn(hash, sign);
          units[place++] = sign;
          sign = ++at < length ? plainSign(text.charCodeAt(at)) : SEPARATOR;
          if (sign > NOT_PLAIN) continue;
          if (sign !== APOSTROPHE || at + 1 === length) break;
          const next = plainSign(text.charCodeAt(at + 1));
          if (next <= NOT_PLAIN) break;
          hash = hashOn(hash, APOSTROPHE_UNIT);
          units[place++] = APOSTROPHE_UNIT;
          sign = next;
          at++;
        }
        ends[count] = at - ahead;
        hashes[count++] = hash;
      }
      if (sign === SEPARATOR) continue;
      while (at < length && plainSign(text.charCodeAt(at)) !== SEPARATOR) at++;
      const other = text.slice(chunk, at);
      count = countBefore;
      place = placeBefore;
      for (const word of wordsOf(other)) {
        starts[count] = chunk - ahead + word.start;
        ends[count] = chunk - ahead + word.end;
        places[count] = place;
        hashes[count++] = hashOf(word.text);
        units = this.#roomForUnits(place + word.text.length + length - at);
        for (let index = 0; index < word.text.length; index++) units[place++] = word.text.charCodeAt(index);
      }
      ahead += surrogatePairsIn(other);
    }
    places[count] = place;
    this.count = count;
  }

  /** No message has more words than UTF-16 units. What a long one needed is given back when the next comes. */
  #makeRoom(length: number): void {
    const room = Math.max(length, USUAL_LENGTH);
    if (room === this.starts.length) return;
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.hashes = new Int32Array(room);
    this.units = new Uint16Array(room);
    this.places = new Int32Array(room + 1);
  }

  /** Normal forms may be longer than the text. */
  #roomForUnits(needed: number): Uint16Array<ArrayBuffer> {
    if (needed > this.units.length) {
      const { units } = this;
      this.units = new Uint16Array(needed * 2);
      this.units.set(units);
    }
    return this.units;
  }
}

function surrogatePairsIn(text: string): number {
  let codePoints = 0;
  for (const _ of text) codePoints++;
  return text.length - codePoints;
}
