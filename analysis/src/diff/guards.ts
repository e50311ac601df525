import type { Condition } from '@poise/runtime';
import type { GuardDetail, GuardName, Situation } from './change.ts';
import type { Comparison, Verdicts } from './comparison.ts';
import { byMoreAndLess, type Direction, reversed } from './direction.ts';
import type { Guard, Rule } from './rule.ts';

const HOLDS = { holds: true } as const;
const HOLDS_NOT = { holds: false } as const;
/** Holds only now, and held only before. */
const GAINED: Verdicts = [HOLDS_NOT, HOLDS];
const LOST: Verdicts = [HOLDS, HOLDS_NOT];

/** The conditions of a rule that hold in other situations than before. */
export function differingGuards(before: Rule, after: Rule, comparison: Comparison): readonly GuardDetail[] {
  return before.guards.flatMap((guard) => {
    const other = after.guards.find(({ of }) => of === guard.of);
    const detail = other && compareGuards(guard, other, comparison);
    return detail ? [detail] : [];
  });
}

function compareGuards(before: Guard, after: Guard, comparison: Comparison): GuardDetail | undefined {
  const { more, without } = before;
  const written = writtenIn(before.of, before.condition, after.condition);
  if (comparison.meaningOf(before.condition, 0) === comparison.meaningOf(after.condition, 1)) return undefined;
  if (without === undefined && (!before.condition || !after.condition)) {
    return { ...written, direction: 'moved', situations: [] };
  }
  const found = comparison.unlessTooLarge((space) => {
    const { diagrams } = space;
    const held = comparison.whereHolds(before, 0);
    const holds = comparison.whereHolds(after, 1);
    return {
      gained: comparison.situationIn(diagrams.and(holds, diagrams.not(held)), GAINED),
      lost: comparison.situationIn(diagrams.and(held, diagrams.not(holds)), LOST),
    };
  });
  if (!found) return { ...written, direction: 'moved', situations: [], undecided: true };
  const { gained, lost } = found;
  const direction = byMoreAndLess(gained !== undefined, lost !== undefined);
  if (direction === 'same') return undefined;
  const situations = [gained, lost].filter((one) => one !== undefined);
  return { ...written, direction: inItsSense(direction, more), situations };
}

/** What a difference is about, and the conditions of the two versions. */
export function writtenIn(
  of: GuardName,
  before: Condition | undefined,
  after: Condition | undefined,
): Pick<GuardDetail, 'of' | 'before' | 'after'> {
  return { of, ...(before && { before: before.text }), ...(after && { after: after.text }) };
}

function inItsSense(direction: Direction, more: Direction): Direction {
  return more === 'loosened' ? reversed(direction) : direction;
}

/** A situation in which a rule holds that only one of the versions has: the first of those that it asks for a condition. */
export function situationOf(rule: Rule, isNew: boolean, comparison: Comparison): Situation | undefined {
  const guard = [rule, ...rule.parts].flatMap(({ guards }) => guards).find(({ of }) => of === 'when');
  if (!guard?.condition) return undefined;
  return comparison.unlessTooLarge(() =>
    comparison.situationIn(comparison.whereHolds(guard, isNew ? 1 : 0), isNew ? GAINED : LOST),
  );
}
