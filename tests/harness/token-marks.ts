import type { ScopedLine } from './textmate.ts';

/** A comment below a line that says how a stretch of it is coloured, as in `vscode-tmgrammar-test`. */
export interface TokenMark {
  /** From 0, of the line above. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The innermost scope, without the language's name at its end. */
  readonly scope: string;
}

/** `//   ^^^ scope` marks the stretch above the carets, `// <--- scope` as many letters from the beginning as it has dashes. */
const MARK = /^\/\/(?<blank>\s*)(?:(?<carets>\^+)|<(?<dashes>-+))\s+(?<scope>[\w.-]+)$/;
/** A line that was meant for a mark, and is none. */
const BROKEN_MARK = /^\/\/\s*(?:\^|<-)/;

/**
 * The marks of a text.
 *
 * @throws Error where a line is nearly a mark
 */
export function tokenMarks(text: string): readonly TokenMark[] {
  let marked = -1;
  return text.split('\n').flatMap((written, line) => {
    const { blank = '', carets = '', dashes = '', scope = '' } = MARK.exec(written)?.groups ?? {};
    if (scope === '') {
      if (BROKEN_MARK.test(written)) throw new Error(`line ${line + 1} is no mark: ${written}`);
      marked = line;
      return [];
    }
    const start = dashes === '' ? '//'.length + blank.length : 0;
    return [{ line: marked, start, end: start + carets.length + dashes.length, scope }];
  });
}

/** The innermost scopes that a marked stretch has, without the language's name at their ends. */
export function scopesAt({ line, start, end }: TokenMark, lines: readonly ScopedLine[]): readonly string[] {
  const tokens = lines[line]?.tokens.filter((token) => token.start < end && token.end > start) ?? [];
  return [...new Set(tokens.map(({ scopes }) => (scopes.at(-1) ?? '').replace(/\.playbook$/, '')))];
}
