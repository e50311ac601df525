/** The words and prefixes of many phrases, and which of them a word of a message fits. */

import type { PhraseElement } from './match.ts';
import { PairTable } from './pair-table.ts';
import { hashOf, type WordScanner } from './scan.ts';

/** An element of a phrase that is one word. */
export type WordElement = Extract<PhraseElement, { readonly words: readonly string[] }>;

/**
 * Each word and each prefix has a number, its *label*, from 1 on. What a word of a message fits is a chain of labels: the
 * word itself, the longest prefix of it, the next shorter one, and so on. So the first of them says them all, and a word
 * that isn't in the vocabulary has the chain of its longest prefix.
 */
export class Vocabulary {
  /** For each label the next one of its chain, or 0. */
  readonly shorter: Int32Array;
  readonly #words = new Map<string, number>();
  readonly #prefixes = new Map<string, number>();
  /** The words, one after the other, in UTF-16 units. */
  readonly #units: Uint16Array;
  /** Where the word of each label begins in `#units` and, one entry more, where the last one ends; a prefix has no units there. */
  readonly #unitsFrom: Int32Array;
  /** A label by the hash and the length of its word. */
  readonly #byHash = new PairTable();
  /** For each label, another one whose word has the same hash and length, or 0. */
  readonly #likeHash: Int32Array;
  /** The prefixes letter by letter, from the node 0. */
  readonly #letters = new PairTable();
  /** For each node of `#letters`, the label of the longest prefix that ends there or on the way there, or 0. */
  readonly #longest = [0];
  #labels = new Int32Array(0);

  constructor(elements: Iterable<WordElement>) {
    const wordOfLabel = [''];
    for (const { words, prefixes } of elements) {
      for (const word of words) if (!this.#words.has(word)) this.#words.set(word, wordOfLabel.push(word) - 1);
      for (const prefix of prefixes) {
        if (!this.#prefixes.has(prefix)) this.#prefixes.set(prefix, wordOfLabel.push('') - 1);
      }
    }
    this.#units = Uint16Array.from(wordOfLabel.flatMap(unitsOf));
    this.#unitsFrom = new Int32Array(wordOfLabel.length + 1);
    for (const [label, word] of wordOfLabel.entries()) {
      this.#unitsFrom[label + 1] = (this.#unitsFrom[label] ?? 0) + word.length;
    }
    this.#likeHash = new Int32Array(wordOfLabel.length);
    this.shorter = new Int32Array(wordOfLabel.length);
    this.#placePrefixes();
    this.#placeWords();
  }

  /** The labels of an element, of which no word has two in its chain: without what a prefix of the same element says already. */
  labelsOf({ words, prefixes }: WordElement): readonly number[] {
    const labels = new Set([
      ...words.map((word) => this.#words.get(word) ?? 0),
      ...prefixes.map((prefix) => this.#prefixes.get(prefix) ?? 0),
    ]);
    return [...labels].filter((label) => {
      for (let wider = this.shorter[label]; wider; wider = this.shorter[wider]) if (labels.has(wider)) return false;
      return true;
    });
  }

  /** For each word of a message, the first label of its chain, or 0. It holds until the next message is asked about. */
  labelsIn(scanner: WordScanner): Int32Array {
    if (this.#labels.length < scanner.count) this.#labels = new Int32Array(scanner.count);
    for (let index = 0; index < scanner.count; index++) this.#labels[index] = this.#labelOf(scanner, index);
    return this.#labels;
  }

  #labelOf(scanner: WordScanner, index: number): number {
    const { units } = scanner;
    const from = scanner.places[index] ?? 0;
    const to = scanner.places[index + 1] ?? 0;
    let label = this.#byHash.get(scanner.hashes[index] ?? 0, to - from);
    while (label !== 0 && !this.#isWord(label, units, from)) label = this.#likeHash[label] ?? 0;
    if (label !== 0) return label;
    return this.#prefixes.size === 0 ? 0 : this.#longestPrefix(units, from, to);
  }

  /** Whether the word of a label stands there; its length is known to fit. */
  #isWord(label: number, units: Uint16Array, from: number): boolean {
    const start = this.#unitsFrom[label] ?? 0;
    const length = (this.#unitsFrom[label + 1] ?? 0) - start;
    for (let offset = 0; offset < length; offset++) {
      if (this.#units[start + offset] !== units[from + offset]) return false;
    }
    return true;
  }

  /** The label of the longest prefix of a word, or 0. */
  #longestPrefix(units: Uint16Array, from: number, to: number): number {
    let node = 0;
    for (let place = from; place < to; place++) {
      const next = this.#letters.get(node, units[place] ?? 0);
      if (next === 0) break;
      node = next;
    }
    return this.#longest[node] ?? 0;
  }

  #placeWords(): void {
    for (const [word, label] of this.#words) {
      const hash = hashOf(word);
      this.#likeHash[label] = this.#byHash.get(hash, word.length);
      this.#byHash.set(hash, word.length, label);
      const from = this.#unitsFrom[label] ?? 0;
      this.shorter[label] = this.#longestPrefix(this.#units, from, from + word.length);
    }
  }

  /** Shorter prefixes come first, so that each finds those that it goes on from. */
  #placePrefixes(): void {
    const longest = this.#longest;
    for (const [prefix, label] of [...this.#prefixes].sort(([one], [other]) => one.length - other.length)) {
      let node = 0;
      for (const unit of unitsOf(prefix)) {
        let next = this.#letters.get(node, unit);
        if (next === 0) {
          next = longest.push(longest[node] ?? 0) - 1;
          this.#letters.set(node, unit, next);
        }
        node = next;
      }
      this.shorter[label] = longest[node] ?? 0;
      longest[node] = label;
    }
  }
}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
