import { nearest } from '@poise/language';
import type { SourceHost, SourceRead } from '../compilation.ts';

/** A playbook file that nobody has asked for, as far as it can be read without compiling it. */
export interface OtherFile {
  readonly path: string;
  readonly text: string;
  /** The name of its playbook, if it isn't a library. */
  readonly playbook: string | undefined;
}

/** A heading begins a line, unless there are `use` lines before it on the same one. */
const HEADING = /^[ \t]*(?:use[ \t]*"[^"\n]*"[ \t]*)*playbook\s+([a-z]\w*)/m;

/** The other playbook files of the workspace. Each is read when somebody looks at it, and then once. As a host it gives what has been read again. */
export class OtherFiles implements SourceHost {
  readonly #host: SourceHost;
  readonly #asked: Pick<ReadonlySet<string>, 'has'>;
  readonly #reads = new Map<string, SourceRead>();
  readonly #files = new Map<string, OtherFile>();
  /** By folder: the paths in the order in which they are near to it. */
  readonly #orders = new Map<string, readonly string[]>();
  #paths: readonly string[] | undefined;

  /** @param asked the paths of files that aren't looked at */
  constructor(host: SourceHost, asked: Pick<ReadonlySet<string>, 'has'>) {
    this.#host = host;
    this.#asked = asked;
  }

  async read(path: string): Promise<SourceRead> {
    const read = this.#reads.get(path) ?? (await this.#host.read(path));
    this.#reads.set(path, read);
    return read;
  }

  /** The file with the playbook of that name, as one file means it: of several the nearest. */
  async declaring(playbook: string, from: string): Promise<OtherFile | undefined> {
    for await (const file of this.#around(from)) if (file.playbook === playbook) return file;
    return undefined;
  }

  /** The file of the playbook that a misspelt name most likely stands for. */
  async like(name: string, from: string): Promise<OtherFile | undefined> {
    const files = new Map<string, OtherFile>();
    for await (const file of this.#around(from)) {
      if (file.playbook !== undefined && !files.has(file.playbook)) files.set(file.playbook, file);
    }
    return files.get(nearest(name, files.keys()) ?? '');
  }

  /** Those in which a word stands, wherever and for whatever, the nearest first. */
  async *with(word: string, from: string): AsyncGenerator<OtherFile> {
    const whole = new RegExp(`(?<!\\w)${word.replaceAll(/\W/g, '\\$&')}(?!\\w)`);
    for await (const file of this.#around(from)) if (whole.test(file.text)) yield file;
  }

  /** All, those in the same folder and below it first, then those below the folder above it, and so on; by their paths besides. */
  async *#around(from: string): AsyncGenerator<OtherFile> {
    this.#paths ??= ((await this.#host.playbookFiles?.()) ?? []).filter((path) => !this.#asked.has(path));
    const folder = from.split('/').slice(0, -1);
    const key = folder.join('/');
    const near = this.#orders.get(key) ?? byNearness(this.#paths, folder);
    this.#orders.set(key, near);
    for (const path of near) {
      const file = this.#files.get(path) ?? (await this.#look(path));
      if (file) yield file;
    }
  }

  async #look(path: string): Promise<OtherFile | undefined> {
    const read = await this.read(path);
    if (read.kind !== 'text') return undefined;
    const file = { path, text: read.text, playbook: HEADING.exec(read.text)?.[1] };
    this.#files.set(path, file);
    return file;
  }
}

function byNearness(paths: readonly string[], folder: readonly string[]): readonly string[] {
  const levels = new Map(paths.map((path) => [path, sharedWith(folder, path)]));
  // Sorting keeps the order of those that are equally near.
  return paths.toSorted((a, b) => (levels.get(b) ?? 0) - (levels.get(a) ?? 0));
}

/** How many folders a path has in common with another, from the root. */
function sharedWith(folder: readonly string[], path: string): number {
  const parts = path.split('/').slice(0, -1);
  const different = folder.findIndex((part, index) => part !== parts[index]);
  return different < 0 ? folder.length : different;
}
