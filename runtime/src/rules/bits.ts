/** Sets of numbers as bits: number n is bit n % 32 of word n / 32. */

/** How many bits a word has. */
export const WORD = 32;

/** Visits all numbers of a set, in order. */
export function eachBit(bits: Uint32Array, visit: (index: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    for (let left = bits[word] as number; left !== 0; left &= left - 1) visit(WORD * word + lowestBit(left));
  }
}

/** The lowest bit that is set, in a word that isn't 0. */
export function lowestBit(word: number): number {
  return WORD - 1 - Math.clz32(word & -word);
}

/** Whether a number is in a set. */
export function hasBit(bits: Int32Array | Uint32Array, index: number): boolean {
  return ((bits[index >>> 5] as number) & (1 << (index & 31))) !== 0;
}

/** Puts a number into a set. */
export function setBit(bits: Int32Array | Uint32Array, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] as number) | (1 << (index & 31));
}

/** Takes a number out of a set. */
export function clearBit(bits: Int32Array | Uint32Array, index: number): void {
  const word = index >>> 5;
  bits[word] = (bits[word] as number) & ~(1 << (index & 31));
}
