import { type ItemType, type MemberType, ONCE, PLACEMENT } from '../../../language/src/structure/placement.ts';
import { eventLines } from './event-lines.ts';
import type { PlainItem } from './plain.ts';
import { boundaryLines, escalationLines, headingLines, teamLines } from './rule-lines.ts';
import type { Pen } from './scope.ts';
import { type LineWriters, stepLines } from './step-lines.ts';

/** How each kind of line is written: a new one doesn't compile until it stands here. */
const LINES: LineWriters<ItemType> = {
  ...headingLines,
  ...teamLines,
  ...stepLines,
  ...boundaryLines,
  ...escalationLines,
  ...eventLines,
};

/** A line of one kind; nothing where there is nothing that it could name. */
export function line(kind: ItemType, pen: Pen): PlainItem | undefined {
  return LINES[kind](pen);
}

/** Some of the lines that a member may have, in any order, but for those kinds that its own rules decide about. */
export function linesFor(member: MemberType, pen: Pen, decided: readonly ItemType[] = []): PlainItem[] {
  const { choices } = pen;
  const kinds = PLACEMENT[member].filter((kind) => !decided.includes(kind));
  return choices.shuffled(kinds).flatMap((kind) => {
    if (!choices.chance(40)) return [];
    return choices.times(1, ONCE.has(kind) ? 1 : 2, () => line(kind, pen)).filter((written) => written !== undefined);
  });
}

/** The lines with one of these kinds among them: one more where there is none. */
export function withOneOf(kinds: readonly ItemType[], lines: readonly PlainItem[], pen: Pen): readonly PlainItem[] {
  if (lines.some(({ $type }) => kinds.some((kind) => kind === $type))) return lines;
  const added = pen.choices
    .shuffled(kinds)
    .map((kind) => line(kind, pen))
    .find((written) => written !== undefined);
  if (!added) throw new Error(`none of ${kinds.join(', ')} can be written here`);
  return [...lines, added];
}
