import { ast, belowPlace, type Sight, stringValue } from '@poise/language';
import type { TextEdit } from 'vscode-languageserver';

/** Adds the `use` line of a file: where it belongs by the alphabet, if the others are in that order, else below them. */
export function useLineEdit(path: string, sight: Sight): TextEdit {
  const { textDocument } = sight.document;
  const line = `use "${path}"`;
  const uses = sight.file.members.filter(ast.isUse).filter(({ path: used }) => used !== undefined);
  const [first] = uses;
  const after = uses.findLast(({ path: used }) => stringValue(used) < path);
  const insert = (offset: number, newText: string): TextEdit => {
    const position = textDocument.positionAt(offset);
    return { range: { start: position, end: position }, newText };
  };
  const place = after ?? first;
  const stands = place && sight.placeOf(place);
  if (!stands) return insert(textDocument.getText().startsWith('\uFEFF') ? 1 : 0, `${line}\n\n`);
  if (!after) return insert(stands.start, `${line}\n`);
  const { start, text } = belowPlace(sight.document, stands.end, line);
  return insert(start, text);
}
