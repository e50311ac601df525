/** A result that is kept for as long as what it rests on is the same: texts by what they say, objects by which they are. */
export class Kept<Value> {
  private last: { readonly rests: readonly unknown[]; readonly value: Value } | undefined;

  /** The result, made anew only if it rests on something else than the last time. */
  get(rests: readonly unknown[], make: () => Value): Value {
    const { last } = this;
    if (last && isSame(last.rests, rests)) return last.value;
    const value = make();
    this.last = { rests, value };
    return value;
  }
}

/** Whether two lists hold the same: texts by what they say, objects by which they are. */
export function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

/** What is kept for an object, for as long as that lives. */
export function keptFor<Key extends object, Value>(key: Key, all: WeakMap<Key, Kept<Value>>): Kept<Value> {
  let kept = all.get(key);
  if (!kept) {
    kept = new Kept();
    all.set(key, kept);
  }
  return kept;
}
