/** What the two arguments of `poise diff` mean. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PRESENT } from '@poise/generator/comparing';
import { plain } from '@poise/generator/words';
import { wrongUse } from '../exit-codes.ts';
import { isInside, type Place, placeOf } from '../workspace/root.ts';
import { INDEX_NAME } from '../writing/old-index.ts';
import { findRevision, type Revision } from './revision.ts';

/** One of the two versions, before it is read. */
export type AskedSide =
  | { readonly kind: 'compiled'; readonly name: string; readonly file: string }
  | { readonly kind: 'sources'; readonly name: string; readonly place: Place; readonly path: string }
  /** `path`: of what it is asked for, as seen from the present folder. */
  | { readonly kind: 'revision'; readonly name: string; readonly revision: Revision; readonly path: string };

/**
 * Tells what is to be compared. A file or folder of that name comes before a revision of that name.
 *
 * @param after without it, the present files
 * @throws CommandStop where nothing of that name is there, or there is nothing to compare
 */
export async function askedSides(
  before: string,
  after: string | undefined,
  place: Place,
): Promise<readonly [AskedSide, AskedSide]> {
  const old = onDisk(before, place) ?? (await inGit(before, after, place));
  if (after !== undefined) return [old, onDisk(after, place) ?? (await inGit(after, before, place))];
  if (old.kind === 'sources') {
    const example = `\`poise diff main ${plain(before)}\``;
    throw wrongUse(
      `${quoted(before)} is there only once: name what to compare it with, such as a revision: ${example}`,
    );
  }
  const path = old.kind === 'revision' ? old.path : '.';
  // What the revision has, the present folder may have no longer.
  return [old, { kind: 'sources', name: PRESENT, place, path: existsSync(resolve(place.folder, path)) ? path : '.' }];
}

/** A file or folder; `undefined` if there is none of that name. */
function onDisk(asked: string, place: Place): AskedSide | undefined {
  const path = resolve(place.folder, asked);
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return undefined;
  if (status.isFile() && path.endsWith('.json')) return { kind: 'compiled', name: asked, file: path };
  const index = join(path, INDEX_NAME);
  if (status.isDirectory() && existsSync(index)) return { kind: 'compiled', name: asked, file: index };
  if (isInside(place.root, realpathSync.native(path))) return { kind: 'sources', name: asked, place, path: asked };
  // Another workspace, which has a root of its own.
  const real = realpathSync.native(path);
  const there = placeOf(status.isDirectory() ? real : dirname(real));
  return { kind: 'sources', name: asked, place: there, path: real };
}

/** @param other the other side: a revision is asked for the same files as that, where it names none of its own */
async function inGit(asked: string, other: string | undefined, place: Place): Promise<AskedSide> {
  const colon = asked.indexOf(':');
  const revision = await findRevision(colon < 0 ? asked : asked.slice(0, colon), place.folder);
  const shared = other !== undefined && onDisk(other, place)?.kind === 'sources' ? other : '.';
  const path = colon < 0 ? shared : asked.slice(colon + 1);
  return { kind: 'revision', name: asked, revision, path };
}

function quoted(path: string): string {
  return `\`${plain(path)}\``;
}
