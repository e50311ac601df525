import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import { readAllow } from '../suppressions/allow-remark.ts';

/** A stretch of a text, by UTF-16 offsets; `end` is the first one after. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something of a text that the formatter moves and never changes. */
export interface Piece extends Span {
  readonly text: string;
  /** How the author has set it off from the piece before: 0 on the same line, 1 on the next, 2 below one or more blank lines. */
  readonly linesAbove: 0 | 1 | 2;
  /** How far from the left the author has it, in UTF-16 units. */
  readonly column: number;
}

/** A word, sign or string of a declaration. */
export interface Word extends Piece {
  readonly kind: 'word';
  /** The name of its token type: for a word of the language, the word itself. */
  readonly type: string;
  /** The innermost node of the tree that it belongs to. */
  readonly node: AstNode;
}

export interface Comment extends Piece {
  readonly kind: 'comment';
}

/** Whether a comment is for what stands below it, by what it says. */
export function belongsBelow(comment: string): boolean {
  return comment.startsWith('///') || readAllow(comment) !== undefined;
}

/** Lines that stay as they are, byte for byte: something in them can't be read. */
export interface Untouched extends Piece {
  readonly kind: 'untouched';
}

/** A declaration that can be read as a whole, with the comments in it and behind its last word. Its first piece is a word. */
export interface SoundMember extends Span {
  readonly kind: 'member';
  readonly member: ast.Member;
  readonly pieces: readonly (Word | Comment)[];
}

/** What a text consists of, in order. A comment that stands here belongs to no member's inside. */
export type Section = SoundMember | Untouched | Comment;
