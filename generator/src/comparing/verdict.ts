import type { Change, Difference, PlaybookDifference } from '@poise/analysis/diff';

/** A change that somebody has to approve. */
export interface NeededApproval {
  readonly change: Change;
  readonly by: string;
  readonly isGiven: boolean;
}

/** What makes a difference fail. */
export interface Verdict {
  /** Playbooks that do something else and whose version doesn't say so. */
  readonly unpaid: readonly PlaybookDifference[];
  /** Changes that were not to be. */
  readonly refused: readonly Change[];
  readonly approvals: readonly NeededApproval[];
  readonly isGood: boolean;
}

export interface VerdictOptions {
  /** Classes of changes, with or without what they are about. */
  readonly failOn: readonly string[];
  readonly approvedBy: readonly string[];
  /** Who approves what, as the configurations of both versions say: a change can't lift an approval that it needs itself. */
  readonly approvers: readonly ReadonlyMap<string, string>[];
}

export function judgeDifference({ playbooks, changes }: Difference, options: VerdictOptions): Verdict {
  const { failOn, approvedBy, approvers } = options;
  const unpaid = playbooks.filter(({ owed }) => owed && owed.step !== 'patch' && !owed.isPaid);
  const refused = changes.filter((change) => keysOf(change).some((key) => failOn.includes(key)));
  const approvals = changes.flatMap((change) => {
    const names = keysOf(change).flatMap((key) => approvers.flatMap((by) => by.get(key) ?? []));
    return [...new Set(names)].map((by) => ({ change, by, isGiven: approvedBy.includes(by) }));
  });
  const isGood = unpaid.length === 0 && refused.length === 0 && approvals.every(({ isGiven }) => isGiven);
  return { unpaid, refused, approvals, isGood };
}

/** What a change can be called on the command line and in `poise.json`: by its class, and by that and what it is about. */
function keysOf({ class: what, kind }: Change): readonly string[] {
  return [what, `${what} ${kind}`];
}
