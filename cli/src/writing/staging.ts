import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../workspace/system-errors.ts';
import { INDEX_NAME } from './old-index.ts';

const STAGING = /^\.poise-build-(\d+)-/;

/** Whether a name in the output folder is that of a build's staging folder. */
export function isStaging(name: string): boolean {
  return STAGING.test(name);
}

/** Makes a folder for documents that aren't in their place yet. In the output folder, so that a rename is enough to get there. */
export function makeStagingFolder(folder: string): string {
  return mkdtempSync(join(folder, `.poise-build-${process.pid}-`));
}

/** Where a document is kept while its place is taken by another. */
export function oldCopy(staging: string, name: string): string {
  return join(staging, `old-${name}`);
}

/** The staging folders of builds that were killed; those of builds that still run are left alone. */
export function abandonedStaging(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => {
      const pid = STAGING.exec(name)?.[1];
      return pid !== undefined && !isOtherProcess(Number(pid));
    })
    .map((name) => join(folder, name));
}

/** Gives back the space that an abandoned folder takes, but for the old index: what that build was about to remove is known from nowhere else. */
export function emptyAbandoned(staging: string): void {
  const index = oldCopy(staging, INDEX_NAME);
  for (const name of readdirSync(staging)) {
    if (join(staging, name) !== index) rmSync(join(staging, name), { recursive: true, force: true });
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
