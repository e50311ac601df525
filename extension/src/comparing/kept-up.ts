/** A value that is made anew whenever what it rests on has changed, once somebody has asked for it. */
export class KeptUp<Value> {
  private readonly make: () => Promise<Value | undefined>;
  private readonly tell: () => void;
  private readonly first = Promise.withResolvers<Value>();
  private value: Value | undefined;
  private isAskedFor = false;
  private running: Promise<void> | undefined;
  private isBehind = false;

  /**
   * @param make makes it; nothing where that can't be said before the next change
   * @param tell is called when it has become another one
   */
  constructor(make: () => Promise<Value | undefined>, tell: () => void) {
    this.make = make;
    this.tell = tell;
  }

  /** The value as it is now. @throws what `make` does where there is none yet */
  async get(): Promise<Value> {
    this.isAskedFor = true;
    if (this.value === undefined) await (this.running ?? this.refresh());
    return this.value ?? this.first.promise;
  }

  /** What it rests on has changed. */
  changed(): void {
    if (this.isAskedFor) void this.refresh();
  }

  /** Makes it anew. What changes meanwhile is seen to afterwards, all at once. */
  private refresh(): Promise<void> {
    this.isBehind = true;
    this.running ??= this.catchUp().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async catchUp(): Promise<void> {
    while (this.isBehind) {
      this.isBehind = false;
      const before = this.value;
      this.value = (await this.make()) ?? before;
      if (this.value === undefined || this.value === before) continue;
      if (before === undefined) this.first.resolve(this.value);
      else this.tell();
    }
  }
}
