import type { AstNode, DocumentationProvider } from 'langium';
import * as ast from '../generated/ast.ts';
import { textValue } from '../parsing/texts.ts';

const NOTE_LINE = /^\s*\/\/\/ ?(.*?)\s*$/;

/** What the source says of a declaration in `///` lines right above it. */
export function noteOf(node: AstNode): string | undefined {
  const lines: string[] = [];
  const source = node.$cstNode?.root.fullText ?? '';
  let lineStart = source.lastIndexOf('\n', (node.$cstNode?.offset ?? 0) - 1) + 1;
  while (lineStart > 0) {
    const start = source.lastIndexOf('\n', lineStart - 2) + 1;
    const comment = NOTE_LINE.exec(source.slice(start, lineStart - 1))?.[1];
    if (comment === undefined) break;
    lines.unshift(comment);
    lineStart = start;
  }
  return lines.length > 0 ? lines.join('\n') : undefined;
}

/** What an editor shows of a declaration: its title, then its note. */
export class NoteProvider implements DocumentationProvider {
  getDocumentation(node: AstNode): string | undefined {
    const title = 'title' in node && ast.isText(node.title) ? textValue(node.title) : undefined;
    return [title, noteOf(node)].filter((part) => part !== undefined).join('\n\n') || undefined;
  }
}
