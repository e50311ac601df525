import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { findEntries } from '../workspace/entries.ts';
import { type FileHost, fileHost } from '../workspace/file-host.ts';
import { PLAYBOOK_ENDING } from '../workspace/list-playbooks.ts';
import { isInside, type Place } from '../workspace/root.ts';
import { Changes } from './changes.ts';
import { FolderWatches, type Happening } from './folder-watches.ts';

type Entries = { readonly files: readonly string[] } | { readonly error: unknown };

/**
 * The files of a workspace for runs that come one after the other, and what happens to them in between.
 *
 * A folder is watched from before it is looked into, a file's folder from before the file is read. So nothing that happens after a run has read
 * something can be missed, whatever it depends on: playbooks anywhere, also those that a `use` line asks for and that aren't there yet.
 */
export class WatchedFiles {
  readonly changes = new Changes();
  readonly host: FileHost;
  readonly #paths: readonly string[];
  readonly #place: Place;
  readonly #folders: FolderWatches;
  readonly #files: FileHost;
  #entries: Entries = { files: [] };
  /** All playbooks of the workspace, if the last run has looked for them. */
  #allFiles: readonly string[] | undefined;
  /** What the last run read that came to its end. */
  #inputs = new Set<string>();
  /** What the run has read that goes on, or that was stopped since. */
  #reading = new Set<string>();

  /** @param paths those of the command line */
  constructor(paths: readonly string[], place: Place) {
    this.#paths = paths;
    this.#place = place;
    // One above the root, so that the root itself is seen to go and to come back.
    this.#folders = new FolderWatches(dirname(place.root), (happening, path) => this.#note(happening, path));
    this.#files = fileHost(place.root, (folder) => this.#folders.watch(folder));
    this.host = {
      read: (path) => {
        this.#watchFile(resolve(place.root, path));
        return this.#files.read(path);
      },
      playbookFiles: async () => {
        this.#allFiles = await this.#files.playbookFiles();
        return this.#allFiles;
      },
    };
  }

  /**
   * Looks anew for the playbooks that the command line's paths mean; and for all others, if the last run has.
   *
   * @returns those that have come or gone since the last look; `undefined` if nothing has changed in this
   */
  async look(): Promise<readonly string[] | undefined> {
    const before = this.#entries;
    const allBefore = this.#allFiles ?? [];
    this.#entries = this.#findEntries();
    this.#allFiles &&= await this.#files.playbookFiles();
    const old = new Set([...filesOf(before), ...allBefore]);
    const now = new Set([...filesOf(this.#entries), ...(this.#allFiles ?? [])]);
    const different = [...now, ...old].filter((file) => !now.has(file) || !old.has(file));
    if (different.length === 0 && messageOf(before) === messageOf(this.#entries)) return undefined;
    return different.map((file) => resolve(this.#place.root, file));
  }

  /** What the last look has found. @throws CommandStop as `findEntries` */
  entries(): readonly string[] {
    if ('error' in this.#entries) throw this.#entries.error;
    return this.#entries.files;
  }

  startRun(): void {
    this.#allFiles = undefined;
    this.#reading = new Set();
  }

  endRun(): void {
    this.#inputs = this.#reading;
  }

  /** Lets the process end. */
  close(): void {
    this.#folders.close();
    this.changes.close();
  }

  #findEntries(): Entries {
    try {
      return { files: findEntries(this.#paths, this.#place, (folder) => this.#folders.watch(folder)) };
    } catch (error) {
      return { error };
    }
  }

  #watchFile(file: string): void {
    if (!isInside(this.#place.root, file)) return;
    this.#reading.add(file);
    this.#folders.watch(dirname(file));
    const real = realOf(file);
    if (real === file || !isInside(this.#place.root, real)) return;
    this.#reading.add(real);
    this.#folders.watch(dirname(real));
  }

  #note(happening: Happening, path: string): void {
    if (!isInside(this.#place.root, path)) return;
    const wasFolder = this.#folders.has(path);
    if (happening === 'rename') this.#folders.forget(path);
    if (this.#isInput(path, happening)) this.changes.add('inputs', path);
    else if (wasFolder || (happening === 'rename' && (path.endsWith(PLAYBOOK_ENDING) || isFolder(path)))) {
      this.changes.add('places', path);
    }
  }

  /** With a folder, all that is in it comes or goes. */
  #isInput(path: string, happening: Happening): boolean {
    const inputs = [this.#inputs, this.#reading];
    if (inputs.some((files) => files.has(path))) return true;
    return happening === 'rename' && inputs.some((files) => [...files].some((file) => file.startsWith(path + sep)));
  }
}

function filesOf(entries: Entries): readonly string[] {
  return 'error' in entries ? [] : entries.files;
}

function messageOf(entries: Entries): string | undefined {
  return 'error' in entries ? String(entries.error) : undefined;
}

function realOf(file: string): string {
  try {
    return realpathSync.native(file);
  } catch {
    return file;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
