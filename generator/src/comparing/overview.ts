import { CHANGE_CLASSES, type Change, type ChangeClass, type PlaybookDifference } from '@poise/analysis/diff';

/** The classes of what has changed, those that people have to look at first at the beginning. */
export const TOLD_CLASSES: readonly ChangeClass[] = CHANGE_CLASSES.filter((one) => one !== 'same');

/** What has changed, class by class. */
export function toldChanges(changes: readonly Change[]): readonly Change[] {
  return TOLD_CLASSES.flatMap((one) => changes.filter((change) => change.class === one));
}

/**
 * The head and a row for each playbook in which anything has changed: how many changes of each class that there are any of, and what its version owes, if any
 * version owes something.
 */
export function overviewOf(playbooks: readonly PlaybookDifference[]): readonly (readonly string[])[] {
  const changed = playbooks.filter(({ counts }) => TOLD_CLASSES.some((one) => counts[one] > 0));
  const classes = TOLD_CLASSES.filter((one) => changed.some(({ counts }) => counts[one] > 0));
  const debts = changed.map(({ owed }) => (owed && !owed.isPaid ? owed.least : undefined));
  const owes = debts.some((debt) => debt !== undefined);
  const rows = changed.map(({ id, before, after, counts }, index) => [
    id,
    before ?? '–',
    after ?? '–',
    ...classes.map((one) => (counts[one] === 0 ? '–' : String(counts[one]))),
    ...(owes ? [debts[index] ?? '–'] : []),
  ]);
  return [['playbook', 'before', 'now', ...classes, ...(owes ? ['owes'] : [])], ...rows];
}
