import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { plain } from '@poise/generator/words';
import { wrongUse } from '../exit-codes.ts';
import { isInside, type Place } from '../workspace/root.ts';

/** Where a build goes if nothing else is said: a folder of the workspace's root. */
export const DEFAULT_OUT = 'dist/playbooks';

/**
 * The folder that a build writes to: as the command line says, else as the configuration does (from the root). A relative one of the command line
 * is meant from the current folder and has to lie in the workspace, so that a slip of the keyboard doesn't write elsewhere; an absolute one is
 * meant.
 *
 * @param option what it is given by on the command line
 * @throws CommandStop if it lies elsewhere, or if the workspace lies in it
 */
export function outFolder(
  out: string | undefined,
  configured: string | undefined,
  place: Place,
  option = '--out',
): string {
  if (out === undefined) return configuredFolder(configured ?? DEFAULT_OUT, place, option);
  const folder = resolve(place.folder, out);
  const real = realOf(folder);
  if (!isAbsolute(out) && !isInside(place.root, real)) {
    throw wrongUse(`\`${option} ${plain(out)}\` lies outside this workspace: if that is meant, give the whole path`);
  }
  if (isInside(real, place.root)) {
    throw wrongUse(`\`${option} ${plain(out)}\` holds the workspace itself: give the output a folder of its own`);
  }
  return folder;
}

/** A path below the root, which may lead elsewhere through a link only. */
function configuredFolder(out: string, { root }: Place, option: string): string {
  const folder = join(root, out);
  if (isInside(root, realOf(folder))) return folder;
  throw wrongUse(
    `\`${plain(out)}\`, where the output goes, leads outside this workspace: if that is meant, say so with \`${option}\``,
  );
}

/** Where the folder is or, if it isn't there yet, will be: what is there of the way to it may be a link. */
function realOf(folder: string): string {
  return existsSync(folder) ? realpathSync.native(folder) : join(realOf(dirname(folder)), basename(folder));
}
