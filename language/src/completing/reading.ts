import type { AstNode, LangiumDocument } from 'langium';
import type * as ast from '../generated/ast.ts';
import { differenceBetween } from '../parsing/difference.ts';
import { startOfLine } from '../parsing/line-ends.ts';
import type { PlaybookServices } from '../services.ts';
import { beginsMember } from './place.ts';

/** A file as its text is now, as far as its declarations go. */
export interface Reading {
  readonly file: ast.PlaybookFile;
  /** Where a node of it stands in the text as it is now; UTF-16 offsets. */
  placeOf(node: AstNode): { readonly start: number; readonly end: number } | undefined;
}

/**
 * Reads a file as its text is now. While a line is being typed, what was read before still counts: nothing but that line is different, and a long file
 * isn't read again at each letter.
 */
export function readNow(document: LangiumDocument<ast.PlaybookFile>, services: PlaybookServices): Reading {
  const now = document.textDocument.getText();
  const tree = document.parseResult.value;
  const before = tree.$cstNode?.root.fullText ?? '';
  const change = differenceBetween(before, now);
  const [oldLine, newLine] = [lineOf(before, change.start, change.oldEnd), lineOf(now, change.start, change.newEnd)];
  if (oldLine !== undefined && newLine !== undefined && declareAlike(oldLine, newLine)) {
    const shift = (offset: number): number =>
      offset < change.oldEnd ? offset : offset + change.newEnd - change.oldEnd;
    return {
      file: tree,
      placeOf: ({ $cstNode: node }) => node && { start: shift(node.offset), end: shift(node.end) },
    };
  }
  return {
    file: services.parser.LangiumParser.parse<ast.PlaybookFile>(now).value,
    placeOf: ({ $cstNode: node }) => node && { start: node.offset, end: node.end },
  };
}

/** The line in which a stretch stands, but for white space around it; nothing where it reaches over several. */
function lineOf(text: string, start: number, end: number): string | undefined {
  const changed = text.slice(start, end);
  if (/[\r\n]/.test(changed) && changed.trim() !== '') return undefined;
  const word = start + (changed.length - changed.trimStart().length);
  const lineEnd = text.indexOf('\n', word);
  return text.slice(startOfLine(text, word), lineEnd < 0 ? text.length : lineEnd);
}

/** Whether two lines make no difference to what a file declares, but perhaps to what is declared in that very line. */
function declareAlike(before: string, now: string): boolean {
  if (!declares(before) && !declares(now)) return true;
  const [first] = now.trim().split(/\s/, 1);
  return declares(now) && first === before.trim().split(/\s/, 1)[0] && first !== 'use';
}

/** Whether a line may declare something. */
function declares(line: string): boolean {
  return beginsMember(line) || /^\s*(?:offer|promise|stage)\b/.test(line);
}
