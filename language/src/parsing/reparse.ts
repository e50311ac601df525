import { EOF } from 'chevrotain';
import { AstUtils, type CstNode, CstNodeBuilder, isCompositeCstNode, type Mutable, type ParseResult } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { PlaybookServices } from '../services.ts';
import { differenceBetween } from './difference.ts';
import { startOfLine } from './line-ends.ts';

type Parsed = ParseResult<ast.PlaybookFile>;
type ParserError = Parsed['parserErrors'][number];

/** A part of a file that is parsed again, in the new text. */
interface Part {
  readonly start: number;
  readonly end: number;
  /** The line that it begins in. */
  readonly line: number;
  /** How many members before it stay what they are. If there are none, the part begins with the file. */
  readonly kept: number;
  /** The first member that goes on as it was, of which the part still shows the beginning. If there is none, the part ends with the file. */
  readonly rest: ast.Member | undefined;
  /** Where that stands now. */
  readonly restStart: number;
}

/**
 * So many members on either side of an edit are parsed with it. Each is a word at least, and the parser looks three words ahead: what it saw from the end of a
 * member that isn't parsed again is still there.
 */
const CONTEXT = 3;

/**
 * Parses a text that differs little from one that was parsed before. Members that an edit leaves alone are taken over, with all that is in them, and moved to where
 * they stand now: in a long file that takes a fraction of the time. The idea is rust-analyzer's, which parses only the block again that an edit is in.
 *
 * @param before what came of the text before; it is used up
 * @returns what comes of a text that is parsed for the first time
 */
export function reparse({ parser }: PlaybookServices, before: Parsed, text: string): Parsed {
  const { LangiumParser, Lexer } = parser;
  const part = partToParse(before, text);
  if (part) {
    const { start, end, line } = part;
    const parsed = Lexer.within({ offset: start, line }, () =>
      LangiumParser.parse<ast.PlaybookFile>(text.slice(start, end)),
    );
    if (fits(parsed.value, part, before.value)) return joined(before, part, parsed, text);
  }
  return LangiumParser.parse<ast.PlaybookFile>(text);
}

/** What of a text has to be parsed for all of it to be known; nothing if that isn't less. */
function partToParse({ value, lexerErrors, parserErrors }: Parsed, text: string): Part | undefined {
  const { members } = value;
  const old = value.$cstNode?.root.fullText;
  if (old === undefined) return undefined;
  const { start: same, oldEnd } = differenceBetween(old, text);
  // Mistakes say in many ways where they are: what follows the part, and is moved, is to have none.
  const mistakes = [...lexerErrors.map(({ offset }) => offset), ...parserErrors.map(offsetOf)];
  const changed = Math.max(oldEnd, ...mistakes);
  const starts = members.map(startOf);
  const kept = Math.max(0, starts.findLastIndex((start) => start <= same) - CONTEXT);
  const after = starts.findIndex((start) => start > changed && startOfLine(old, start) > changed);
  const first = kept === 0 ? undefined : members[kept];
  const rest = after === -1 || after + CONTEXT >= members.length ? undefined : members[after];
  const end = rest && members[after + CONTEXT];
  // Of a line that two members share, neither can be read without the other.
  if ((!first && !rest) || [first, rest, end].some((member) => member && !beginsLine(old, startOf(member))))
    return undefined;
  const moved = text.length - old.length;
  return {
    start: first ? startOfLine(old, startOf(first)) : 0,
    end: end ? startOfLine(old, startOf(end)) + moved : text.length,
    line: first ? lineOf(first) : 0,
    kept,
    rest,
    restStart: rest ? startOf(rest) + moved : Number.POSITIVE_INFINITY,
  };
}

/** Whether a part begins and ends where members did before, and do still: else an edit reaches farther than the part. */
function fits({ members, orphans }: ast.PlaybookFile, { kept, rest, restStart }: Part, old: ast.PlaybookFile): boolean {
  const begins = kept === 0 || (orphans.length === 0 && startOf(members[0]) === startOf(old.members[kept]));
  return begins && (!rest || members.some((member) => startOf(member) === restStart));
}

