import { join, relative } from 'node:path';
import type { Coverage } from '@poise/generator/coverage';
import { plain } from '@poise/generator/words';
import { COVERAGE_REPORTS, type CoverageReport } from '../../commands/options.ts';
import { couldNotFinish } from '../../exit-codes.ts';
import type { Terminal } from '../../terminal.ts';
import { type Place, shownPath } from '../../workspace/root.ts';
import { reasonOf } from '../../workspace/system-errors.ts';
import { outFolder } from '../../writing/out-folder.ts';
import { OutputError } from '../../writing/output-error.ts';
import { writeFiles } from '../../writing/write-files.ts';
import { coverageJson } from './json.ts';
import { shortfallsOf } from './shortfalls.ts';
import { coverageText } from './text.ts';

export interface CoverageOptions {
  readonly reports: readonly CoverageReport[];
  /** The folder for them, as on the command line. */
  readonly out?: string;
  /** Whether to leave out the tables. */
  readonly quiet: boolean;
  /** How many per cent of rules, of steps and of thresholds have to be covered. */
  readonly min?: number;
}

/** Where reports go if nothing else is said: a folder of the workspace's root. */
const DEFAULT_FOLDER = 'coverage';

/**
 * Says what is covered, and writes the reports that are asked for.
 *
 * @param sources the texts of the files by their paths from the workspace's root
 * @returns the words to show, and whether it is enough
 * @throws CommandStop if a report can't be written
 */
export async function reportCoverage(
  coverage: Coverage,
  sources: ReadonlyMap<string, string>,
  options: CoverageOptions,
  place: Place,
  { colors }: Pick<Terminal, 'colors'>,
): Promise<{ readonly text: string; readonly isEnough: boolean }> {
  const written = options.reports.length > 0 ? await writeReports(coverage, sources, options, place) : [];
  const shortfalls = options.min === undefined ? [] : shortfallsOf(coverage, options.min);
  const ends = [
    ...written.map((file) => `\`${plain(file)}\` is written`),
    ...shortfalls.map((line) => colors.red(line)),
  ];
  const tables = options.quiet ? [] : [coverageText(coverage, { colors, pathOf: (file) => shownPath(place, file) })];
  const last = ends.map((line) => `${line}\n`).join('');
  return { text: [...tables, ...(last ? [last] : [])].join('\n'), isEnough: shortfalls.length === 0 };
}

/** @returns the files to begin with, from the current folder */
async function writeReports(
  coverage: Coverage,
  sources: ReadonlyMap<string, string>,
  { reports, out }: CoverageOptions,
  place: Place,
): Promise<readonly string[]> {
  const folder = outFolder(out, DEFAULT_FOLDER, place, '--coverage-out');
  const files = new Map<string, string | Uint8Array>();
  const add = (more: ReadonlyMap<string, string | Uint8Array>) => {
    for (const [path, content] of more) files.set(path, content);
  };
  if (reports.includes('html') || reports.includes('lcov')) {
    const viewers = await import('./viewer-files.ts');
    if (reports.includes('html')) add(viewers.htmlFiles(coverage, sources));
    if (reports.includes('lcov')) add(viewers.lcovFiles(coverage, sources));
  }
  if (reports.includes('json')) files.set('coverage.json', coverageJson(coverage));
  try {
    writeFiles(folder, files);
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    throw couldNotFinish(
      `\`${plain(relative(place.folder, error.file))}\` can't be written: ${reasonOf(error.cause)}.`,
    );
  }
  const first = { html: 'index.html', lcov: 'lcov.info', json: 'coverage.json' };
  return COVERAGE_REPORTS.filter((report) => reports.includes(report)).map((report) =>
    relative(place.folder, join(folder, first[report])),
  );
}
