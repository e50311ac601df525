import type { AstNode } from 'langium';
import type { Change, Source } from './fix.ts';

/** Writes lines below a node: after the remark behind it, too, if there is one. */
export function below(document: Source, node: AstNode, lines: string): Change {
  const text = document.textDocument.getText();
  const end = node.$cstNode?.end ?? text.length;
  const [rest = ''] = /^[^\r\n]*/.exec(text.slice(end)) ?? [];
  const isLast = /^\s*(\/\/.*)?$/.test(rest);
  const at = isLast ? end + rest.trimEnd().length : end;
  return { document, start: at, end: at, text: isLast ? `\n${lines}` : `\n${lines}\n` };
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
