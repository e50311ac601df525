import { EXIT, type ExitCode } from '../exit-codes.ts';
import { summaryOf } from '../output/counts.ts';
import { showFindings } from '../output/findings.ts';
import { jsonReport } from '../output/report.ts';
import type { Terminal } from '../terminal.ts';
import { type Place, shownPath } from '../workspace/root.ts';
import { compile } from './compile.ts';
import type { CheckOptions } from './options.ts';

/** `poise check`: says what is wrong with the playbooks. @throws CommandStop */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  place: Place,
  terminal: Terminal,
): Promise<ExitCode> {
  const { today, failLevel } = options;
  const compiled = await compile(paths, options, place, terminal);
  const exitCode = compiled.failed ? EXIT.findings : EXIT.clean;
  if (options.format === 'json') {
    terminal.print(jsonReport({ command: 'check', today, failLevel, exitCode, ...compiled }));
    return exitCode;
  }
  terminal.print(
    showFindings(compiled.compilation, { ...terminal, pathOf: (file) => shownPath(place, file) }) +
      (options.quiet ? '' : `${summaryOf(compiled.counts, compiled.files)}\n`),
  );
  return exitCode;
}
