import { readFileSync } from 'node:fs';
import type { Coverage } from '@poise/generator/coverage';
import istanbulCoverage from 'istanbul-lib-coverage';
import istanbulReport from 'istanbul-lib-report';
import HtmlReport from 'istanbul-reports/lib/html/index.js';
import LcovOnlyReport from 'istanbul-reports/lib/lcovonly/index.js';
import { codeCoverage } from './code-coverage.ts';
import { pageInOurWords } from './pages.ts';

export type ReportFiles = ReadonlyMap<string, string | Uint8Array>;

/** Pages that show the sources with what isn't covered in them; `index.html` is the first. */
export function htmlFiles(coverage: Coverage, sources: ReadonlyMap<string, string>): ReportFiles {
  const files = filesOf(new HtmlReport({}), coverage, sources);
  return new Map(
    [...files].map(([path, content]) => [
      path,
      typeof content === 'string' ? pageInOurWords(path, content, coverage) : content,
    ]),
  );
}

/** `lcov.info`, which editors and services read. */
export function lcovFiles(coverage: Coverage, sources: ReadonlyMap<string, string>): ReportFiles {
  return filesOf(new LcovOnlyReport({}), coverage, sources);
}

/** What a report would write, without writing it. */
function filesOf(
  report: InstanceType<typeof istanbulReport.ReportBase>,
  coverage: Coverage,
  sources: ReadonlyMap<string, string>,
): Map<string, string | Uint8Array> {
  const context = istanbulReport.createContext({
    coverageMap: istanbulCoverage.createCoverageMap(codeCoverage(coverage, sources)),
    // The pages use these two characters in the place of < and >, which they take care of.
    sourceFinder: (path) => (sources.get(path) ?? '').replaceAll('\u0001', '␁').replaceAll('\u0002', '␂'),
  });
  const files = new Map<string, string | Uint8Array>();
  context.data.writer = writerInto(files);
  report.execute(context);
  return files;
}

/** Stands in for the library's own writer of files. */
function writerInto(files: Map<string, string | Uint8Array>) {
  return {
    writeFile(path: string) {
      files.set(path, '');
      const write = (text: string) => void files.set(path, `${files.get(path)}${text}`);
      return { write, println: (text: string) => write(`${text}\n`), colorize: (text: string) => text, close() {} };
    },
    copyFile(source: string, path: string, header = '') {
      files.set(path.replace(/^\.\//, ''), Buffer.concat([Buffer.from(header), readFileSync(source)]));
    },
  };
}
