import { plain } from '@poise/generator/words';
import { columnsOf } from './width.ts';

/** A part of one line, in UTF-16 units from 0; empty where both are the same. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A source line fit for a terminal, and the marks that go below it. */
export interface Frame {
  readonly source: string;
  readonly indent: string;
  readonly carets: string;
}

const CUT = '…';

/**
 * Shows a span of a line: `^` below what is meant. A long line is cut to a window round the span's start, and whatever a terminal would obey
 * is replaced, so the marks stand right whatever the source holds.
 *
 * Not `@babel/code-frame`: that highlights as JavaScript, sends a line of ten megabytes whole and control characters as they are, and counts a
 * wide character as one column.
 *
 * @param width how many columns the source line may take
 */
export function frame(line: string, span: Span, width: number): Frame {
  const start = Math.min(span.start, line.length);
  const end = Math.min(Math.max(span.end, start), line.length);
  const from = line.length <= width ? 0 : wholeCharacter(line, Math.max(0, start - Math.floor(width / 3)));
  const to = wholeCharacter(line, Math.min(line.length, from + width));
  const before = (from > 0 ? CUT : '') + shown(line.slice(from, start));
  const marked = shown(line.slice(start, Math.min(end, to)));
  const after = shown(line.slice(Math.min(end, to), to)) + (to < line.length ? CUT : '');
  return {
    source: (before + marked + after).trimEnd(),
    indent: ' '.repeat(columnsOf(before)),
    carets: '^'.repeat(Math.max(1, columnsOf(marked))),
  };
}

/** Tabs become two spaces: how wide a terminal makes one depends on where it stands. */
function shown(text: string): string {
  return plain(text.replaceAll('\t', '  '));
}

/** The place itself, or the one before it where it would split a surrogate pair. */
function wholeCharacter(text: string, index: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(index)) ? index - 1 : index;
}
