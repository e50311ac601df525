import { isWordingCode } from '@poise/language';
import type { FileFinding } from './compilation.ts';

type Range = FileFinding['range'];

/** One mistake, one finding: advice on words that a rule forbids in any case is left out. */
export function withoutAdvice(found: readonly FileFinding[]): readonly FileFinding[] {
  const forbidden = found.filter(({ code }) => code === 'forbidden-phrase');
  if (forbidden.length === 0) return found;
  return found.filter(
    ({ code, file, range }) =>
      !isWordingCode(code) || !forbidden.some((other) => other.file === file && overlap(other.range, range)),
  );
}

function overlap(a: Range, b: Range): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
