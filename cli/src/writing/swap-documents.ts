import { closeSync, copyFileSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '@poise/generator';
import { about } from './output-error.ts';
import { makeStagingFolder, oldCopy } from './staging.ts';

/**
 * Writes the changed documents beside those that are there and flushes them, then puts each in its place and takes the removed ones away.
 *
 * @param present the text of each document that is there already
 * @throws OutputError after undoing whatever was done
 */
export function swapDocuments(
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
