import {
  CHANGE_CLASSES,
  type Change,
  type Difference,
  type PlaybookDifference,
  RULE_KINDS,
} from '@poise/analysis/diff';
import { listed, quoted } from '@poise/generator/words';
import { wrongUse } from '../exit-codes.ts';
import { plain } from '../output/plain.ts';

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

const CLASSES = CHANGE_CLASSES.filter((one) => one !== 'same');

/** Reads the classes of `--fail-on`. @throws CommandStop where one isn't known */
export function changesIn(list: string): readonly string[] {
  const known = new Set(CLASSES.flatMap((one) => [one, ...RULE_KINDS.map((kind) => `${one} ${kind}`)]));
  const asked = list.split(',').map((one) => one.trim());
  const unknown = asked.find((one) => !known.has(one));
  if (unknown === undefined) return asked;
  const classes = listed(CLASSES.map(quoted), 'or');
  const advice = `a change is ${classes}, alone or with what it is about: ${quoted('loosened boundary')}`;
  throw wrongUse(`${quoted(plain(unknown))} is no class of changes: ${advice}`);
}
