/**
 * The choices that a generator makes, one after the other, from a list of numbers. When the list is used up, every further choice is the first,
 * which is the simplest: so a shorter list gives a simpler result, and fast-check can shrink the one by shrinking the other.
 */
export class Choices {
  private readonly numbers: readonly number[];
  private used = 0;

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  /** A whole number from 0, and below `limit`. */
  below(limit: number): number {
    // From the end of the list, since fast-check shortens lists at their beginning: so what is chosen first stays as it is.
    const number = this.numbers.at(-1 - this.used) ?? 0;
    this.used += 1;
    return number % limit;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** Whether something happens that does in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.below(100) >= 100 - percent;
  }

  /** Something made, or nothing. */
  maybe<Made>(percent: number, make: () => Made): Made | undefined {
    return this.chance(percent) ? make() : undefined;
  }

  /** One of a list that is known to hold something. */
  one<const Element>(list: readonly [Element, ...Element[]]): Element {
    return list[this.below(list.length)] ?? list[0];
  }

  /** One of a list; nothing of an empty one. */
  oneOf<Element>(list: readonly Element[]): Element | undefined {
    return list.length === 0 ? undefined : list[this.below(list.length)];
  }

  /** Up to `most` different ones of a list, in any order; at least one, unless the list is empty. */
  some<Element>(list: readonly Element[], most: number): Element[] {
    const rest = [...list];
    return Array.from({ length: Math.min(rest.length, this.between(1, most)) }).flatMap(() =>
      rest.splice(this.below(rest.length), 1),
    );
  }

  /** From `least` to `most` things made. */
  times<Made>(least: number, most: number, make: (index: number) => Made): Made[] {
    return Array.from({ length: this.between(least, most) }, (_, index) => make(index));
  }

  /** The same in any order. */
  shuffled<Element>(list: readonly Element[]): Element[] {
    const rest = [...list];
    return list.flatMap(() => rest.splice(this.below(rest.length), 1));
  }

  /** Two lists in one: the first keeps its order, the others stand anywhere between. */
  interleaved<Element>(ordered: readonly Element[], others: readonly Element[]): Element[] {
    const all = [...ordered];
    for (const other of others) all.splice(this.between(0, all.length), 0, other);
    return all;
  }
}
