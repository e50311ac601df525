import { CHANGE_CLASSES, type Change, type ChangeClass, type PlaybookDifference } from '@poise/analysis/diff';

/** The classes of what has changed, those that people have to look at first at the beginning. */
export const TOLD_CLASSES: readonly ChangeClass[] = CHANGE_CLASSES.filter((one) => one !== 'same');

/** What has changed, class by class. */
export function toldChanges(changes: readonly Change[]): readonly Change[] {
  return TOLD_CLASSES.flatMap((one) => changes.filter((change) => change.class === one));
}

/** The head and a row for each playbook in which anything has changed: how many changes of each class, and what its version owes. */
export function overviewOf(playbooks: readonly PlaybookDifference[]): readonly (readonly string[])[] {
  const rows = playbooks
    .filter(({ counts }) => TOLD_CLASSES.some((one) => counts[one] > 0))
    .map(({ id, before, after, counts, owed }) => [
      id,
      before ?? '–',
      after ?? '–',
      ...TOLD_CLASSES.map((one) => (counts[one] === 0 ? '–' : String(counts[one]))),
      owed && !owed.isPaid ? owed.least : '–',
    ]);
  return [['playbook', 'before', 'now', ...TOLD_CLASSES, 'owes'], ...rows];
}
