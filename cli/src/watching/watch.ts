import { sep } from 'node:path';
import { createCompiler } from '@poise/generator';
import type { WatchedRun } from '../commands/compile.ts';
import type { CompileOptions } from '../commands/options.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { reportingStops, sayStop } from '../output/stops.ts';
import type { Terminal } from '../terminal.ts';
import { currentPlace, type Place, shownPath, workspacePath } from '../workspace/root.ts';
import type { ChangedPaths } from './changes.ts';
import { endOfInput } from './input-end.ts';
import { WatchedFiles } from './watched-files.ts';
import { runLine, WAITING } from './words.ts';

/**
 * Runs a command, and again whenever something has changed that it depends on, one run at a time. Whatever stops the first run ends the watch, since
 * then the command itself is wrong; what stops a later one is said. The root stays what it was at the beginning.
 *
 * Ctrl-C isn't waited for: the system ends the process, and whoever called it sees that.
 *
 * @returns when the program that holds standard input is gone
 * @throws CommandStop from the first run
 */
export async function watch(
  paths: readonly string[],
  options: Pick<CompileOptions, 'format' | 'quiet' | 'watch'>,
  terminal: Terminal,
  command: (place: Place, watched: WatchedRun) => Promise<ExitCode>,
): Promise<ExitCode> {
  const place = await reportingStops(options, terminal, async () => currentPlace());
  const files = new WatchedFiles(paths, place);
  const compiler = createCompiler();
  const run = async (startedAt: number): Promise<void> => {
    files.startRun();
    const watched: WatchedRun = { compiler, host: files.host, entries: () => files.entries(), startedAt };
    await reportingStops(options, terminal, () => command(place, watched));
    files.endRun();
  };
  const speak = (text: string): void => {
    if (options.format === 'pretty' && !options.quiet) terminal.print(text);
  };
  try {
    await files.look();
    await run(0);
    speak(WAITING);
    const end = endOfInput();
    for (;;) {
      const changed = await Promise.race([files.changes.next(), end]);
      if (!changed) return EXIT.clean;
      const startedAt = performance.now();
      const names = await whatChanged(changed, files);
      if (names.length === 0) continue;
      const shown = names.map((path) => shownPath(place, workspacePath(place.root, path)));
      speak(runLine(shown, new Date(), terminal));
      await run(startedAt).catch((error: unknown) => sayStop(error, terminal));
      speak(WAITING);
    }
  } finally {
    files.close();
  }
}

/** The paths that make another run worth its while; of a folder and what is in it, what is in it. */
async function whatChanged({ inputs, places }: ChangedPaths, files: WatchedFiles): Promise<readonly string[]> {
  const entries = await files.look();
  if (inputs.size === 0 && !entries) return [];
  const named = new Set([...inputs, ...(entries ?? [])]);
  const paths = [...(named.size > 0 ? named : places)].sort();
  return paths.filter((path) => !paths.some((other) => other.startsWith(path + sep)));
}
