import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import type { Compilation } from '@poise/generator';
import { CONFIGURATION_FILE } from '@poise/generator/configuration';
import type { FileHost } from '../workspace/file-host.ts';
import { sha256 } from './digest.ts';
import { fingerprint, type Reads } from './reads.ts';

/** The folder at a workspace's root where results are kept. */
export const CACHE_FOLDER = '.poise-cache';

/** How many results are kept; the oldest go. */
const MOST_KEPT = 32;

const DIGEST_BYTES = 32;

interface KeptResult {
  /** By path: what was read there, as its fingerprint. */
  readonly reads: ReadonlyMap<string, string>;
  /** All playbook files that there were, if that made a difference. */
  readonly playbookFiles: readonly string[] | undefined;
  /** The paths of what was compiled. */
  readonly sources: readonly string[];
  readonly compilation: Omit<Compilation, 'outputs' | 'scenarios' | 'sources' | 'timings'>;
  readonly documents: DocumentDigests | undefined;
}

/** The documents of a build, by name: the SHA-256 of each one's text. */
export type DocumentDigests = ReadonlyMap<string, string>;

/** A result found again. */
export interface FoundResult {
  readonly compilation: Omit<Compilation, 'outputs' | 'scenarios'>;
  /** Which documents it has, if it was built. Their texts are not kept: as a rule they are where they were written. */
  readonly documents: DocumentDigests | undefined;
}

/**
 * Results of earlier runs. A result belongs to a question (which files, on which day, asked of which Poise) and to the content of each file that was read to
 * answer it, `poise.json` and those that were looked for or into in vain included: while these are the same, so is the answer, however it is arrived at.
 *
 * Whatever is wrong with what is kept, or with keeping it, is no matter for the user: then the work is done.
 */
export class ResultCache {
  private readonly folder: string;
  private readonly question: string;

  /** @param question everything that the answer depends on besides the files, as values that `JSON.stringify` shows whole */
  constructor(folder: string, question: readonly unknown[]) {
    this.folder = folder;
    this.question = sha256(JSON.stringify([process.version, ...question])).slice(0, 32);
  }

  /** The result of the same question, if every file that was read for it is as it was. */
  async find(host: FileHost): Promise<FoundResult | undefined> {
    const kept = this.load();
    if (!kept) return undefined;
    const texts = new Map<string, string>();
    for (const [path, expected] of kept.reads) {
      const read = await host.read(path);
      if (fingerprint(read) !== expected) return undefined;
      if (read.kind === 'text') texts.set(path, read.text);
    }
    if (kept.playbookFiles && !isDeepStrictEqual(await host.playbookFiles(), kept.playbookFiles)) return undefined;
    const sources = new Map(kept.sources.map((path) => [path, texts.get(path) ?? '']));
    return {
      compilation: { ...kept.compilation, sources, timings: new Map() },
      documents: kept.documents,
    };
  }

  /** Keeps a result for the next time. `built` says that it has been asked for its documents. */
  keep(reads: Reads, compilation: Compilation, built: boolean): void {
    const { findings, suppressions, configuration, playbooks, neighbours, sources } = compilation;
    try {
      this.prepareFolder();
      this.save({
        reads: new Map([...reads.files].map(([path, read]) => [path, fingerprint(read)])),
        playbookFiles: reads.playbookFiles,
        sources: [...sources.keys()],
        compilation: { findings, suppressions, configuration, playbooks, neighbours },
        documents: built ? new Map(compilation.outputs.map(({ name, text }) => [name, sha256(text)])) : undefined,
      });
      this.removeOldest();
    } catch {
      // A disk that is full or can't be written to.
    }
  }

  private load(): KeptResult | undefined {
    const file = join(this.folder, this.question);
    if (!existsSync(file)) return undefined;
    try {
      const bytes = readFileSync(file);
      const content = bytes.subarray(DIGEST_BYTES);
      if (sha256(content) === bytes.toString('hex', 0, DIGEST_BYTES)) return deserialize(content) as KeptResult;
    } catch {
      // Damaged, as one whose digest is wrong.
    }
    try {
      rmSync(file, { recursive: true, force: true });
    } catch {
      // It stays, and is damaged the next time, too.
    }
    return undefined;
  }

  /** Beside its place first: what is found there is whole, whoever else writes at the same time. */
  private save(result: KeptResult): void {
    const content = serialize(result);
    const staged = join(this.folder, `${this.question}.${process.pid}`);
    writeFileSync(staged, Buffer.concat([Buffer.from(sha256(content), 'hex'), content]));
    renameSync(staged, join(this.folder, this.question));
  }

  private prepareFolder(): void {
    if (existsSync(this.folder)) return;
    mkdirSync(this.folder);
    // So that nobody has to keep it out of version control by hand.
    writeFileSync(join(this.folder, '.gitignore'), '*\n');
  }

  private removeOldest(): void {
    const files = readdirSync(this.folder)
      .filter((name) => name !== '.gitignore')
      .map((name) => ({ file: join(this.folder, name), time: statSync(join(this.folder, name)).mtimeMs }));
    files.sort((a, b) => b.time - a.time);
    for (const { file } of files.slice(MOST_KEPT)) rmSync(file, { force: true });
  }
}

/** The results of a workspace. One without a `poise.json` has none: in a folder that may be anybody's, nothing is left behind. */
export function resultCacheOf(root: string, question: readonly unknown[]): ResultCache | undefined {
  return existsSync(join(root, CONFIGURATION_FILE)) ? new ResultCache(join(root, CACHE_FOLDER), question) : undefined;
}
