import { fstatSync } from 'node:fs';

const STANDARD_INPUT = 0;

/**
 * Waits for the end of standard input, if that is another program's: whoever started this, an editor say, is gone then. A terminal, a file, or the
 * nothing that a job in the background has, says nothing of the kind.
 */
export function endOfInput(): Promise<undefined> {
  return new Promise((resolve) => {
    const status = fstatSync(STANDARD_INPUT);
    if (!status.isFIFO() && !status.isSocket()) return;
    const end = () => resolve(undefined);
    process.stdin.on('end', end).on('error', end).resume();
  });
}
