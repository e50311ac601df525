import type { IToken } from 'chevrotain';
import { CstUtils, type ParseResult } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { PlaybookServices } from '../services.ts';
import type { Span } from './pieces.ts';
import { endWithoutSpace, isSpace } from './white-space.ts';

/** A member with all up to the next one, or what stands before the first. */
export interface Chunk extends Span {
  readonly member: ast.Member | undefined;
  readonly tokens: readonly IToken[];
  readonly comments: readonly Span[];
  /** Whether the lexer or the parser stumbled in it. */
  readonly hasError: boolean;
}

/** A text in chunks: what stands before the first member, then the members. */
export function chunksOf(text: string, services: PlaybookServices): Chunk[] {
  const parsed = services.parser.LangiumParser.parse<ast.PlaybookFile>(text);
  const { tokens, hidden } = services.parser.Lexer.tokenize(text);
  const members = parsed.value.members.filter((member) => Number.isInteger(member.$cstNode?.offset));
  const starts = [0, ...members.map((member) => member.$cstNode?.offset ?? 0)];
  const errors = errorsOf(parsed, text.length, new Set(starts));
  const comments = hidden.filter(({ tokenType: { name } }) => name === 'COMMENT' || name === 'DOC_COMMENT');
  const nextTokens = taker(tokens, ({ startOffset }) => startOffset);
  const nextComments = taker(comments, ({ startOffset }) => startOffset);
  const nextErrors = taker(errors, (offset) => offset);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return {
      ...{ start, end, member: members[index - 1] },
      tokens: nextTokens(end),
      comments: nextComments(end).map(({ startOffset, image }) => ({
        start: startOffset,
        end: endWithoutSpace(text, startOffset, startOffset + image.length),
      })),
      hasError: nextErrors(index === starts.length - 1 ? Number.POSITIVE_INFINITY : end).length > 0,
    };
  });
}

/**
 * The offsets at which the lexer or the parser stumbled, ascending. Where the parser stumbled over the first word of a member, only what stands
 * before it is wrong.
 */
function errorsOf(parsed: ParseResult, end: number, memberStarts: ReadonlySet<number>): number[] {
  const offsets = parsed.lexerErrors.map(({ offset }) => offset);
  for (const error of parsed.parserErrors) {
    const previous = 'previousToken' in error ? (error.previousToken as IToken | undefined) : undefined;
    const here = CstUtils.isValidTokenRange(error.token) ? error.token.startOffset : end;
    if (!memberStarts.has(here)) offsets.push(here);
    offsets.push(previous && CstUtils.isValidTokenRange(previous) ? previous.startOffset : Math.max(0, here - 1));
  }
  return offsets.sort((a, b) => a - b);
}

/** Takes from ascending items those before an ever greater offset. */
function taker<Item>(items: readonly Item[], offsetOf: (item: Item) => number): (end: number) => Item[] {
  let next = 0;
  return (end) => {
    const from = next;
    for (let item = items[next]; item !== undefined && offsetOf(item) < end; item = items[next]) next += 1;
    return items.slice(from, next);
  };
}

/** The chunks from one on that share lines with each other. */
export function* linked(text: string, chunks: readonly Chunk[], from: number): Iterable<Chunk> {
  for (let index = from; ; index += 1) {
    const [chunk, next] = [chunks[index], chunks[index + 1]];
    if (chunk) yield chunk;
    if (!chunk || !next || /[\r\n]/.test(text.slice(endOfContent(text, chunk), next.start))) return;
  }
}

/** Where the last thing in a chunk ends that is neither white space nor a comment; where it begins if there is none. */
export function endOfContent(text: string, { start, end, comments }: Chunk): number {
  let at = end;
  for (let index = comments.length - 1; ; index -= 1) {
    const behind = comments[index];
    const content = endWithoutSpace(text, behind?.end ?? start, at);
    if (content > (behind?.end ?? start)) return content;
    if (!behind) return start;
    at = behind.start;
  }
}

/** Where the first thing in a chunk begins that is neither white space nor a comment; where it ends if there is none. */
export function startOfContent(text: string, { start, end, comments }: Chunk): number {
  let at = start;
  for (const span of [...comments, { start: end, end }]) {
    while (at < span.start && isSpace(text[at])) at += 1;
    if (at < span.start) return at;
    at = span.end;
  }
  return end;
}
