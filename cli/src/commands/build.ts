import { relative } from 'node:path';
import type { Compilation } from '@poise/generator';
import { counted, plain } from '@poise/generator/words';
import { couldNotFinish, EXIT, type ExitCode } from '../exit-codes.ts';
import { summaryOf } from '../output/counts.ts';
import { secondsSince } from '../output/elapsed.ts';
import { showFindings } from '../output/findings.ts';
import { jsonReport } from '../output/report.ts';
import { table } from '../output/table.ts';
import type { Terminal } from '../terminal.ts';
import { type Place, shownPath } from '../workspace/root.ts';
import { reasonOf } from '../workspace/system-errors.ts';
import { holdsDocuments } from '../writing/holds-documents.ts';
import { outFolder } from '../writing/out-folder.ts';
import { OutputError } from '../writing/output-error.ts';
import { type WrittenOutputs, writeOutputs } from '../writing/write-outputs.ts';
import { type Compiled, compile, type WatchedRun } from './compile.ts';
import type { BuildOptions } from './options.ts';

/** `poise build`: turns the playbooks into JSON, all of them or, if anything is found that fails the build, none. @throws CommandStop */
export async function build(
  paths: readonly string[],
  options: BuildOptions,
  place: Place,
  terminal: Terminal,
  watched?: WatchedRun,
): Promise<ExitCode> {
  const { today } = options;
  const compiled = await compile(paths, options, place, terminal, {
    hasDocuments: (documents, { out }) => holdsDocuments(outFolder(options.out, out, place), documents),
    ...(watched && { watched }),
  });
  const folder = outFolder(options.out, compiled.compilation.configuration.out, place);
  const exitCode = compiled.failed ? EXIT.findings : EXIT.clean;
  const written = compiled.failed ? undefined : write(folder, compiled, place);
  if (options.format === 'json') {
    terminal.print(
      jsonReport({ command: 'build', today, exitCode, ...compiled, ...(written && { written }) }, options.watch),
    );
    return exitCode;
  }
  const shownFolder = plain(relative(place.folder, folder) || '.');
  terminal.print(
    showFindings(compiled.compilation, { ...terminal, pathOf: (file) => shownPath(place, file) }) +
      (options.quiet ? '' : buildSummary(compiled, written, shownFolder, watched?.startedAt)),
  );
  return exitCode;
}

/** @throws CommandStop if the output couldn't be written; it is as it was then */
function write(folder: string, { compilation, inPlace }: Compiled, place: Place): WrittenOutputs {
  if (inPlace) return { changed: [], unchanged: [...inPlace].sort(), removed: [] };
  try {
    return writeOutputs(folder, compilation.outputs);
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    const file = plain(relative(place.folder, error.file) || '.');
    throw couldNotFinish(`\`${file}\` can't be written: ${reasonOf(error.cause)}. Nothing has been changed.`);
  }
}

function buildSummary(
  { compilation, counts, files }: Compiled,
  written: WrittenOutputs | undefined,
  folder: string,
  startedAt: number | undefined,
): string {
  const head = compilation.playbooks.length > 0 ? `${table(playbookRows(compilation))}\n` : '';
  const done = written
    ? `${writtenSummary(written, folder)} in ${secondsSince(startedAt)} s`
    : `nothing was written, and \`${folder}\` is as it was`;
  return `${head}${summaryOf(counts, files)}\n${done}\n`;
}

function playbookRows({ playbooks, timings }: Compilation): readonly (readonly string[])[] {
  const took = (id: string) => (timings.has(id) ? `${Math.round(timings.get(id) ?? 0)} ms` : '–');
  return [
    ['playbook', 'steps', 'rules', 'phrases', 'scenarios', 'findings', 'time'],
    ...playbooks.map(({ id, ...of }) => [
      plain(id),
      ...[of.steps, of.rules, of.phrases, of.scenarios, of.findings].map(String),
      took(id),
    ]),
  ];
}

function writtenSummary({ changed, unchanged, removed }: WrittenOutputs, folder: string): string {
  const parts = [
    `${counted(changed.length + unchanged.length, 'file')} in \`${folder}\``,
    changed.length > 0 ? `${changed.length} of them new or changed` : 'none of them changed',
    removed.length > 0 ? `${counted(removed.length, 'file')} of an earlier build removed` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
