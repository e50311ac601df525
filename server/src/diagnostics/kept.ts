/** A result that is kept for as long as what it rests on is the same: texts by what they say, objects by which they are. */
export class Kept<Value> {
  private last: { readonly rests: readonly unknown[]; readonly value: Value } | undefined;

  /** The result, made anew only if it rests on something else than the last time. */
  get(rests: readonly unknown[], make: () => Value): Value {
    const { last } = this;
    if (last?.rests.length === rests.length && last.rests.every((one, index) => one === rests[index]))
      return last.value;
    const value = make();
    this.last = { rests, value };
    return value;
  }
}
