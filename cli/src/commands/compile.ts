import type { Compilation, Compiler } from '@poise/generator';
import { CONFIGURATION_FILE } from '@poise/generator/configuration';
import type { Severity } from '@poise/language';
import { buildId } from '../build-id.ts';
import { sha256 } from '../cache/digest.ts';
import { recordReads } from '../cache/reads.ts';
import { type DocumentDigests, resultCacheOf } from '../cache/result-cache.ts';
import { countSeverities, reaches, type SeverityCounts } from '../output/counts.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { findEntries } from '../workspace/entries.ts';
import { type FileHost, fileHost } from '../workspace/file-host.ts';
import type { Place } from '../workspace/root.ts';
import type { CheckOptions } from './options.ts';

/** Those of the options that compiling itself looks at. */
type CompileOptions = Pick<CheckOptions, 'failLevel' | 'today' | 'quiet' | 'cache'>;

/** What compiling the playbooks of a command line gave. */
export interface Compiled {
  readonly compilation: Compilation;
  /** The files that were asked for, as paths from the workspace's root. */
  readonly entries: readonly string[];
  /** How many files were looked at, those included that couldn't be read. */
  readonly files: number;
  readonly counts: SeverityCounts;
  /** What makes the command fail: as the command line says, else as the configuration does. */
  readonly failLevel: Severity;
  /** Whether something was found that is as bad as the fail level, or worse. */
  readonly failed: boolean;
  /** The names of the documents, where they are known to be in their place already. */
  readonly inPlace?: readonly string[];
}

/** How a run compiles. */
export interface CompileWay {
  /** Of a build: whether these documents are where this one would write them, and no others. */
  readonly hasDocuments?: (documents: DocumentDigests, configuration: Compilation['configuration']) => boolean;
  /** Then no result of an earlier run is looked for, nor is this one kept. */
  readonly watched?: WatchedRun;
  /** Whether scenarios will be played. */
  readonly scenarios?: boolean;
}

/** What a run is given that is one of several. */
export interface WatchedRun {
  /** To be used again. */
  readonly compiler: Compiler;
  readonly host: FileHost;
  /** @throws CommandStop as `findEntries` */
  readonly entries: () => readonly string[];
  /** By `performance.now()`. */
  readonly startedAt: number;
}

/** The part that checking and building share. @throws CommandStop */
export async function compile(
  paths: readonly string[],
  options: CompileOptions,
  place: Place,
  terminal: Terminal,
  way: CompileWay = {},
): Promise<Compiled> {
  const { watched, scenarios = false } = way;
  const entries = watched ? watched.entries() : findEntries(paths, place);
  const host = watched?.host ?? fileHost(place.root);
  const { today } = options;
  const useCache = options.cache && !watched;
  const cache = useCache ? resultCacheOf(place.root, [buildId, today, entries]) : undefined;
  const found = await cache?.find(host);
  if (found) {
    const { compilation, documents } = found;
    const compiled = summaryOf({ ...compilation, outputs: [], scenarios: [] }, entries, options);
    if (compiled.failed || !way.hasDocuments) return compiled;
    if (documents && way.hasDocuments(documents, compilation.configuration)) {
      return { ...compiled, inPlace: [...documents.keys()] };
    }
  }

  const progress = showProgress(terminal, options.quiet);
  try {
    const compiler = watched?.compiler ?? (await import('@poise/generator')).createCompiler();
    const recording = recordReads(host);
    const compilation = await compiler.compile(entries, recording, {
      today,
      scenarios,
      clock: () => performance.now(),
      digest: sha256,
      onProgress: progress.update,
    });
    const compiled = summaryOf(compilation, entries, options);
    cache?.keep(recording.reads, compilation, way.hasDocuments !== undefined && !compiled.failed);
    return compiled;
  } finally {
    progress.end();
  }
}

function summaryOf(compilation: Compilation, entries: readonly string[], options: CompileOptions): Compiled {
  const failLevel = options.failLevel ?? compilation.configuration.failLevel ?? 'error';
  const { sources, neighbours } = compilation;
  const files = [...entries, ...sources.keys()].filter((file) => file !== CONFIGURATION_FILE && !neighbours.has(file));
  return {
    compilation,
    entries,
    failLevel,
    files: new Set(files).size,
    counts: countSeverities(compilation.findings),
    failed: compilation.findings.some(({ severity }) => reaches(severity, failLevel)),
  };
}
