import { createHash } from 'node:crypto';
import { type Compilation, compileWorkspace } from '@poise/generator';
import type { Severity } from '@poise/language';
import { countSeverities, reaches, type SeverityCounts } from '../output/counts.ts';
import { showProgress } from '../progress.ts';
import type { Terminal } from '../terminal.ts';
import { findEntries } from '../workspace/entries.ts';
import { fileHost } from '../workspace/file-host.ts';
import { type Place, WORKSPACE_FILE } from '../workspace/root.ts';
import type { CheckOptions } from './options.ts';

/** What compiling the playbooks of a command line gave. */
export interface Compiled {
  readonly compilation: Compilation;
  /** How many files were looked at, those included that couldn't be read. */
  readonly files: number;
  readonly counts: SeverityCounts;
  /** What makes the command fail: as the command line says, else as the configuration does. */
  readonly failLevel: Severity;
  /** Whether something was found that is as bad as the fail level, or worse. */
  readonly failed: boolean;
}

/** The part that checking and building share. @throws CommandStop */
export async function compile(
  paths: readonly string[],
  options: CheckOptions,
  place: Place,
  terminal: Terminal,
): Promise<Compiled> {
  const entries = findEntries(paths, place);
  const progress = showProgress(terminal, options.quiet);
  try {
    const compilation = await compileWorkspace(entries, fileHost(place.root), {
      today: options.today,
      clock: () => performance.now(),
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      onProgress: progress.update,
    });
    const failLevel = options.failLevel ?? compilation.configuration.failLevel ?? 'error';
    const files = [...entries, ...compilation.sources.keys()].filter((file) => file !== WORKSPACE_FILE);
    return {
      compilation,
      failLevel,
      files: new Set(files).size,
      counts: countSeverities(compilation.findings),
      failed: compilation.findings.some(({ severity }) => reaches(severity, failLevel)),
    };
  } finally {
    progress.end();
  }
}
