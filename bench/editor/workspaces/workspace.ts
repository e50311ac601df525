import type { Workload } from '../../compiling/workloads.ts';

/** A name that stands somewhere in a file. Lines and characters count from zero. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly character: number;
  readonly name: string;
}

/** One file by itself. */
export interface Alone {
  readonly files: Workload;
  /** In the middle of the file, what refers to something that the file declares. */
  readonly reference: Place;
}

/** A name that nothing declares. What isn't found is told with its name, which begins so. */
export const NOWHERE = 'nowhere';

/** Many files, and a few more among them that things happen to. */
export interface Among {
  readonly files: Workload;
  /** In the middle of a small and of a large file, that nothing else uses, what refers to something that the same file declares. */
  readonly small: Place;
  readonly large: Place;
  /** Where something is declared that each of the many files names once. */
  readonly hub: Place;
  /** The many files. */
  readonly dependents: readonly string[];
  /** A file that names `NOWHERE`. */
  readonly faulty: string;
}

/**
 * Finds a name.
 *
 * @param pattern what the name is the end of; of all that is found the one in the middle counts
 * @throws Error where nothing is found
 */
export function placeIn(files: Workload, path: string, pattern: RegExp): Place {
  const text = files.get(path) ?? '';
  const found = [...text.matchAll(pattern)];
  const middle = found[Math.floor(found.length / 2)];
  const name = /\w+$/.exec(middle?.[0] ?? '')?.[0];
  if (!middle || !name) throw new Error(`${path} has nothing like ${pattern}`);
  const before = text.slice(0, middle.index + middle[0].length - name.length).split('\n');
  return { path, line: before.length - 1, character: before.at(-1)?.length ?? 0, name };
}
