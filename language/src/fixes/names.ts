import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import type { Fix, FixContext, Fixer } from './fix.ts';
import { atTheTop, below } from './lines.ts';

/** Writes what was most likely meant. Of what stands in quotes or braces, those stay. */
export const writeWhatWasMeant: Fixer<{ readonly suggestion?: string | undefined }> = ({
  data: { suggestion },
  found,
  document,
}) => {
  if (suggestion === undefined) return [];
  const { textDocument } = document;
  const offset = textDocument.offsetAt(found.range.start);
  const text = textDocument.getText(found.range);
  const quotes = /^["{].*["}]$/s.test(text) && !suggestion.startsWith('{') ? 1 : 0;
  const [start, end] = [offset + quotes, offset + text.length - quotes];
  return [{ title: `Write ${code(suggestion)}`, changes: [{ document, start, end, text: suggestion }] }];
};

/** Writes the name that was most likely meant, or uses the file that has it. */
export const findTheName: Fixer<{ readonly suggestion?: string | undefined; readonly file?: string | undefined }> = (
  context,
) => [...writeWhatWasMeant(context), ...useFile(context)];

function useFile({ data: { file }, document }: FixContext<{ readonly file?: string | undefined }>): readonly Fix[] {
  if (file === undefined) return [];
  const line = `use "${file}"`;
  const last = document.parseResult.value.members.findLast(ast.isUse);
  return [
    { title: `Add ${code(line)}`, changes: [last ? below(document, last, line) : atTheTop(document, `${line}\n`)] },
  ];
}
