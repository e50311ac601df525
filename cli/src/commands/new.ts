import starter from 'bundled:cli/templates/starter';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { plain } from '@poise/generator/words';
import { couldNotFinish, EXIT, type ExitCode, wrongUse } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';
import { errorCode, reasonOf } from '../workspace/system-errors.ts';

/** `poise new <folder>`: makes a small workspace to begin with, in a folder that is new or empty. @throws CommandStop */
export function newWorkspace(folder: string, today: string, { print }: Terminal): ExitCode {
  const target = resolve(folder);
  const shown = `\`${plain(folder)}\``;
  if (!isEmptyOrNew(target, shown)) {
    throw wrongUse(`${shown} is not empty: give the name of a new folder, and nothing of yours is touched`);
  }
  const files = Object.entries(starter).sort(([a], [b]) => (a < b ? -1 : 1));
  try {
    for (const [name, text] of files) {
      const file = join(target, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, withReviewDate(text, today), { flag: 'wx' });
    }
  } catch (error) {
    throw couldNotFinish(`${shown} can't be written: ${reasonOf(error)}`);
  }
  print(
    `Made ${shown}:\n${files.map(([name]) => `  ${name}\n`).join('')}\nNext:\n  cd ${plain(folder)}\n  poise check\n  poise test\n  poise build\n`,
  );
  return EXIT.clean;
}

function isEmptyOrNew(target: string, shown: string): boolean {
  try {
    return readdirSync(target).length === 0;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    if (errorCode(error) === 'ENOTDIR') throw wrongUse(`${shown} is a file: give the name of a new folder`);
    throw wrongUse(`${shown} can't be read: ${reasonOf(error)}`);
  }
}

/** A starter is due for review a year after it was made, whenever that is. */
function withReviewDate(text: string, today: string): string {
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;
  return text.replace(/^(\s*review by\s+)\d{4}-\d{2}-\d{2}$/m, `$1${nextYear}`);
}
