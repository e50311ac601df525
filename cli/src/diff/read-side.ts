import { resolve } from 'node:path';
import type { Compilation, Compiler, Configuration } from '@poise/generator';
import type { Playbook } from '@poise/runtime';
import { sha256 } from '../cache/digest.ts';
import { wrongUse } from '../exit-codes.ts';
import { plain } from '../output/plain.ts';
import { findEntries } from '../workspace/entries.ts';
import { type FileHost, fileHost } from '../workspace/file-host.ts';
import { isInside, type Place, shownPath, workspacePath } from '../workspace/root.ts';
import { INDEX_NAME } from '../writing/old-index.ts';
import type { AskedSide } from './asked-sides.ts';
import { loadCompiled } from './compiled-side.ts';
import { gitHost } from './git-host.ts';

/** One of the two versions, read and compiled. */
export interface ReadSide {
  /** What it goes by. */
  readonly name: string;
  readonly playbooks: readonly Playbook[];
  /** Of sources, what is said of their workspace. */
  readonly configuration?: Configuration;
  /** What is wrong with it: then it has no playbooks. */
  readonly broken?: Pick<Compilation, 'findings' | 'sources'>;
  /** A file's path as it is shown, from that in its workspace. */
  readonly pathOf: (file: string) => string;
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
      return { name, pathOf, ...(await compiled(entries, fileHost(root), compiler, today)) };
    }
    case 'revision': {
      const host = await gitHost(asked.revision, place.root);
      const entries = entriesIn(await host.playbookFiles(), asked.path, place);
      const pathOf = (file: string) => `${asked.revision.asked}:${file}`;
      return { name, pathOf, ...(await compiled(entries, host, compiler, today)) };
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
  entries: readonly string[],
  host: FileHost,
  compiler: Compiler,
  today: string,
): Promise<Pick<ReadSide, 'playbooks' | 'configuration' | 'broken'>> {
  if (entries.length === 0) return { playbooks: [] };
  const { findings, sources, outputs, configuration } = await compiler.compile(entries, host, {
    today,
    digest: sha256,
    // What is proved of a version is for `poise check` to tell: an old one may be from before there was such a proof.
    proofs: false,
  });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return { playbooks: [], configuration, broken: { findings: errors, sources } };
  const documents = outputs.filter(({ name }) => name !== INDEX_NAME);
  return { playbooks: documents.map(({ text }) => JSON.parse(text) as Playbook), configuration };
}
