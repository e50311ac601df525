import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { BYTE_ORDER_MARK } from '../workspace/decode.ts';

/**
 * Gives a file another text: written beside it, flushed, and put in its place by a rename, so that whatever happens the file is the old one or the new
 * one. Its permissions and its byte order mark stay; a link goes on leading to it.
 *
 * @throws what `node:fs` throws; the file is as it was then
 */
export function rewriteFile(path: string, text: string): void {
  const target = realpathSync.native(path);
  // A rename asks nobody whether the file may be changed.
  accessSync(target, constants.W_OK);
  const beside = join(dirname(target), `.poise-format-${process.pid}`);
  try {
    const handle = openSync(beside, 'w');
    try {
      fchmodSync(handle, statSync(target).mode & 0o7777);
      writeFileSync(handle, Buffer.concat([markOf(target), Buffer.from(text)]));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The byte order mark with which a file begins; nothing if it has none. */
function markOf(file: string): Buffer {
  const start = Buffer.alloc(BYTE_ORDER_MARK.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start);
  } finally {
    closeSync(handle);
  }
  return start.equals(BYTE_ORDER_MARK) ? start : Buffer.alloc(0);
}
