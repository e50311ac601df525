import type { Position, Rung, Tell, Text } from '../generated/format.ts';
import { isDay } from './days.ts';
import { type Checking, checkId } from './known.ts';
import type { Path } from './path.ts';
import { refer, referFact } from './references.ts';

/** A part says where it comes from, in one of the document's files. */
export function placed({ playbook, report }: Checking, { at }: { readonly at: Position }, path: Path): void {
  const files = playbook.files.length;
  if (at.file >= files) report('unknown-file', { file: at.file, files }, path.at('at', 'file'));
}

/** As `placed`, for a line or a rule: its id is its own in the whole document. */
export function identified(checking: Checking, part: { readonly id: string; readonly at: Position }, path: Path): void {
  const { lines, report } = checking;
  placed(checking, part, path);
  checkId('line', part.id, () => path.at('id'), report);
  if (lines.has(part.id)) report('duplicate-id', { kind: 'line or rule', id: part.id }, path.at('id'));
  lines.add(part.id);
}

/** Values of facts that go into a text are there. */
export function checkText(checking: Checking, text: Text | undefined, path: Path): void {
  for (const [index, part] of (text ?? []).entries()) {
    if (typeof part === 'object') referFact(checking, part.fact, 'value', path.at(index, 'fact'));
  }
}

/** A ladder begins at once, with teams that are there. */
export function checkLadder(checking: Checking, ladder: readonly Rung[], path: Path): void {
  for (const [index, { team, after }] of ladder.entries()) {
    refer(checking, 'team', team, path.at(index, 'team'));
    if (index === 0 && after !== 0) {
      const first = { what: 'a ladder', property: 'after', first: 0 };
      checking.report('wrong-first', first, path.at(index, 'after'));
    }
  }
}

/** Whom a rule tells. */
export function checkTell(checking: Checking, tells: readonly Tell[], path: Path): void {
  for (const [index, tell] of tells.entries()) {
    identified(checking, tell, path.at(index));
    checkLadder(checking, tell.ladder, path.at(index, 'ladder'));
  }
}

/** A day is one of the calendar. */
export function checkDay({ report }: Checking, day: string | undefined, path: Path): void {
  if (day !== undefined && !isDay(day)) report('no-such-day', { day }, path);
}
