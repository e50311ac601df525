import type { Compilation, FileFinding } from '@poise/generator';
import { counted, plain, sentence } from '@poise/generator/words';
import type { Severity } from '@poise/language';
import type { Colors } from '../terminal.ts';
import { frame } from './frame.ts';
import { Lines } from './lines.ts';
import { relatedPath } from './related.ts';

/** How findings are shown to a person. */
export interface FindingStyle {
  readonly colors: Colors;
  readonly width: number;
  /** A file's path as the reader would type it, from its path in the workspace. */
  readonly pathOf: (file: string) => string;
}

/** A file with more findings has been mangled, or isn't a playbook: the first ones say what there is to know. */
const MOST_OF_A_FILE = 100;

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' };

/** All findings as text for a person, in the order given. `''` if there are none. */
export function showFindings(
  { findings, sources }: Pick<Compilation, 'findings' | 'sources'>,
  style: FindingStyle,
): string {
  const linesOf = remembered((file: string) => new Lines(sources.get(file) ?? ''));
  const shownOf = new Map<string, number>();
  let text = '';
  for (const finding of findings) {
    const shown = shownOf.get(finding.file) ?? 0;
    shownOf.set(finding.file, shown + 1);
    if (shown < MOST_OF_A_FILE) text += `${showFinding(finding, linesOf(finding.file), style)}\n`;
  }
  for (const [file, count] of shownOf) {
    if (count <= MOST_OF_A_FILE) continue;
    const more = `${counted(count, 'finding')} in this file; the first ${MOST_OF_A_FILE} are shown`;
    text += `${style.colors.bold(plain(style.pathOf(file)))}  ${more}\n\n`;
  }
  return text;
}

function showFinding(finding: FileFinding, lines: Lines, { colors, width, pathOf }: FindingStyle): string {
  const { file, range, severity, message, code, help, related } = finding;
  const place = colors.bold(placeOf(pathOf(file), range.start));
  const word = severityColor(severity, colors)(SEVERITY_WORDS[severity]);
  const text = [`${place}  ${word}  ${sentence(message)}  ${colors.dim(`[${code}]`)}`];

  const line = lines.at(range.start.line);
  if (line.trim() !== '') {
    const number = String(range.start.line + 1);
    const end = range.end.line === range.start.line ? range.end.character : line.length;
    const margin = ' '.repeat(number.length);
    const shown = frame(line, { start: range.start.character, end }, width - number.length - 6);
    text.push(
      `  ${colors.dim(`${number} |`)} ${shown.source}`,
      `  ${colors.dim(`${margin} |`)} ${shown.indent}${severityColor(severity, colors)(shown.carets)}`,
    );
  }
  if (help !== undefined) text.push(`  ${colors.cyan('help:')} ${sentence(help)}`);
  for (const { uri, range: there, message: why } of related) {
    text.push(`  ${colors.dim('see')} ${placeOf(pathOf(relatedPath(uri)), there.start)}  ${sentence(why)}`);
  }
  return text.map((shownLine) => `${shownLine}\n`).join('');
}

/** `file:line:column`, as terminals and editors make it a link. People count from 1. */
export function placeOf(
  path: string,
  { line, character }: { readonly line: number; readonly character: number },
): string {
  return `${plain(path)}:${line + 1}:${character + 1}`;
}

function severityColor(severity: Severity, colors: Colors): (text: string) => string {
  switch (severity) {
    case 'error':
      return colors.red;
    case 'warning':
      return colors.yellow;
    case 'info':
      return colors.blue;
  }
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
