import type { Range } from 'vscode-languageserver-types';

/** A name that is marked in a text, and what it stands for. */
export interface MarkedName {
  readonly path: string;
  readonly range: Range;
  /** What it stands for: all marks of the same thing go by the same word. */
  readonly thing: string;
  readonly isDeclaration: boolean;
}

const MARK = /«(?<declares>!?)(?:(?<thing>\w+)\|)?(?<name>\w+)»/;

/**
 * Takes the marks out of a text: `«anger»` is a name, `«!anger»` where it is declared, `«!other|anger»` where something else of the same name is.
 *
 * @returns the text without marks, and what was marked
 */
export function readMarkedNames(path: string, marked: string): { text: string; names: readonly MarkedName[] } {
  const names: MarkedName[] = [];
  const lines = marked.split('\n').map((written, line) => {
    let text = written;
    for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
      const { declares, name = '', thing = name } = mark.groups ?? {};
      const range = { start: { line, character: mark.index }, end: { line, character: mark.index + name.length } };
      names.push({ path, range, thing, isDeclaration: declares === '!' });
      text = text.slice(0, mark.index) + name + text.slice(mark.index + mark[0].length);
    }
    return text;
  });
  return { text: lines.join('\n'), names };
}
