import { type AstNode, CstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import type { Change, Source } from './fix.ts';

/** Writes lines below a node: after the remark behind it, too, if there is one. */
export function below(document: Source, node: AstNode, lines: string): Change {
  return belowPlace(document, node.$cstNode?.end ?? document.textDocument.getText().length, lines);
}

/** Writes lines below a place, an offset in UTF-16 units: what stands there of its line, if that is more than a remark, goes on below them. */
export function belowPlace(document: Source, end: number, lines: string): Change {
  const [rest = ''] = /^[^\r\n]*/.exec(document.textDocument.getText().slice(end)) ?? [];
  const isLast = /^\s*(\/\/.*)?$/.test(rest);
  const at = isLast ? end + rest.trimEnd().length : end;
  return { document, start: at, end: at, text: isLast ? `\n${lines}` : `\n${lines}\n` };
}

/** Writes a `use` line where those stand. */
export function withUse(document: Source, path: string): Change {
  const line = `use "${path}"`;
  const last = document.parseResult.value.members.findLast(ast.isUse);
  return last ? below(document, last, line) : atTheTop(document, `${line}\n`);
}

/** Writes a line into a part, above all others that it has. */
export function inside(document: Source, member: ast.Member, line: string): Change {
  const first = member.items[0]?.$cstNode;
  if (!member.$cstNode || !first) return below(document, member, `  ${line}`);
  const heading = CstUtils.flattenCst(member.$cstNode).filter((word) => !word.hidden && word.end <= first.offset);
  return belowPlace(document, heading.toArray().at(-1)?.end ?? 0, `  ${line}`);
}

/** Writes lines at the beginning of a file. */
export function atTheTop(document: Source, lines: string): Change {
  const at = document.textDocument.getText().startsWith('\uFEFF') ? 1 : 0;
  return { document, start: at, end: at, text: `${lines}\n` };
}

/** Takes out a stretch of a file with the lines that it fills, and the blank ones that would then stand at the top or be too many. */
export function without(document: Source, start: number, end: number): Change {
  const text = document.textDocument.getText();
  const before = /(?:^|[\r\n])([^\S\r\n]*)$/.exec(text.slice(0, start))?.[1];
  const after = /^[^\S\r\n]*(\r\n|\r|\n|$)/.exec(text.slice(end))?.[0];
  if (before === undefined || after === undefined) return { document, start, end, text: '' };
  const lineStart = start - before.length;
  const isBlankAbove = lineStart === 0 || /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)$/.test(text.slice(0, lineStart));
  const lineEnd = end + after.length;
  const blank = isBlankAbove ? (/^(?:[^\S\r\n]*(?:\r\n|\r|\n))*/.exec(text.slice(lineEnd))?.[0].length ?? 0) : 0;
  return { document, start: lineStart, end: lineEnd + blank, text: '' };
}
