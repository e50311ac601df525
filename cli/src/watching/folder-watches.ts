import { type FSWatcher, watch } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { plain } from '@poise/generator/words';
import { couldNotFinish } from '../exit-codes.ts';
import { isInside } from '../workspace/root.ts';
import { errorCode, reasonOf } from '../workspace/system-errors.ts';

/** `rename`: a file or folder came, went, or was replaced. `change`: what is in it, or who may read it. */
export type Happening = 'rename' | 'change';

/** Tells what happens in folders, each by itself and not in those below it. */
export class FolderWatches {
  readonly #top: string;
  readonly #tell: (happening: Happening, path: string) => void;
  readonly #watches = new Map<string, FSWatcher>();

  /** @param top nothing above this folder is watched */
  constructor(top: string, tell: (happening: Happening, path: string) => void) {
    this.#top = top;
    this.#tell = tell;
  }

  has(folder: string): boolean {
    return this.#watches.has(folder);
  }

  /**
   * From now on, tells what happens in a folder, and in those that it lies in, so that it is seen to go and to come back. One that isn't there or
   * can't be read is passed over.
   *
   * @throws CommandStop if the machine has no room for more
   */
  watch(folder: string): void {
    if (this.#watches.has(folder) || !isInside(this.#top, folder)) return;
    if (folder !== this.#top) this.watch(dirname(folder));
    try {
      const opened = watch(folder, (happening, name) =>
        this.#tell(happening, name === null ? folder : join(folder, name)),
      );
      // Windows has it when a watched folder goes.
      opened.on('error', () => {
        this.forget(folder);
        this.#tell('rename', folder);
      });
      this.#watches.set(folder, opened);
    } catch (error) {
      const reason = WHY_FULL[errorCode(error) ?? ''];
      if (reason !== undefined)
        throw couldNotFinish(`the folder \`${plain(relative(this.#top, folder))}\` can't be watched: ${reason}`);
      // The rest is said by whoever reads the folder; here it only has to be the system's.
      reasonOf(error);
    }
  }

  /** What is watched by this path, or below it, isn't there any more, or is another folder now. */
  forget(path: string): void {
    if (!this.#watches.has(path)) return;
    for (const [folder, opened] of this.#watches) {
      if (!isInside(path, folder)) continue;
      opened.close();
      this.#watches.delete(folder);
    }
  }

  close(): void {
    this.forget(this.#top);
  }
}

const TOO_MANY = 'too many are watched on this machine';

/** For Linux, the disk is full when no more can be watched. */
const WHY_FULL: Readonly<Record<string, string>> = { ENOSPC: TOO_MANY, EMFILE: TOO_MANY, ENFILE: TOO_MANY };
