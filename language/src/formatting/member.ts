import { type Breaks, breaksOf, RANK } from './breaks.ts';
import type { Row, Spaces } from './columns.ts';
import { CONTINUED, INDENT, WIDTH, widthOf } from './layout.ts';
import type { Comment, Piece, Word } from './pieces.ts';

/** A line as it is to be. */
export interface Line {
  readonly hasBlankAbove: boolean;
  /** What stands on it, with the spaces before each. */
  readonly pieces: { readonly piece: Piece; spaces: number }[];
}

/** Words from one number to another, both taken in, that stand on a line of their own unless they are too long for it. */
interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly hasBlankAbove: boolean;
}

/** Lays out a member: where its lines begin, and how far each is indented. */
export function layOut(row: Row): Line[] {
  return new MemberLayout(row).lines;
}

class MemberLayout {
  readonly lines: Line[] = [];
  private readonly words: readonly Word[];
  private readonly spaces: Spaces;
  private readonly breaks: Breaks;
  /** By the number of a word: its column, once it is placed. */
  private readonly columns: number[] = [];
  /** By the number of a word: how far the line is indented on which it stands, once it is placed. */
  private readonly indents: number[] = [];
  /** By the number of a word: where it would end if all words stood on one line. */
  private readonly ends: number[] = [];

  constructor({ section, words, spaces }: Row) {
    this.words = words;
    this.spaces = spaces;
    this.breaks = breaksOf(section, words);
    let end = 0;
    for (const [index, { text }] of words.entries()) {
      end += (spaces[index] ?? 0) + widthOf(text);
      this.ends.push(end);
    }
    this.layOut(section.pieces);
  }

  private layOut(pieces: readonly (Word | Comment)[]): void {
    let stretch: Stretch = { first: 0, last: -1, hasBlankAbove: false };
    let comments: Comment[] = [];
    let isFirstLine = true;
    const close = (): void => {
      this.place(stretch);
      stretch = { first: stretch.last + 1, last: stretch.last, hasBlankAbove: false };
    };
    for (const piece of pieces) {
      if (piece.kind === 'comment') {
        close();
        if (piece.linesAbove === 0) this.lines.at(-1)?.pieces.push({ piece, spaces: 2 });
        else comments.push(piece);
        continue;
      }
      const number = stretch.last + 1;
      const found = this.breaks.get(number);
      const isLine = found?.when === 'always';
      if (isLine || (found?.when === 'author' && piece.linesAbove > 0)) close();
      if (stretch.first === number) {
        // A blank line may stand between the lines of a member, not below its first and not within a line that goes on.
        let mayHaveBlank = isLine && !isFirstLine;
        for (const comment of comments) {
          this.startLine(comment, this.indentOf(number), mayHaveBlank && comment.linesAbove === 2);
          mayHaveBlank = isLine;
        }
        stretch = { ...stretch, hasBlankAbove: mayHaveBlank && piece.linesAbove === 2 };
        comments = [];
        if (isLine) isFirstLine = false;
      }
      stretch = { ...stretch, last: number };
    }
    close();
  }

  /** Puts words on a line or, if they are too long for it, on several. */
  private place(stretch: Stretch, indent = this.indentOf(stretch.first)): void {
    const { first, last } = stretch;
    if (last < first) return;
    if (indent + this.widthOf(first, last) <= WIDTH) {
      this.put(stretch, indent);
      return;
    }
    const { rank, parts } = this.split(stretch);
    if (parts.length < 2) this.put(stretch, indent);
    else if (rank === RANK.list) this.fill(parts, indent);
    else for (const [index, part] of parts.entries()) this.place(part, index === 0 ? indent : undefined);
  }

  /** The width of the words from one number to another, both taken in. */
  private widthOf(first: number, last: number): number {
    return (this.ends[last] ?? 0) - (this.ends[first] ?? 0) + widthOf(this.words[first]?.text ?? '');
  }

  /** The stretch in parts, at all the breaks of the lowest rank. */
  private split(stretch: Stretch): { readonly rank: number; readonly parts: readonly Stretch[] } {
    const numbers = Array.from({ length: stretch.last - stretch.first }, (_, index) => stretch.first + 1 + index);
    const possible = numbers.filter((number) => this.helps(number));
    const rank = possible.reduce(
      (least, number) => Math.min(least, this.breaks.get(number)?.rank ?? least),
      Number.POSITIVE_INFINITY,
    );
    const starts = possible.filter((number) => this.breaks.get(number)?.rank === rank);
    const parts = [stretch.first, ...starts].map((first, index) => ({
      first,
      last: (starts[index] ?? stretch.last + 1) - 1,
      hasBlankAbove: index === 0 && stretch.hasBlankAbove,
    }));
    return { rank, parts };
  }

  /** Whether there is any use in beginning a line with a word: a text that is too long for any line may as well stay. */
  private helps(number: number): boolean {
    const found = this.breaks.get(number);
    if (found?.rank !== RANK.value) return found !== undefined;
    return this.indentOf(number) + widthOf(this.words[number]?.text ?? '') <= WIDTH;
  }

  /** Puts the parts of a list on as few lines as will do. */
  private fill(parts: readonly Stretch[], indent: number): void {
    let line: Stretch | undefined;
    let from = indent;
    for (const part of parts) {
      if (line && from + this.widthOf(line.first, part.last) > WIDTH) {
        this.put(line, from);
        line = undefined;
        from = this.indentOf(part.first);
      }
      line = { ...(line ?? part), last: part.last };
    }
    if (line) this.put(line, from);
  }

  private put({ first, last, hasBlankAbove }: Stretch, indent: number): void {
    let column = indent;
    for (const [index, word] of this.words.slice(first, last + 1).entries()) {
      const spaces = this.spaces[first + index] ?? 0;
      if (index === 0) this.startLine(word, indent, hasBlankAbove);
      else this.lines.at(-1)?.pieces.push({ piece: word, spaces });
      if (index > 0) column += spaces;
      this.columns[first + index] = column;
      this.indents[first + index] = indent;
      column += widthOf(word.text);
    }
  }

  private startLine(piece: Piece, indent: number, hasBlankAbove: boolean): void {
    this.lines.push({ hasBlankAbove, pieces: [{ piece, spaces: indent }] });
  }

  /** How far a line is indented that begins with a word. What stands above it has been placed. */
  private indentOf(number: number): number {
    if (number === 0) return 0;
    const place = this.breaks.get(number)?.place;
    switch (place?.kind) {
      case undefined:
        return CONTINUED;
      case 'at':
        return place.column;
      case 'below':
        return Math.max(INDENT, (this.columns[place.word] ?? CONTINUED) - place.left);
      case 'in-condition':
        return Math.max(CONTINUED, (this.indents[place.opener] ?? 0) + INDENT * (1 + place.steps));
    }
  }
}
