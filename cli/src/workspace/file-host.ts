import { closeSync, constants, fstatSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { SourceHost, SourceRead } from '@poise/generator';
import { decode } from './decode.ts';
import { type OnFolder, PLAYBOOK_ENDING, readablePlaybooks } from './list-playbooks.ts';
import { isInside, workspacePath } from './root.ts';
import { errorCode, reasonOf } from './system-errors.ts';

const MEBIBYTE = 1024 * 1024;
/** No playbook comes near it; what does is something else with the wrong name, and would only take time. */
export const MOST_BYTES = 1 * MEBIBYTE;

/** Never through a link (they have been followed before), and never waiting for somebody to write into a pipe. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A host that knows all files of its workspace. */
export type FileHost = Required<SourceHost>;

/**
 * The files of a workspace: nothing that lies outside its root is opened, wherever links lead. Whatever is wrong with a file is a value.
 *
 * Reads one file at a time and waits for it: for many small files that is the fastest way, and no number of them uses up the handles.
 *
 * @param root a real path
 * @param onFolder called with each folder before anything is looked for in it
 */
export function fileHost(root: string, onFolder: OnFolder = () => {}): FileHost {
  return {
    read: async (path) => readWithin(root, path),
    // What is in a folder that can't be read is nobody's neighbour; it was not asked for, so nothing is said of it.
    playbookFiles: async () =>
      readablePlaybooks(root, '**/*', onFolder)
        .files.map((file) => workspacePath(root, file))
        .sort(),
  };
}

function readWithin(root: string, path: string): SourceRead {
  const named = resolve(root, path);
  if (!isInside(root, named)) return { kind: 'outside' };
  try {
    const real = realpathSync.native(named);
    return isInside(root, real) ? readText(real) : { kind: 'outside' };
  } catch (error) {
    return notRead(error);
  }
}

/** @throws what `node:fs` throws */
function readText(path: string): SourceRead {
  const handle = openSync(path, OPEN_FLAGS);
  try {
    const status = fstatSync(handle);
    const isPlaybook = path.endsWith(PLAYBOOK_ENDING);
    if (status.isDirectory()) {
      const wanted = isPlaybook ? 'a playbook' : `\`${basename(path)}\``;
      return problem(`this is a folder, and ${wanted} is a file: give one of them another name`);
    }
    if (!status.isFile()) return problem('this is not an ordinary file');
    if (status.size > MOST_BYTES) return problem(tooLarge(path));
    const decoded = decode(readFileSync(handle));
    return 'text' in decoded ? { kind: 'text', text: decoded.text } : problem(decoded.problem);
  } finally {
    closeSync(handle);
  }
}

/** What to tell of a file that has too many bytes. */
export function tooLarge(path: string): string {
  const advice = path.endsWith(PLAYBOOK_ENDING) ? ': is it a playbook? If so, split it' : '';
  return `this file is larger than ${MOST_BYTES / MEBIBYTE} MB${advice}`;
}

function notRead(error: unknown): SourceRead {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    // A path with a NUL character, which no file can have.
    case 'ERR_INVALID_ARG_VALUE':
      return { kind: 'missing' };
    default:
      return problem(`this file can't be read: ${reasonOf(error)}`);
  }
}

function problem(message: string): SourceRead {
  return { kind: 'problem', message };
}
