import type { LangiumDocument } from 'langium';
import { catalogue, type FindingCode } from '../findings/catalogue.ts';
import type { Finding, FindingType } from '../findings/finding.ts';
import type * as ast from '../generated/ast.ts';
import { asUnquoted } from './unquoted.ts';
import { mayBeDeclaredOn } from './unread-declarations.ts';

/**
 * All findings of a file without those that only follow from another one, for the reader mends what can't be read first:
 * of a line that couldn't be read no other error is told; of a line that begins with an unknown word, nothing but that; and that something is
 * missing, or a name unknown, isn't said where it may stand in a line that couldn't be read.
 */
export function withoutNoise(
  { parseResult, textDocument }: LangiumDocument<ast.PlaybookFile>,
  syntax: readonly Finding[],
  others: readonly Finding[],
  isName: (word: string) => boolean,
): readonly Finding[] {
  const unread = firstOfEachLine([...syntax, ...others.filter((found) => NO_MEANING.has(found.code))]);
  const unreadable = unread.map((found) => asUnquoted(found, textDocument, isName));
  if (unreadable.length === 0) return others;
  const unreadableLines = new Set(unreadable.flatMap(linesOf));
  const hasUnreadableLine = unreadableMembers(parseResult.value, unreadableLines);
  const mayBeDeclared = mayBeDeclaredOn(unreadable, textDocument);
  const readable = others.filter((found) => {
    if (unreadableLines.has(lineOf(found)) && found.severity === 'error') return false;
    if (UNKNOWN.has(found.code) && mayBeDeclared.has((found.data as { readonly name: string }).name)) return false;
    const missing = missingFrom(found.code);
    return missing === undefined || (missing === 'member' && !hasUnreadableLine(lineOf(found)));
  });
  return [...unreadable, ...readable];
}

/** Words that mean nothing where they stand are found by a check, not by the parser. */
const NO_MEANING: ReadonlySet<string> = new Set(['unknown-line', 'unexpected-word']);

/** What is said of a name that means nothing. */
const UNKNOWN: ReadonlySet<string> = new Set<FindingCode>(['unknown-choice', 'unknown-name', 'unknown-placeholder']);

/** What stands behind the first mistake of a line is nearly always its consequence. */
function firstOfEachLine(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<number, Finding>();
  for (const found of findings) {
    const known = first.get(lineOf(found));
    if (!known || found.range.start.character < known.range.start.character) first.set(lineOf(found), found);
  }
  return [...first.values()];
}

/** Whether the member that a line belongs to has a line that can't be read. A member goes on until the next begins. */
function unreadableMembers(file: ast.PlaybookFile, unreadableLines: ReadonlySet<number>): (line: number) => boolean {
  const beginnings = file.members.flatMap((member) => member.$cstNode?.range.start.line ?? []);
  const memberAt = (line: number) => lastAtMost(beginnings, line);
  const unreadable = new Set([...unreadableLines].map(memberAt));
  return (line) => unreadable.has(memberAt(line));
}

/** The index of the last of some ascending numbers that is at most `limit`; -1 if there is none. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function missingFrom(code: string): FindingType<never>['missingFrom'] {
  return (catalogue[code as FindingCode] as FindingType<never>).missingFrom;
}

function linesOf({ range: { start, end } }: Finding): readonly number[] {
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index);
}

function lineOf(found: Finding): number {
  return found.range.start.line;
}
