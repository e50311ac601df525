import type { Guide, GuidePart } from '@poise/generator/guide';
import type { PreviewFile } from '@poise/server/protocol';
import type { SourcePlace } from './messages.ts';

type Position = GuidePart['at'];
type Files = readonly PreviewFile[];

/** What is said at a place goes by this key: it is what `aria-current` and the cursor find each other by. */
export function keyOf({ file, line, column }: Position): string {
  return `${file}:${line}:${column}`;
}

/** Where the source says so. */
export function sourceOf(key: string, files: Files): SourcePlace | undefined {
  const [file = -1, line = 1, column = 1] = key.split(':').map(Number);
  const uri = files[file]?.uri;
  return uri === undefined ? undefined : { uri, line, column };
}

/** The place of the playbook's heading. */
export function headingOf(files: Files): Position | undefined {
  const file = files.findIndex(({ heading }) => heading !== undefined);
  const line = files[file]?.heading;
  return line === undefined ? undefined : { file, line, column: 1 };
}

/** What is shown of the place where the cursor is: the nearest before it that belongs to the same part of the file. */
export function keyAt({ uri, line, column }: SourcePlace, guide: Guide, files: Files): string | undefined {
  const file = files.findIndex((one) => one.uri === uri);
  const part = files[file]?.parts.find(([first, last]) => first <= line && line <= last);
  if (!part) return undefined;
  const [first] = part;
  const places = placesIn(guide, files).filter((at) => at.file === file && first <= at.line && at.line <= line);
  // In the white space before a line, the cursor is on that line.
  const begins = Math.min(...places.flatMap((at) => (at.line === line ? [at.column] : [])));
  const cursor = { line, column: Math.max(column, Number.isFinite(begins) ? begins : 0) };
  let best: Position | undefined;
  for (const at of places) if (!isAfter(at, cursor) && (!best || isAfter(at, best))) best = at;
  return best && keyOf(best);
}

/** Everything that is shown at a place of its own. */
function placesIn({ sections, mistakes }: Guide, files: Files): readonly Position[] {
  const heading = headingOf(files);
  const shown = sections.flatMap(({ parts }) =>
    parts.flatMap((part) => [
      part.at,
      ...part.lines.flatMap(({ at, texts }) => [at, ...(texts.length > 1 ? texts.map((text) => text.at) : [])]),
    ]),
  );
  return [...(heading ? [heading] : []), ...shown, ...mistakes.map(({ at }) => at)];
}

function isAfter(a: Pick<Position, 'line' | 'column'>, b: Pick<Position, 'line' | 'column'>): boolean {
  return a.line > b.line || (a.line === b.line && a.column > b.column);
}
