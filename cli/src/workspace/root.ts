import { existsSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CONFIGURATION_FILE } from '@poise/generator/configuration';
import { wrongUse } from '../exit-codes.ts';

/** Where a command was called, and the workspace it works on. Both are real paths, without links. */
export interface Place {
  readonly folder: string;
  readonly root: string;
}

/** The place of this process. @throws CommandStop if its folder has been removed */
export function currentPlace(): Place {
  let folder: string;
  try {
    folder = realpathSync.native(process.cwd());
  } catch {
    throw wrongUse('the current folder is not there any more: change to another one');
  }
  return placeOf(folder);
}

/** The place that a folder is, given by its real path. */
export function placeOf(folder: string): Place {
  return { folder, root: rootAbove(folder) };
}

/** The nearest folder upwards that holds a `poise.json`; without one, the folder itself. */
function rootAbove(folder: string): string {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (existsSync(join(candidate, CONFIGURATION_FILE))) return candidate;
    if (dirname(candidate) === candidate) return folder;
  }
}

/** Whether a path is the folder or lies in it, going by the names alone: links aren't followed. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, resolve(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A path as the language writes it: from the workspace's root, with `/`. */
export function workspacePath(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** A workspace path as somebody in that folder would type it. */
export function shownPath({ folder, root }: Place, path: string): string {
  return relative(folder, join(root, path)) || '.';
}
