import { type comparePlaybooks, type Difference, diffPlaybooks } from '@poise/analysis/diff';
import { plain, quoted } from '../words/index.ts';
import type { ComparedSide } from './side.ts';
import { judgeDifference, type Verdict, type VerdictOptions } from './verdict.ts';

/** The version before, and the one after. */
export type Sides<Side extends ComparedSide = ComparedSide> = readonly [was: Side, is: Side];

/** What came of comparing two versions. */
export interface ComparisonResults<Side extends ComparedSide = ComparedSide> {
  readonly sides: Sides<Side>;
  /** Absent where one of the sides has errors. */
  readonly difference?: Difference;
  readonly verdict?: Verdict;
}

/**
 * Compares two versions, and judges what came of it.
 *
 * @param compare compares one playbook, for whoever keeps what came of that
 */
export function compareSides<Side extends ComparedSide>(
  sides: Sides<Side>,
  options: VerdictOptions,
  compare?: typeof comparePlaybooks,
): ComparisonResults<Side> {
  const [was, is] = sides;
  if (was.broken || is.broken) return { sides };
  const difference = diffPlaybooks(was.playbooks, is.playbooks, compare);
  return { sides, difference, verdict: judgeDifference(difference, options) };
}

/** Why two versions can't be compared that have no playbook between them; nothing where they have. */
export function whyNothing(sides: Sides): string | undefined {
  if (sides.some(({ playbooks, broken }) => playbooks.length > 0 || broken)) return undefined;
  const [was, is] = sides.map(({ name }) => quoted(plain(name)));
  return `there is no playbook in ${was} and none in ${is}: nothing to compare`;
}

/** Who approves what, as the sources of both versions say. */
export function approversOf(sides: Sides): readonly ReadonlyMap<string, string>[] {
  return sides.flatMap(({ configuration }) => (configuration ? [configuration.approvals] : []));
}
