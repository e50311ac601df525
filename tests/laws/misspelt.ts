/** A line of a playbook whose first word is misspelt. */
export interface MisspeltLine {
  /** Counted from 0. */
  readonly line: number;
  readonly word: string;
  readonly misspelt: string;
  /** The line and what stands round it, at its place: the rest of the file is left blank. */
  readonly text: string;
}

const FIRST_WORD = /^(\s*)([a-z]+)\b/;

/**
 * The ways in which the first word of a line can be misspelt by one letter, dropped or doubled, for each line that begins with a keyword. What is
 * itself a keyword is not misspelt.
 *
 * @param every how many lines there are to each that is taken: 1 for all, 3 for every third
 * @param perLine how many ways to take for each line: which ones turns from line to line
 */
export function misspellings(
  text: string,
  keywords: ReadonlySet<string>,
  every: number,
  perLine: number,
): MisspeltLine[] {
  const lines = text.split('\n');
  return lines.flatMap((whole, line) => {
    const [start = '', indent = '', word = ''] = FIRST_WORD.exec(whole) ?? [];
    if (line % every !== 0 || !keywords.has(word)) return [];
    const ways = [...new Set(oneLetterOff(word))].filter((way) => way !== '' && !keywords.has(way));
    const chosen = ways.slice(0, perLine).map((_, index) => ways[(line + index) % ways.length] ?? '');
    return chosen.map((misspelt) => ({
      line,
      word,
      misspelt,
      text: around(lines, line)
        .with(line, indent + misspelt + whole.slice(start.length))
        .join('\n'),
    }));
  });
}

function oneLetterOff(word: string): string[] {
  return [...word].flatMap((letter, at) => [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
  ]);
}

/** The paragraph of a line, the one before it and the one after it, each line at its place. */
export function around(lines: readonly string[], line: number): string[] {
  const breaks = lines.flatMap((text, at) => (text.trim() === '' ? [at] : []));
  const before = breaks.filter((at) => at < line);
  const after = breaks.filter((at) => at > line);
  const from = before.at(-2) ?? 0;
  const to = after[1] ?? lines.length;
  return lines.map((text, at) => (at >= from && at < to ? text : ''));
}
