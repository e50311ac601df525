import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../workspace/system-errors.ts';

const STAGING = /^\.poise-build-(\d+)$/;

/** Makes this process's folder for documents that aren't in their place yet. In the output folder, so that a rename is enough. */
export function makeStagingFolder(folder: string): string {
  const staging = join(folder, `.poise-build-${process.pid}`);
  mkdirSync(staging);
  return staging;
}

/** Removes what builds that were killed have left. Those that still run are left alone. */
export function removeAbandonedStaging(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = STAGING.exec(name)?.[1];
    if (pid !== undefined && !isOtherProcess(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isOtherProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs, for somebody else.
    return errorCode(error) === 'EPERM';
  }
}
