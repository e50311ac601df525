import { resolve } from 'node:path';
import type { Compilation, Compiler } from '@poise/generator';
import { type ComparedSide, compiledSide, type NamedSide, NO_DIGEST } from '@poise/generator/comparing';
import { plain } from '@poise/generator/words';
import { wrongUse } from '../exit-codes.ts';
import { findEntries } from '../workspace/entries.ts';
import { type FileHost, fileHost } from '../workspace/file-host.ts';
import { isInside, type Place, shownPath, workspacePath } from '../workspace/root.ts';
import type { AskedSide } from './asked-sides.ts';
import { loadCompiled } from './compiled-side.ts';
import { gitHost } from './git-host.ts';

/** One of the two versions, read and compiled. */
export interface ReadSide extends ComparedSide {
  /** The texts of its files, where it was compiled here. */
  readonly sources?: Compilation['sources'];
}

/** Reads a version: sources are compiled as everywhere else. @throws CommandStop where it can't be read */
export async function readSide(asked: AskedSide, place: Place, compiler: Compiler, today: string): Promise<ReadSide> {
  const { name } = asked;
  switch (asked.kind) {
    case 'compiled':
      return { name, playbooks: loadCompiled(asked.file, name), pathOf: (file) => file };
    case 'sources': {
      const entries = findEntries([asked.path], asked.place);
      const { root } = asked.place;
      const pathOf = (file: string) => (root === place.root ? shownPath(place, file) : resolve(root, file));
      return compiled({ name, pathOf }, entries, fileHost(root), compiler, today);
    }
    case 'revision': {
      const host = await gitHost(asked.revision, place.root);
      const entries = entriesIn(await host.playbookFiles(), asked.path, place);
      const { asked: revision } = asked.revision;
      return compiled({ name, revision, pathOf: (file) => file }, entries, host, compiler, today);
    }
  }
}

/** The playbooks of a revision in a folder, or the one that is named. There may be none: they come and go. */
function entriesIn(files: readonly string[], path: string, place: Place): readonly string[] {
  const named = resolve(place.folder, path);
  if (!isInside(place.root, named)) {
    throw wrongUse(`\`${plain(path)}\` lies outside this workspace, and nothing outside is read`);
  }
  const wanted = workspacePath(place.root, named);
  return files.filter((file) => wanted === '' || file === wanted || file.startsWith(`${wanted}/`));
}

async function compiled(
  named: NamedSide,
  entries: readonly string[],
  host: FileHost,
  compiler: Compiler,
  today: string,
): Promise<ReadSide> {
  if (entries.length === 0) return { ...named, playbooks: [] };
  // What is proved of a version is for `poise check` to tell.
  const compilation = await compiler.compile(entries, host, { today, digest: NO_DIGEST, proofs: false });
  return { ...compiledSide(named, compilation), sources: compilation.sources };
}
