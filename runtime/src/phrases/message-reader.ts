/** Messages as trees of phrases read them, with no more work than those phrases ask for. */

import type { Stretches } from './kinds/reading.ts';
import { TEXT_SIGNS, WORD_SIGNS } from './kinds/signs.ts';
import { stretchesOf, type TextKind } from './kinds.ts';
import { type Message, readMessage } from './message.ts';
import type { LabelledMessage } from './phrase-tree.ts';
import { WordScanner } from './scan.ts';
import type { Vocabulary } from './vocabulary.ts';

const NONE: Stretches = [];

/** Reads one message after another. What it says of one holds until it reads the next. */
export class MessageReader implements LabelledMessage {
  count = 0;
  labels: Int32Array = new Int32Array(0);
  readonly #vocabulary: Vocabulary;
  readonly #scanner = new WordScanner();
  /** For each label, the kinds that it is a sign of, a bit for each. */
  readonly #signs: Int32Array;
  /** The bit of each kind that has words as signs. */
  readonly #bits = new Map<TextKind, number>();
  #text = '';
  #message: Message | undefined;
  readonly #stretches = new Map<TextKind, Stretches>();

  /**
   * @param vocabulary has the words that are signs of the kinds, too
   * @param kinds those that will be asked for
   */
  constructor(vocabulary: Vocabulary, kinds: Iterable<TextKind>) {
    this.#vocabulary = vocabulary;
    this.#signs = new Int32Array(vocabulary.shorter.length);
    for (const kind of kinds) {
      const signs = WORD_SIGNS[kind];
      if (signs === undefined) continue;
      const bit = 1 << this.#bits.size;
      this.#bits.set(kind, bit);
      for (const label of vocabulary.labelsOf(signs)) this.#signs[label] = (this.#signs[label] ?? 0) | bit;
    }
  }

  read(text: string): void {
    this.#scanner.read(text);
    this.count = this.#scanner.count;
    this.labels = this.#vocabulary.labelsIn(this.#scanner);
    this.#text = text;
    this.#message = undefined;
    this.#stretches.clear();
  }

  stretchesOf(kind: TextKind): Stretches {
    const known = this.#stretches.get(kind);
    if (known !== undefined) return known;
    const stretches = this.#mayHave(kind) ? stretchesOf(this.#wholeMessage(), kind) : NONE;
    this.#stretches.set(kind, stretches);
    return stretches;
  }

  /** Where the words from one index to another (exclusive) stand in the text, in code points. */
  placeOf(from: number, to: number): { readonly start: number; readonly end: number } {
    return { start: this.#scanner.starts[from] ?? 0, end: this.#scanner.ends[to - 1] ?? 0 };
  }

  #wholeMessage(): Message {
    this.#message ??= readMessage(this.#text);
    return this.#message;
  }

  #mayHave(kind: TextKind): boolean {
    const bit = this.#bits.get(kind);
    if (bit === undefined) return TEXT_SIGNS[kind]?.test(this.#text) ?? true;
    const { shorter } = this.#vocabulary;
    for (let index = 0; index < this.count; index++) {
      for (let label = this.labels[index] ?? 0; label !== 0; label = shorter[label] ?? 0) {
        if (((this.#signs[label] ?? 0) & bit) !== 0) return true;
      }
    }
    return false;
  }
}
