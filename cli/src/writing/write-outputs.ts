import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from '@poise/generator';
import { errorCode } from '../workspace/system-errors.ts';
import { INDEX_NAME, listedDocuments } from './old-index.ts';
import { makeStagingFolder, removeAbandonedStaging } from './staging.ts';

/** What a build did to the output folder: names of files, sorted. */
export interface WrittenOutputs {
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/** A file system error, and the file that the build was about. */
export class OutputError extends Error {
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super('the output could not be written', { cause });
    this.file = file;
  }
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
    about(folder, () => removeAbandonedStaging(folder));
    const present = new Map(
      outputs.map(({ name }) => [name, about(join(folder, name), () => textOf(join(folder, name)))]),
    );
    const changed = outputs.filter(({ name, text }) => present.get(name) !== text);
    const removed = documentsToRemove(folder, new Set(present.keys()));
    if (changed.length > 0 || removed.length > 0) replace(folder, changed, removed, present);
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

function documentsToRemove(folder: string, kept: ReadonlySet<string>): readonly string[] {
  const index = join(folder, INDEX_NAME);
  const listed = listedDocuments(about(index, () => textOf(index)) ?? '');
  return listed
    .filter((name) => !kept.has(name) && lstatSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .sort();
}

/** Stages, then swaps; undoes whatever was done if anything fails. */
function replace(
  folder: string,
  changed: readonly OutputFile[],
  removed: readonly string[],
  present: ReadonlyMap<string, string | undefined>,
): void {
  const staging = about(folder, () => makeStagingFolder(folder));
  const undo: (() => void)[] = [];
  try {
    for (const { name, text } of changed) {
      about(join(folder, name), () => {
        writeFlushed(join(staging, name), text);
        if (present.get(name) !== undefined) keepCopy(join(folder, name), oldCopy(staging, name));
      });
    }
    for (const { name } of changed) {
      const target = join(folder, name);
      about(target, () => renameSync(join(staging, name), target));
      undo.push(() => (present.get(name) === undefined ? rmSync(target) : renameSync(oldCopy(staging, name), target)));
    }
    for (const name of removed) {
      const target = join(folder, name);
      about(target, () => renameSync(target, oldCopy(staging, name)));
      undo.push(() => renameSync(oldCopy(staging, name), target));
    }
    flushFolder(folder);
  } catch (error) {
    for (const step of undo.reverse()) about(folder, step);
    throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function oldCopy(staging: string, name: string): string {
  return join(staging, `old-${name}`);
}

function writeFlushed(file: string, text: string): void {
  const handle = openSync(file, 'wx');
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A second name for the same file costs nothing; not every file system has that. */
function keepCopy(file: string, copy: string): void {
  try {
    linkSync(file, copy);
  } catch {
    copyFileSync(file, copy);
  }
}

/** So that the new names, too, outlast a power cut. Windows has no such thing. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
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

function about<Result>(file: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new OutputError(file, error);
  }
}
