/** A number for each of some pairs of numbers above 0, in any order: the larger part of what diagrams remember. */
export class PairTable {
  /** In threes: the smaller number of a pair, the larger one, and what it comes to. As many threes as a power of two, at least half of them empty. */
  private slots = new Int32Array(3 * 2 ** 8);
  private used = 0;

  get(a: number, b: number): number | undefined {
    const at = this.slotOf(Math.min(a, b), Math.max(a, b));
    return this.slots[at] === 0 ? undefined : this.slots[at + 2];
  }

  set(a: number, b: number, value: number): void {
    this.put(Math.min(a, b), Math.max(a, b), value);
    this.used += 1;
    if (this.used * 6 > this.slots.length) this.makeRoom();
  }

  private put(a: number, b: number, value: number): void {
    const at = this.slotOf(a, b);
    this.slots[at] = a;
    this.slots[at + 1] = b;
    this.slots[at + 2] = value;
  }

  /** Where the pair is, or would be. */
  private slotOf(a: number, b: number): number {
    const { slots } = this;
    const mask = slots.length / 3 - 1;
    const hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[3 * slot] !== 0 && (slots[3 * slot] !== a || slots[3 * slot + 1] !== b)) slot = (slot + 1) & mask;
    return 3 * slot;
  }

  private makeRoom(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += 3) {
      const [a, b, value] = before.subarray(at, at + 3);
      if (a && b !== undefined && value !== undefined) this.put(a, b, value);
    }
  }
}
