import { type Dirent, readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { isLeftOutFolder, LEFT_OUT_FOLDERS } from '@poise/generator/left-out-folders';
import { plain } from '@poise/generator/words';
import { globSync } from 'tinyglobby';
import { wrongUse } from '../exit-codes.ts';
import { errorCode, reasonOf } from './system-errors.ts';

/** How a playbook's file name ends. */
export const PLAYBOOK_ENDING = '.playbook';

/** Folders whose names begin with a dot are left out besides. */
const LEFT_OUT = LEFT_OUT_FOLDERS.map((folder) => `**/${folder}/**`);

/** Whether a file is left out where playbooks are looked for, by its path from the root. */
export function isLeftOut(path: string): boolean {
  const [file = '', ...folders] = path.split('/').reverse();
  return file.startsWith('.') || folders.some(isLeftOutFolder);
}

/** Called with a folder's absolute path before it is read. */
export type OnFolder = (folder: string) => void;

/**
 * The playbooks below a folder that match a pattern, as absolute paths. Links aren't followed, neither to folders nor to files.
 *
 * @throws CommandStop if a folder in it can't be read: what is in there would be missed in silence
 */
export function listPlaybooks(folder: string, pattern: string, onFolder: OnFolder): readonly string[] {
  const { files, unreadable } = readablePlaybooks(folder, pattern, onFolder);
  if (unreadable[0] !== undefined) throw wrongUse(unreadable[0]);
  return files;
}

/** The same, and in words which folders couldn't be read. */
export function readablePlaybooks(
  folder: string,
  pattern: string,
  onFolder: OnFolder,
): { readonly files: readonly string[]; readonly unreadable: readonly string[] } {
  const unreadable: string[] = [];
  const listFolder = (path: string, options: { readonly withFileTypes: true }): Dirent[] => {
    onFolder(resolve(path));
    try {
      return readdirSync(path, options);
    } catch (error) {
      // What has vanished since its folder was read is no longer meant.
      if (errorCode(error) !== 'ENOENT') {
        unreadable.push(`the folder \`${plain(relative(process.cwd(), path))}\` can't be read: ${reasonOf(error)}`);
      }
      return [];
    }
  };
  const files = globSync(pattern, {
    cwd: folder,
    ignore: LEFT_OUT,
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: false,
    // The globber passes over folders that it can't read; of all the forms of this function it uses this one.
    fs: { readdirSync: listFolder as typeof readdirSync },
  });
  return { files: files.filter((file) => file.endsWith(PLAYBOOK_ENDING)), unreadable };
}
