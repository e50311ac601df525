import type { Compilation, FileFinding, FileSuppression, PlaybookSummary } from '@poise/generator';
import type { Finding, Severity } from '@poise/language';
import { version } from '../version.ts';
import type { WrittenOutputs } from '../writing/write-outputs.ts';
import type { SeverityCounts } from './counts.ts';
import { relatedPath } from './related.ts';

/** Raised when a reader of the older format would be misled by the newer. Properties may be added without. */
export const REPORT_FORMAT = 1;

/** What a command found and did, with all that its report says. */
export interface CommandResult {
  readonly command: 'check' | 'build';
  readonly today: string;
  readonly failLevel: Severity;
  readonly failed: boolean;
  readonly exitCode: number;
  readonly files: number;
  readonly counts: SeverityCounts;
  readonly compilation: Compilation;
  /** Of a build that wasn't stopped by findings. */
  readonly written?: WrittenOutputs;
}

/**
 * The document of `--format json`; `cli/report.schema.json` describes it. It depends on nothing but the sources, the options and what was in the
 * output folder: no time of day, no path of this machine.
 *
 * @param onOneLine for one of several, which are told apart by their lines
 */
export function jsonReport(result: CommandResult, onOneLine: boolean): string {
  const { command, today, failLevel, failed, exitCode, files, counts, compilation, written } = result;
  const report = {
    format: REPORT_FORMAT,
    poise: version,
    command,
    exitCode,
    reason: failed ? 'findings' : 'clean',
    today,
    failLevel,
    counts: { files, errors: counts.error, warnings: counts.warning, infos: counts.info },
    findings: compilation.findings.map(reportedFinding),
    suppressions: compilation.suppressions.map(reportedSuppression),
    playbooks: compilation.playbooks.map(reportedPlaybook),
    ...(written && { written }),
  };
  return jsonDocument(report, onOneLine);
}

/** The document of `--format json` for a command that was stopped before it had any result. */
export function jsonStop(exitCode: number, message: string, onOneLine: boolean): string {
  const reason = exitCode === 2 ? 'wrong-use' : 'failed';
  return jsonDocument({ format: REPORT_FORMAT, poise: version, exitCode, reason, message }, onOneLine);
}

/** Also for a terminal: what it would obey, and JSON allows as it is, is escaped. */
export function jsonDocument(report: object, onOneLine: boolean): string {
  const text = JSON.stringify(report, undefined, onOneLine ? 0 : 2);
  const harmless = text.replace(
    /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${harmless}\n`;
}

export function reportedFinding({ file, range, severity, code, message, help, related, data }: FileFinding): object {
  return {
    file,
    ...reportedRange(range),
    severity,
    code,
    message,
    ...(help !== undefined && { help }),
    ...(related.length > 0 && {
      related: related.map((place) => ({
        file: relatedPath(place.uri),
        ...reportedRange(place.range),
        message: place.message,
      })),
    }),
    data,
  };
}

function reportedSuppression({ file, range, code, reason }: FileSuppression): object {
  return { file, ...reportedRange(range), code, reason };
}

/** People and other tools count lines and columns from 1; columns are UTF-16 units, and the end is the first one after. */
function reportedRange({ start, end }: Finding['range']): object {
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function reportedPlaybook({ id, title, file, version: edition, ...counts }: PlaybookSummary): object {
  const { steps, rules, phrases, scenarios, findings } = counts;
  return { id, title, file, version: edition, steps, rules, phrases, scenarios, findings };
}