/** One file of the members before a part, what came of it, and the members behind it. */
function joined(before: Parsed, { kept, rest, restStart }: Part, parsed: Parsed, text: string): Parsed {
  const { members, orphans } = before.value;
  const file: Mutable<ast.PlaybookFile> = parsed.value;
  const again = rest && file.members.find((member) => startOf(member) === restStart);
  const first = kept === 0 ? undefined : members[kept];
  const firstStart = first ? startOf(first) : Number.NEGATIVE_INFINITY;
  const lexerErrors = [
    ...before.lexerErrors.filter(({ offset }) => offset < firstStart),
    ...parsed.lexerErrors.filter(({ offset }) => offset < restStart),
  ];
  // That a member can't end as it does is noticed at the first word of the next one.
  const parserErrors = [
    ...before.parserErrors.filter((error) => offsetOf(error) <= firstStart),
    ...parsed.parserErrors.filter((error) => offsetOf(error) > firstStart && offsetOf(error) <= restStart),
  ];

  const behind = rest ? topLevelFrom(rest) : [];
  if (rest && again) {
    const lines = lineOf(again) - lineOf(rest);
    const offset = restStart - startOf(rest);
    if (lines !== 0 || offset !== 0) for (const node of behind) move(node, offset, lines);
  }
  const builder = new CstNodeBuilder();
  const root = builder.buildRootNode(text);
  const all = file.$cstNode?.root.content ?? [];
  builder.appendChildren(root, [
    ...(first ? topLevelBefore(first) : []),
    ...(again ? topLevelBefore(again) : all),
    ...behind,
  ]);

  if (kept > 0) file.orphans = orphans;
  file.members = [
    ...members.slice(0, kept),
    ...(again ? file.members.slice(0, file.members.indexOf(again)) : file.members),
    ...(rest ? members.slice(members.indexOf(rest)) : []),
  ];
  file.$cstNode = root;
  (root as Mutable<CstNode>).astNode = file;
  AstUtils.linkContentToContainer(file);
  return { ...parsed, lexerErrors, parserErrors };
}

/** What of a concrete tree is moved; there is no public way to it. */
interface Movable {
  _offset: number;
  _startLine: number;
  _endLine: number;
  _rangeCache: unknown;
}

function move(node: CstNode, offset: number, lines: number): void {
  const movable = node as unknown as Movable;
  if (isCompositeCstNode(node)) {
    movable._rangeCache = undefined;
    for (const part of node.content) move(part, offset, lines);
  } else {
    movable._offset += offset;
    movable._startLine += lines;
    movable._endLine += lines;
  }
}

/** What stands before a member in its file, remarks included. */
function topLevelBefore(member: ast.Member): readonly CstNode[] {
  const node = topLevelOf(member);
  const content = node?.root.content ?? [];
  return content.slice(0, content.indexOf(node as CstNode));
}

/** A member and what stands behind it in its file. */
function topLevelFrom(member: ast.Member): readonly CstNode[] {
  const node = topLevelOf(member);
  const content = node?.root.content ?? [];
  return content.slice(content.indexOf(node as CstNode));
}

function topLevelOf({ $cstNode }: ast.Member): CstNode | undefined {
  let node: CstNode | undefined = $cstNode;
  while (node?.container?.container) node = node.container;
  return node;
}

function startOf(member: ast.Member | undefined): number {
  return member?.$cstNode?.offset ?? Number.NaN;
}

function lineOf({ $cstNode }: ast.Member): number {
  return $cstNode?.range.start.line ?? 0;
}

/** The end of a file is behind all else, and has no place of its own. */
function offsetOf({ token }: ParserError): number {
  return token.tokenType === EOF ? Number.POSITIVE_INFINITY : token.startOffset;
}

function beginsLine(text: string, offset: number): boolean {
  return text.slice(startOfLine(text, offset), offset).trim() === '';
}
