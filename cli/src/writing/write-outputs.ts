import { lstatSync, mkdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from '@poise/generator';
import { errorCode } from '../workspace/system-errors.ts';
import { INDEX_NAME, listedDocuments } from './old-index.ts';
import { about } from './output-error.ts';
import { abandonedStaging, emptyAbandoned, oldCopy } from './staging.ts';
import { swapDocuments } from './swap-documents.ts';

/** What a build did to the output folder: names of files, sorted. */
export interface WrittenOutputs {
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Puts the documents of a build in their folder: all of them or, if an error is thrown, none.
 *
 * Everything is written to a folder beside them first and flushed, so a full disk changes nothing; then each takes its place by a rename, which
 * leaves the old file or the new one whatever happens, the index last. What an earlier build wrote and this one doesn't is removed at
 * the end, by that build's own index: no other file is touched. A document that is the same stays as it is, with its time.
 *
 * @throws OutputError after everything is as it was
 */
export function writeOutputs(folder: string, outputs: readonly OutputFile[]): WrittenOutputs {
  const madeFolder = about(folder, () => mkdirSync(folder, { recursive: true }));
  try {
    const abandoned = about(folder, () => abandonedStaging(folder));
    for (const staging of abandoned) about(folder, () => emptyAbandoned(staging));
    const present = new Map(
      outputs.map(({ name }) => [name, about(join(folder, name), () => textOf(join(folder, name)))]),
    );
    const changed = outputs.filter(({ name, text }) => present.get(name) !== text);
    const indexes = [join(folder, INDEX_NAME), ...abandoned.map((staging) => oldCopy(staging, INDEX_NAME))];
    const removed = documentsToRemove(folder, indexes, new Set(present.keys()));
    if (changed.length > 0 || removed.length > 0) swapDocuments(folder, changed, removed, present);
    for (const staging of abandoned) about(folder, () => rmSync(staging, { recursive: true }));
    const names = changed.map(({ name }) => name);
    return {
      changed: names.sort(),
      unchanged: [...present.keys()].filter((name) => !names.includes(name)).sort(),
      removed,
    };
  } catch (error) {
    if (madeFolder !== undefined) removeEmptyFolders(folder, madeFolder);
    throw error;
  }
}

/** The text of a file, `undefined` if there is none. @throws what `node:fs` throws, also where something else has that name */
function textOf(file: string): string | undefined {
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (!status) return undefined;
  if (!status.isFile()) {
    throw Object.assign(new Error('not an ordinary file'), { code: status.isDirectory() ? 'EISDIR' : 'EEXIST' });
  }
  return readFileSync(file, 'utf8');
}

function documentsToRemove(folder: string, indexes: readonly string[], kept: ReadonlySet<string>): readonly string[] {
  const listed = indexes.flatMap((index) => listedDocuments(about(index, () => textOf(index)) ?? ''));
  const isThere = (name: string) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
  return [...new Set(listed)].filter((name) => !kept.has(name) && isThere(name)).sort();
}

/** Takes back the making of a folder and of those above it, down from `first`, as far as nobody has put anything in. */
function removeEmptyFolders(folder: string, first: string): void {
  for (let path = folder; path.length >= first.length; path = dirname(path)) {
    try {
      rmdirSync(path);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') return;
    }
  }
}
