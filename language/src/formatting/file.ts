import { isCompact } from './breaks.ts';
import { alignLines, alignMembers, plainSpaces, type Row } from './columns.ts';
import { columnWidth, INDENT, REACH, widthOf } from './layout.ts';
import { type Line, layOut } from './member.ts';
import { belongsBelow, type Comment, type Section, type SoundMember, type Untouched } from './pieces.ts';

/** What stands between comments: a member, or lines that stay as they are. */
type Block = Row | Untouched;

/** A block with the comments above it; the last one of a file has none but those. */
interface Paragraph {
  readonly comments: readonly Comment[];
  readonly block: Block | undefined;
}

/** Lays out a whole file. */
export function layOutFile(sections: readonly Section[]): Line[] {
  const paragraphs = paragraphsOf(sections);
  for (const run of runsOf(paragraphs)) alignMembers(run);
  const lines: Line[] = [];
  for (const [index, { comments, block }] of paragraphs.entries()) {
    const above = paragraphs[index - 1]?.block;
    const kept = comments.findIndex((comment) => !belongsAbove(comment, above));
    const own = kept < 0 ? comments.length : kept;
    for (const [at, comment] of comments.entries()) {
      const hasBlankAbove = comment.linesAbove === 2 || (at === own && needsBlank(above, block));
      lines.push(lineOf(comment, at < own ? INDENT : 0, hasBlankAbove));
    }
    if (!block) continue;
    const hasBlankAbove = firstPiece(block).linesAbove === 2 || (own === comments.length && needsBlank(above, block));
    if (isRow(block))
      for (const [at, line] of layOut(block).entries()) lines.push(at > 0 ? line : { ...line, hasBlankAbove });
    else lines.push(lineOf(block, 0, hasBlankAbove));
  }
  alignRemarks(lines);
  return lines;
}

function paragraphsOf(sections: readonly Section[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let comments: Comment[] = [];
  for (const section of sections) {
    if (section.kind === 'comment') {
      comments.push(section);
    } else {
      paragraphs.push({ comments, block: section.kind === 'member' ? rowOf(section) : section });
      comments = [];
    }
  }
  return [...paragraphs, { comments, block: undefined }];
}

function rowOf(section: SoundMember): Row {
  const words = section.pieces.filter((piece) => piece.kind === 'word');
  const row = { section, words, spaces: plainSpaces(words) };
  alignLines(row);
  return row;
}

/** The members that stand right below each other. */
function runsOf(paragraphs: readonly Paragraph[]): Row[][] {
  const runs: Row[][] = [];
  for (const [index, { comments, block }] of paragraphs.entries()) {
    if (!block || !isRow(block)) continue;
    const above = paragraphs[index - 1]?.block;
    const isSetOff = [...comments, firstPiece(block)].some((piece) => piece.linesAbove === 2);
    if (above && !isSetOff && !needsBlank(above, block) && isRow(above)) runs.at(-1)?.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** Whether a remark right below a member, indented, is the member's and not that of what follows. */
function belongsAbove({ linesAbove, column, text }: Comment, above: Block | undefined): boolean {
  return (
    above !== undefined && isRow(above) && linesAbove === 1 && column > firstPiece(above).column && !belongsBelow(text)
  );
}

/** Between members there is a blank line, but that those of one kind that are no longer than their beginning may do without. */
function needsBlank(above: Block | undefined, below: Block | undefined): boolean {
  if (!above || !isRow(above)) return false;
  if (!below) return !isCompact(above.section, above.words);
  if (!isRow(below)) return false;
  const isSameKind = above.section.member.$type === below.section.member.$type;
  return !(isSameKind && [above, below].every(({ section, words }) => isCompact(section, words)));
}

/** Puts the remarks behind the lines of a run into a column. */
function alignRemarks(lines: readonly Line[]): void {
  let run: Line[] = [];
  const close = (): void => {
    const widths = run.map(({ pieces }) =>
      pieces.slice(0, -1).reduce((sum, { piece, spaces }) => sum + spaces + widthOf(piece.text), 0),
    );
    const width = columnWidth(widths, REACH.comments);
    for (const [index, { pieces }] of run.entries()) {
      const remark = pieces.at(-1);
      if (remark && width !== undefined) remark.spaces += Math.max(0, width - (widths[index] ?? width));
    }
    run = [];
  };
  for (const line of lines) {
    const hasRemark = line.pieces.length > 1 && line.pieces.at(-1)?.piece.text.startsWith('//');
    if (line.hasBlankAbove || !hasRemark) close();
    if (hasRemark) run.push(line);
  }
  close();
}

function lineOf(piece: Comment | Untouched, spaces: number, hasBlankAbove: boolean): Line {
  return { hasBlankAbove, pieces: [{ piece, spaces }] };
}

function firstPiece(block: Block): { readonly linesAbove: number; readonly column: number } {
  return isRow(block) ? (block.section.pieces[0] ?? { linesAbove: 1, column: 0 }) : block;
}

function isRow(block: Block): block is Row {
  return 'section' in block;
}
