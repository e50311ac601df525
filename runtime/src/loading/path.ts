/** A place in a document. It is kept as a way from the root, since its text is needed only where a problem is reported. */
export class Path {
  static readonly ROOT: Path = new Path(undefined, '');
  private readonly parent: Path | undefined;
  private readonly key: string | number;

  private constructor(parent: Path | undefined, key: string | number) {
    this.parent = parent;
    this.key = key;
  }

  at(...keys: readonly (string | number)[]): Path {
    let path: Path = this;
    for (const key of keys) path = new Path(path, key);
    return path;
  }

  /** As a JSON pointer (RFC 6901): `/steps/0/lines/2`, and nothing for the document itself. */
  toString(): string {
    const keys: string[] = [];
    for (let path: Path = this; path.parent; path = path.parent) {
      keys.push(`/${String(path.key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
    }
    return keys.reverse().join('');
  }
}
