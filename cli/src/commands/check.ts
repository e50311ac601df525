import { EXIT, type ExitCode } from '../exit-codes.ts';
import { summaryOf } from '../output/counts.ts';
import { showFindings } from '../output/findings.ts';
import { jsonReport } from '../output/report.ts';
import { showSuppressions } from '../output/suppressions.ts';
import type { Terminal } from '../terminal.ts';
import { type Place, shownPath } from '../workspace/root.ts';
import { compile, type WatchedRun } from './compile.ts';
import type { CheckCommandOptions } from './options.ts';

/** `poise check`: says what is wrong with the playbooks. @throws CommandStop */
export async function check(
  paths: readonly string[],
  options: CheckCommandOptions,
  place: Place,
  terminal: Terminal,
  watched?: WatchedRun,
): Promise<ExitCode> {
  const compiled = await compile(paths, options, place, terminal, { ...(watched && { watched }) });
  const exitCode = compiled.failed ? EXIT.findings : EXIT.clean;
  if (options.format === 'json') {
    terminal.print(jsonReport({ command: 'check', today: options.today, exitCode, ...compiled }, options.watch));
    return exitCode;
  }
  const style = { ...terminal, pathOf: (file: string) => shownPath(place, file) };
  terminal.print(
    showFindings(compiled.compilation, style) +
      (options.suppressions ? showSuppressions(compiled.compilation, style) : '') +
      (options.quiet ? '' : `${summaryOf(compiled.counts, compiled.files)}\n`),
  );
  return exitCode;
}
