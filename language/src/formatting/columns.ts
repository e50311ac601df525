import type { AstNode } from 'langium';
import * as ast from '../generated/ast.ts';
import { columnWidth, REACH, widthOf } from './layout.ts';
import type { SoundMember, Word } from './pieces.ts';

/** How many spaces stand before each word where it doesn't begin a line, by its number. */
export type Spaces = number[];

/** A member's words, and the spaces before them. */
export interface Row {
  readonly section: SoundMember;
  readonly words: readonly Word[];
  readonly spaces: Spaces;
}

/** Words from one number to before another: what follows them stands in a column. */
interface Cell {
  readonly row: Row;
  readonly from: number;
  readonly to: number;
}

/** A line below the first one of a member. */
interface Line {
  readonly node: AstNode;
  /** The number of its first word. */
  readonly first: number;
  readonly hasBlankAbove: boolean;
}

/** No space before a comma or colon and inside parentheses, else one. */
export function plainSpaces(words: readonly Word[]): Spaces {
  return words.map(({ type }, index) => {
    const previous = words[index - 1]?.type;
    return previous === undefined || previous === '(' || type === ',' || type === ':' || type === ')' ? 0 : 1;
  });
}

/** Puts what the lines of a member say into columns: `about`, `owner` and `version`, say, or the titles of offers. */
export function alignLines(row: Row): void {
  const lines = linesOf(row);
  const cells = (of: readonly Line[], lengthOf: (line: Line) => number | undefined): Cell[] =>
    of.flatMap((line) => {
      const length = lengthOf(line);
      return length === undefined ? [] : [{ row, from: line.first, to: line.first + length }];
    });

  for (const lengths of HEAD_LENGTHS)
    align(
      cells(lines, ({ node }) => headLength(node, lengths)),
      REACH.names,
    );
  for (const run of runsOf(lines, ({ node }) => (hasChannels(node) ? node.$type : undefined))) {
    align(
      cells(run, ({ first }) => channelsLength(row.words, first)),
      REACH.channels,
    );
  }
  const named = ({ node }: Line) => ('title' in node && node.title ? 2 : undefined);
  for (const run of runsOf(lines, ({ node }) => (ast.isOffer(node) && !hasChannels(node) ? node.$type : undefined))) {
    align(cells(run, named), REACH.names);
  }
  align(
    cells(
      lines.filter(({ node }) => ast.isStage(node)),
      named,
    ),
    REACH.names,
  );
}

/** Puts members that stand right below each other into columns: their names, the kinds of values, the titles. */
export function alignMembers(rows: readonly Row[]): void {
  for (const [cellOf, reach] of [[nameCell, REACH.names] as const, [secondCell, REACH.types] as const]) {
    align(
      rows.flatMap((row) => cellOf(row) ?? []),
      reach,
    );
  }
}

function linesOf({ section: { member, pieces } }: Row): Line[] {
  const lines: readonly AstNode[] = ast.isFramework(member) ? member.stages : member.items;
  const byOffset = new Map(lines.map((line) => [line.$cstNode?.offset, line]));
  const found: Line[] = [];
  let hasBlankAbove = false;
  let first = 0;
  for (const piece of pieces) {
    hasBlankAbove ||= piece.linesAbove === 2;
    if (piece.kind === 'comment') continue;
    const node = byOffset.get(piece.start);
    if (node) found.push({ node, first, hasBlankAbove });
    first += 1;
    hasBlankAbove = false;
  }
  return found;
}

/** Lines one below the other that are of the same kind. */
function runsOf(lines: readonly Line[], kindOf: (line: Line) => string | undefined): Line[][] {
  const runs: Line[][] = [];
  let last: string | undefined;
  for (const line of lines) {
    const kind = kindOf(line);
    const run = runs.at(-1);
    if (run && kind !== undefined && kind === last && !line.hasBlankAbove) run.push(line);
    else if (kind !== undefined) runs.push([line]);
    last = kind;
  }
  return runs;
}

/** By the kind of line, how many words stand before its column. One table for each kind of column. */
const HEAD_LENGTHS: readonly Readonly<Record<string, number>>[] = [
  { About: 1, Owner: 1, Version: 1, Status: 1, ReviewBy: 2, Follows: 1, Beats: 1, Source: 1 },
  { StageReference: 1, Goal: 1, Do: 1, Say: 1, Ask: 1, Offer: 1, Tell: 1 },
  { Reaction: 2 },
];

function headLength(node: AstNode, lengths: Readonly<Record<string, number>>): number | undefined {
  if (hasChannels(node)) return undefined;
  const length = lengths[node.$type];
  return length !== undefined && ast.isReaction(node) && node.turn === 'then' ? 1 : length;
}

/** Whether a line says on which channels it holds. */
function hasChannels(node: AstNode): boolean {
  return 'channels' in node && Array.isArray(node.channels) && node.channels.length > 0;
}

/** How many words `say on chat, email` has. */
function channelsLength(words: readonly Word[], first: number): number {
  let length = 'say on chat'.split(' ').length;
  while (words[first + length]?.type === ',') length += 2;
  return length;
}

/** A member's keyword and name, where something follows that begins a column. */
function nameCell(row: Row): Cell | undefined {
  const { words } = row;
  const { member } = row.section;
  if (ast.isUse(member) || ast.isScenario(member)) return undefined;
  const to = ast.isFollowUp(member) || ast.isAgentCare(member) ? 3 : 2;
  const hasMore = ast.isValue(member) || words[to]?.type === 'STRING';
  return hasMore ? { row, from: 0, to } : undefined;
}

/** What stands between the name and the title of a signal or field; the title of a team that has its line beside it. */
function secondCell(row: Row): Cell | undefined {
  const { member } = row.section;
  const next = ast.isValue(member) ? member.title : ast.isTeam(member) ? member.items[0] : undefined;
  const to = row.words.findIndex(({ start }) => start === next?.$cstNode?.offset);
  return to < 0 ? undefined : { row, from: 2, to };
}

/** Makes the cells of a column equally wide. */
function align(cells: readonly Cell[], reach: number): void {
  const widths = cells.map(cellWidth);
  const width = columnWidth(widths, reach);
  if (width === undefined) return;
  for (const [index, { row, to }] of cells.entries()) {
    if (to < row.spaces.length) row.spaces[to] = 1 + Math.max(0, width - (widths[index] ?? width));
  }
}

function cellWidth({ row: { words, spaces }, from, to }: Cell): number {
  return words
    .slice(from, to)
    .reduce((sum, { text }, index) => sum + widthOf(text) + (index > 0 ? (spaces[from + index] ?? 0) : 0), 0);
}
