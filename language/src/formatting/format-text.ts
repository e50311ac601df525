import type { PlaybookServices } from '../services.ts';
import { layOutFile } from './file.ts';
import type { Section, Span } from './pieces.ts';
import { readSections } from './sections.ts';

/** White space to put in the place of other white space. */
export interface FormattingEdit extends Span {
  readonly text: string;
}

/** A text as it should be laid out. */
export interface Formatting {
  readonly text: string;
  /** What leads there, in order. */
  readonly edits: readonly FormattingEdit[];
  /** The lines that stayed as they were because something in them can't be read, or looks to mean what it doesn't. */
  readonly leftAlone: readonly Span[];
}

/**
 * Lays out the text of a playbook. Only white space changes, and nothing changes that means anything: no word, no comment, no string. What can't be
 * read as a whole declaration stays byte for byte. Whatever the text is, there is a result, and formatting that again changes nothing.
 *
 * @param range if given, only the members change that it touches
 */
export function formatText(text: string, services: PlaybookServices, range?: Span): Formatting {
  const sections = readSections(text, services);
  const edits = editsOf(text, sections);
  const chosen = range ? within(edits, membersIn(sections, range)) : edits;
  return {
    text: applied(text, chosen),
    edits: chosen,
    leftAlone: sections.flatMap(({ kind, start, end }) => (kind === 'untouched' ? [{ start, end }] : [])),
  };
}

function editsOf(text: string, sections: readonly Section[]): FormattingEdit[] {
  const lineEnd = usualLineEnd(text);
  const edits: FormattingEdit[] = [];
  let end = 0;
  const replace = (start: number, white: string): void => {
    // With white space before it, a byte order mark is white space, too; without, it begins a word. So that stays as it is.
    if (text[start] === '\uFEFF') return;
    if (text.slice(end, start) !== white) edits.push({ start: end, end: start, text: white });
  };
  let isFirst = true;
  for (const { hasBlankAbove, pieces } of layOutFile(sections)) {
    for (const [index, { piece, spaces }] of pieces.entries()) {
      const above = index > 0 ? '' : isFirst ? '' : hasBlankAbove ? lineEnd + lineEnd : lineEnd;
      replace(piece.start, above + ' '.repeat(spaces));
      end = piece.end;
      isFirst = false;
    }
  }
  replace(text.length, isFirst ? '' : lineEnd);
  return edits;
}

/** How most lines of a text end. */
function usualLineEnd(text: string): string {
  const counts = new Map<string, number>(['\n', '\r\n', '\r'].map((lineEnd) => [lineEnd, 0]));
  for (const [lineEnd] of text.matchAll(/\r\n|\r|\n/g)) counts.set(lineEnd, (counts.get(lineEnd) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? '\n';
}

/** The members that a range touches, as one stretch of text. */
function membersIn(sections: readonly Section[], range: Span): Span | undefined {
  const touched = sections.filter(
    ({ kind, start, end }) => kind === 'member' && start <= range.end && range.start <= end,
  );
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last && { start: first.start, end: last.end };
}

/** The edits in some members and right before the first of them. */
function within(edits: readonly FormattingEdit[], members: Span | undefined): FormattingEdit[] {
  return members ? edits.filter(({ start, end }) => end >= members.start && start < members.end) : [];
}

function applied(text: string, edits: readonly FormattingEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}
