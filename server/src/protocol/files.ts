/**
 * What the server asks an editor for, of files that it can't reach itself: those of a browser, of a repository that lies elsewhere, of another machine.
 * A request that fails says so as any other does.
 */

/** Asks for what a file says: `FileParams` → its text. */
export const READ_FILE = 'poise/files/read';
/** Asks for what is at an address: `FileParams` → `FileKind`, or `null` where there is nothing. */
export const FIND_FILE = 'poise/files/find';
/** Asks for what is in a folder: `FileParams` → `readonly FileEntry[]`. */
export const LIST_FOLDER = 'poise/files/list';

export interface FileParams {
  readonly uri: string;
}

export type FileKind = 'file' | 'folder';

/** Something in a folder. */
export interface FileEntry {
  readonly uri: string;
  readonly kind: FileKind;
}
