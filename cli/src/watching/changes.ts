/** Those that come closer together than this are taken together: an editor that saves, a branch that is checked out. */
const QUIET_MS = 50;

/** What has happened since somebody last asked, by path. */
export interface ChangedPaths {
  /** What the last run depended on. */
  readonly inputs: ReadonlySet<string>;
  /** Where playbooks may have come or gone. */
  readonly places: ReadonlySet<string>;
}

/** Gathers changes until there is quiet. */
export class Changes {
  #inputs = new Set<string>();
  #places = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #quiet = false;
  #wake: (() => void) | undefined;

  add(kind: keyof ChangedPaths, path: string): void {
    (kind === 'inputs' ? this.#inputs : this.#places).add(path);
    this.#quiet = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#quiet = true;
      this.#wake?.();
    }, QUIET_MS);
  }

  /** Waits for the next changes and the quiet after them. They are given once. */
  async next(): Promise<ChangedPaths> {
    if (!this.#quiet) await new Promise<void>((resolve) => (this.#wake = resolve));
    const changed = { inputs: this.#inputs, places: this.#places };
    this.#inputs = new Set();
    this.#places = new Set();
    this.#quiet = false;
    return changed;
  }

  /** Lets the process end. */
  close(): void {
    clearTimeout(this.#timer);
  }
}
