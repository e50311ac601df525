/** Numbers by pairs of numbers, for questions most of which have no answer. */
export class PairTable {
  /** Both of the pair and the number of each entry, one entry after the other; where the number is 0 the place is empty. */
  #entries = new Int32Array(3 * 16);
  #mask = 15;
  #size = 0;
  /** Eight bits for each place, one of which is set for each pair: small enough to stay at hand, it answers most questions. */
  #filter = new Int32Array(4);

  /** The number of a pair, or 0. */
  get(first: number, second: number): number {
    const hash = hashOfPair(first, second);
    const bit = hash & (this.#mask * 8 + 7);
    if (((this.#filter[bit >>> 5] ?? 0) & (1 << bit)) === 0) return 0;
    return this.#entries[this.#placeOf(hash, first, second) + 2] ?? 0;
  }

  /** Gives a pair a number, which is greater than 0. */
  set(first: number, second: number, value: number): void {
    if (this.get(first, second) === 0 && ++this.#size * 2 > this.#mask) this.#grow();
    this.#write(first, second, value);
  }

  #write(first: number, second: number, value: number): void {
    const hash = hashOfPair(first, second);
    const bit = hash & (this.#mask * 8 + 7);
    this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] ?? 0) | (1 << bit);
    const entry = this.#placeOf(hash, first, second);
    this.#entries[entry] = first;
    this.#entries[entry + 1] = second;
    this.#entries[entry + 2] = value;
  }

  /** Where a pair stands, or the empty place where it belongs. */
  #placeOf(hash: number, first: number, second: number): number {
    const entries = this.#entries;
    for (let place = hash & this.#mask; ; place = (place + 1) & this.#mask) {
      const entry = place * 3;
      if (entries[entry + 2] === 0 || (entries[entry] === first && entries[entry + 1] === second)) return entry;
    }
  }

  #grow(): void {
    const before = this.#entries;
    this.#mask = this.#mask * 2 + 1;
    this.#entries = new Int32Array(3 * (this.#mask + 1));
    this.#filter = new Int32Array((this.#mask + 1) / 4);
    for (let entry = 0; entry < before.length; entry += 3) {
      const value = before[entry + 2] ?? 0;
      if (value > 0) this.#write(before[entry] ?? 0, before[entry + 1] ?? 0, value);
    }
  }
}

function hashOfPair(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
