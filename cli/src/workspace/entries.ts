import { readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { plain } from '@poise/generator/words';
import { nearest } from '@poise/language/words';
import { isDynamicPattern } from 'tinyglobby';
import { wrongUse } from '../exit-codes.ts';
import { listPlaybooks, type OnFolder, PLAYBOOK_ENDING } from './list-playbooks.ts';
import { isInside, type Place, workspacePath } from './root.ts';
import { errorCode, reasonOf } from './system-errors.ts';

/**
 * The playbooks that the command line's paths mean: files, folders with all that is in them, and glob patterns; the current folder if there are none.
 *
 * @param onFolder called with each folder before anything is looked for in it
 * @returns workspace paths, sorted, each once
 * @throws CommandStop where a path lies outside the workspace or means no playbook
 */
export function findEntries(paths: readonly string[], place: Place, onFolder: OnFolder = () => {}): string[] {
  const entries = new Set<string>();
  for (const path of paths.length > 0 ? paths : ['.']) {
    for (const file of playbooksOf(path, place, onFolder)) entries.add(workspacePath(place.root, file));
  }
  return [...entries].sort();
}

/** The files that one path means, as paths below the root. */
function playbooksOf(path: string, place: Place, onFolder: OnFolder): readonly string[] {
  const named = resolve(place.folder, path);
  onFolder(dirname(named));
  const status = statusOf(named, path);
  if (!status) return isDynamicPattern(path) ? playbooksLike(path, place, onFolder) : notThere(path, named, place);
  const file = withinRoot(named, path, place);
  if (status.isDirectory()) {
    const files = listPlaybooks(file, '**/*', onFolder);
    if (files.length === 0) throw wrongUse(`there is no ${PLAYBOOK_ENDING} file in ${quoted(path)}`);
    return files;
  }
  if (!file.endsWith(PLAYBOOK_ENDING)) {
    throw wrongUse(`${quoted(path)} is not a playbook: their names end in ${PLAYBOOK_ENDING}`);
  }
  return [file];
}

function statusOf(file: string, path: string): Stats | undefined {
  try {
    return statSync(file);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw wrongUse(`${quoted(path)} can't be read: ${reasonOf(error)}`);
  }
}

/** The path below the root, which is where it lies or leads. @throws CommandStop if it leads elsewhere */
function withinRoot(named: string, path: string, { root }: Place): string {
  const real = realpathSync.native(named);
  if (!isInside(root, real)) throw outside(path);
  return isInside(root, named) ? named : real;
}

/** Up to the first part that has something to match, a pattern is a folder like any other. */
function playbooksLike(pattern: string, place: Place, onFolder: OnFolder): readonly string[] {
  const parts = pattern.split(sep === '\\' ? /[\\/]/ : '/');
  const dynamic = parts.findIndex((part) => isDynamicPattern(part));
  const folder = parts.slice(0, dynamic).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const rest = parts.slice(dynamic).join('/');
  // Further up than the part before it: nothing good comes of following that.
  if (/(?:^|[/{,(|])\.\.(?:[/},)|]|$)/.test(rest))
    throw wrongUse(`in ${quoted(pattern)}, \`..\` can only stand at the beginning`);
  const named = resolve(place.folder, folder);
  onFolder(dirname(named));
  const isThere = statusOf(named, folder)?.isDirectory();
  const files = isThere ? listPlaybooks(withinRoot(named, pattern, place), rest, onFolder) : [];
  if (files.length === 0) throw wrongUse(`no ${PLAYBOOK_ENDING} file matches ${quoted(pattern)}`);
  return files;
}

function notThere(path: string, named: string, { root }: Place): never {
  if (!isInside(root, named)) throw outside(path);
  const folder = dirname(named);
  const meant = nearest(basename(named), namesIn(folder));
  const suggestion = meant === undefined ? '' : `: did you mean ${quoted(join(dirname(path), meant))}?`;
  throw wrongUse(`there is no file or folder ${quoted(path)}${suggestion}`);
}

/** For suggesting only, so nothing if the folder can't be read. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function outside(path: string): Error {
  return wrongUse(`${quoted(path)} lies outside this workspace, and nothing outside is read`);
}

function quoted(path: string): string {
  return `\`${plain(path)}\``;
}
