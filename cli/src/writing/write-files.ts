import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { about } from './output-error.ts';

/**
 * Puts files into a folder, by their paths from there with `/`. Each is written beside its place and put there by a rename, so that it is the old one
 * or the new one, whatever happens. What else is in the folder stays.
 *
 * @throws OutputError for the first that can't be written
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [path, content] of files) {
    const file = join(folder, path);
    const beside = join(dirname(file), `.poise-report-${process.pid}`);
    about(file, () => {
      mkdirSync(dirname(file), { recursive: true });
      try {
        writeFileSync(beside, content);
        renameSync(beside, file);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    });
  }
}
