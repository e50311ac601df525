import type { IToken } from 'chevrotain';
import { type CstNode, CstUtils, type LeafCstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { endOfLine, startOfLine } from '../parsing/line-ends.ts';
import type { PlaybookServices } from '../services.ts';
import { conditionsInFront } from '../structure/conditions-in-front.ts';
import { type Chunk, chunksOf, endOfContent, linked, startOfContent } from './chunks.ts';
import {
  belongsBelow,
  type Comment,
  type Section,
  type SoundMember,
  type Span,
  type Untouched,
  type Word,
} from './pieces.ts';
import { isBlank } from './white-space.ts';

/** The `Span` of what would have been a `Word`, `Comment` or `Untouched`. */
type Unplaced<P extends Word | Comment | Untouched> = Omit<P, 'linesAbove' | 'column'>;

/** Says where a piece stands in its text. Pieces are placed in order. */
type Placer = <P extends Word | Comment | Untouched>(piece: Unplaced<P>) => P;

/** Reads a text as sections: sound members, comments between members, and the lines that must stay as they are. */
export function readSections(text: string, services: PlaybookServices): Section[] {
  const chunks = chunksOf(text, services);
  const place = placerFor(text);
  const sections: Section[][] = [];
  for (let index = 0; index < chunks.length; ) {
    // What shares a line with something that can't be read stays, too.
    const group = [...linked(text, chunks, index)];
    index += group.length;
    const words = group.map((chunk) => soundWords(text, chunk));
    if (words.every((found) => found !== undefined)) {
      for (const [at, chunk] of group.entries()) sections.push(soundSections(text, chunk, words[at] ?? [], place));
    } else {
      sections.push(untouchedSections(text, group, place));
    }
  }
  return sections.flat();
}

function placerFor(text: string): Placer {
  let end = 0;
  let seen = 0;
  let lineStart = 0;
  return <P extends Word | Comment | Untouched>(piece: Unplaced<P>): P => {
    const linesAbove = Math.min(text.slice(end, piece.start).match(/\r\n|\r|\n/g)?.length ?? 0, 2);
    const passed = text.slice(seen, piece.start);
    const lineEnd = Math.max(passed.lastIndexOf('\n'), passed.lastIndexOf('\r'));
    if (lineEnd >= 0) lineStart = seen + lineEnd + 1;
    [seen, end] = [piece.start, piece.end];
    return { ...piece, linesAbove, column: piece.start - lineStart } as P;
  };
}

/**
 * The words of a chunk in which nothing is wrong: each is in the tree, at its place, and there is nothing between them but white space. Laid out, a
 * condition that looks to be the next line's would look to be meant for the one above.
 */
function soundWords(text: string, chunk: Chunk): Word[] | undefined {
  if (chunk.hasError) return undefined;
  if (!chunk.member) return endOfContent(text, chunk) === chunk.start ? [] : undefined;
  if (chunk.member.items.some(ast.isStray) || conditionsInFront(chunk.member).length > 0) return undefined;
  const leaves = leavesOf(chunk.member.$cstNode);
  if (leaves.length !== chunk.tokens.length) return undefined;
  const isWhole = leaves.every((leaf, index) => {
    const token = chunk.tokens[index];
    return leaf.offset === token?.startOffset && (leaf.tokenType.name !== 'STRING' || endsByItself(leaf.text));
  });
  if (!isWhole || !onlyWhiteSpaceBetween(text, chunk)) return undefined;
  return leaves.map((leaf) => ({
    kind: 'word',
    ...{ start: leaf.offset, end: leaf.end, text: leaf.text, type: leaf.tokenType.name, node: leaf.astNode },
    ...{ linesAbove: 0, column: 0 },
  }));
}

function leavesOf(node: CstNode | undefined): LeafCstNode[] {
  return node ? [...CstUtils.flattenCst(node)].filter((leaf) => !leaf.hidden) : [];
}

/** Whether a string ends with its quote, not just with its line: then other words can follow it. */
function endsByItself(raw: string): boolean {
  const close = raw.startsWith('"')
    ? /[^\\](?:\\\\)*"$/
    : raw.startsWith("'")
      ? /.'$/
      : /[^\\](?:\\\\)*["\u201C\u201D]$/;
  return close.test(raw);
}

function onlyWhiteSpaceBetween(text: string, { start, end, tokens, comments }: Chunk): boolean {
  let at = start;
  for (const piece of inOrder(tokens.map(spanOf), comments)) {
    if (!isBlank(text.slice(at, piece.start))) return false;
    at = piece.end;
  }
  return isBlank(text.slice(at, end));
}

function soundSections(text: string, chunk: Chunk, words: readonly Word[], place: Placer): Section[] {
  const pieces: (Word | Comment)[] = inOrder<Word | Span>(words, chunk.comments).map((piece) =>
    'kind' in piece ? place<Word>(piece) : place<Comment>(comment(text, piece)),
  );
  const last = pieces.findLastIndex(({ kind }) => kind === 'word');
  if (!chunk.member) return pieces.filter((piece) => piece.kind === 'comment');
  const behind = pieces[last + 1]?.linesAbove === 0 ? last + 2 : last + 1;
  const own = pieces.slice(0, behind);
  const span = { start: own[0]?.start ?? chunk.start, end: own.at(-1)?.end ?? chunk.end };
  const member: SoundMember = { kind: 'member', member: chunk.member, pieces: own, ...span };
  return [member, ...pieces.slice(behind).filter((piece) => piece.kind === 'comment')];
}

/** Whole lines, from the first thing to the last, and the comments before and after. */
function untouchedSections(text: string, group: readonly Chunk[], place: Placer): Section[] {
  const filled = group.filter((chunk) => endOfContent(text, chunk) > chunk.start);
  const comments = group.flatMap((chunk) => chunk.comments);
  const first = filled[0];
  const lastFilled = filled.at(-1);
  if (!first || !lastFilled) return comments.map((span) => place<Comment>(comment(text, span)));
  const start = startOfLine(text, first.member ? first.start : startOfContent(text, first));
  const end = endWithRemarks(text, endOfLine(text, endOfContent(text, lastFilled)), lastFilled.comments);
  const untouched: Unplaced<Untouched> = { kind: 'untouched', start, end, text: text.slice(start, end) };
  return [
    ...comments.filter((span) => span.end <= start).map((span) => place<Comment>(comment(text, span))),
    place<Untouched>(untouched),
    ...comments.filter((span) => span.start >= end).map((span) => place<Comment>(comment(text, span))),
  ];
}

/** Where the remarks end that stand right below, indented: they belong to what can't be read. */
function endWithRemarks(text: string, end: number, comments: readonly Span[]): number {
  let at = end;
  for (const span of comments) {
    if (span.start < at) continue;
    const isIndented = /^(?:\r\n|\r|\n)[^\S\r\n\uFEFF]+$/.test(text.slice(at, span.start));
    if (!isIndented || belongsBelow(text.slice(span.start, span.end))) break;
    at = endOfLine(text, span.end);
  }
  return at;
}

function comment(text: string, { start, end }: Span): Unplaced<Comment> {
  return { kind: 'comment', start, end, text: text.slice(start, end) };
}

function spanOf({ startOffset, image }: IToken): Span {
  return { start: startOffset, end: startOffset + image.length };
}

function inOrder<Item extends Span>(some: readonly Item[], others: readonly Item[]): Item[] {
  return [...some, ...others].sort((a, b) => a.start - b.start);
}
