import type { SourceRead } from '@poise/generator';
import { CONFIGURATION_FILE } from '@poise/generator/configuration';
import { plain } from '@poise/generator/words';
import { couldNotFinish } from '../exit-codes.ts';
import { decode } from '../workspace/decode.ts';
import { type FileHost, MOST_BYTES, tooLarge } from '../workspace/file-host.ts';
import { isLeftOut, PLAYBOOK_ENDING } from '../workspace/list-playbooks.ts';
import { git } from './git.ts';
import type { Revision } from './revision.ts';

/** A file of a revision, as Git lists it. */
interface Listed {
  readonly object: string;
  readonly bytes: number;
}

/** An ordinary file's mode, and that of one that can be run. Links lead who knows where, and aren't followed. */
const FILE_MODES: ReadonlySet<string> = new Set(['100644', '100755']);
const LINE_FEED = 0x0a;

/**
 * The files of a workspace as they were in a revision: what lies below its root there, and nothing else. Nothing is checked out.
 *
 * @param root the workspace's root, in the repository's working tree
 * @throws CommandStop where Git can't read its own repository
 */
export async function gitHost({ commit }: Revision, root: string): Promise<FileHost> {
  const listed = filesOf(await output(root, ['ls-tree', '-r', '-l', '-z', commit]));
  const isWanted = (path: string) => path === CONFIGURATION_FILE || path.endsWith(PLAYBOOK_ENDING);
  const wanted = [...listed].filter(([path, { bytes }]) => isWanted(path) && bytes <= MOST_BYTES);
  const objects = [...new Set(wanted.map(([, { object }]) => object))];
  const contents = contentsOf(await output(root, ['cat-file', '--batch'], objects.map((one) => `${one}\n`).join('')));
  const read = (path: string): SourceRead => {
    if (path === '..' || path.startsWith('../')) return { kind: 'outside' };
    const file = listed.get(path);
    if (!file) return { kind: 'missing' };
    if (file.bytes > MOST_BYTES) return { kind: 'problem', message: tooLarge(path) };
    const bytes = contents.get(file.object);
    if (!bytes) return { kind: 'problem', message: 'this file is not in this copy of the repository: fetch all of it' };
    const decoded = decode(bytes);
    return 'text' in decoded ? { kind: 'text', text: decoded.text } : { kind: 'problem', message: decoded.problem };
  };
  const playbooks = [...listed.keys()].filter((path) => path.endsWith(PLAYBOOK_ENDING) && !isLeftOut(path)).sort();
  return { read: async (path) => read(path), playbookFiles: async () => playbooks };
}

/** Lines of `mode type object size`, a tab, and the path from the folder. */
function filesOf(listing: Buffer): ReadonlyMap<string, Listed> {
  const files = new Map<string, Listed>();
  for (const entry of listing.toString('utf8').split('\0')) {
    const [, mode = '', object = '', bytes = '', path = ''] = /^(\d+) \w+ (\w+) +(\d+|-)\t(.*)$/su.exec(entry) ?? [];
    if (FILE_MODES.has(mode)) files.set(path, { object, bytes: Number(bytes) });
  }
  return files;
}

/** Of each object a line `object type size`, its bytes, and a line feed. */
function contentsOf(batch: Buffer): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < batch.length; ) {
    const end = batch.indexOf(LINE_FEED, at);
    const [object = '', , bytes] = batch.toString('latin1', at, end).split(' ');
    const start = end + 1;
    // Of one that isn't there, in a copy that holds only a part of the repository, there is the line alone.
    const length = bytes === undefined ? -1 : Number(bytes);
    if (length >= 0) contents.set(object, batch.subarray(start, start + length));
    at = start + length + 1;
  }
  return contents;
}

async function output(root: string, args: readonly string[], input?: string): Promise<Buffer> {
  const answer = await git(root, args, input);
  if (!answer.ok) throw couldNotFinish(`Git can't read this repository: ${plain(answer.reason)}`);
  return answer.output;
}
