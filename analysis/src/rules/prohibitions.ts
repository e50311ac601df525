import type { NeverRule, Origin, Step, Text } from '@poise/runtime';
import { type Diagram, EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding, RuleName } from '../finding.ts';
import type { Scope, StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';

/** A `never`, and where it holds. */
export interface Prohibition {
  /** Who says so: a boundary, or a step while it is at work. */
  readonly by: RuleName;
  /** From when on: house rules from the opening, a playbook's own from its start. */
  readonly origin: Origin;
  readonly rule: NeverRule;
  /** Where its condition isn't a sure no. */
  readonly blocks: Diagram;
  /** Where its condition is a sure yes. */
  readonly certain: Diagram;
  readonly instead?: Text;
}

/** What the boundaries forbid; without what is too large to tell where it holds. */
export function prohibitionsOf(subject: Subject, scope: Scope): readonly Prohibition[] {
  return subject.boundaries.flatMap(({ id, origin, rules, sayInstead }) =>
    rules.flatMap((rule) => {
      if (rule.kind !== 'never') return [];
      const by = { kind: 'boundary', name: id } as const;
      return prohibition(rule, { by, origin, ...(sayInstead && { instead: sayInstead }) }, scope) ?? [];
    }),
  );
}

/** What a step forbids while it is at work. */
export function prohibitionsIn(step: Step, scope: Scope): readonly Prohibition[] {
  const by = { kind: 'step', name: step.id } as const;
  return step.never.flatMap((rule) => prohibition(rule, { by, origin: 'playbook' }, scope) ?? []);
}

function prohibition(
  rule: NeverRule,
  of: Pick<Prohibition, 'by' | 'origin' | 'instead'>,
  scope: Scope,
): Prohibition | undefined {
  const { when } = rule;
  const decided = unlessTooLarge(() =>
    when ? scope.decideAsJudged(when) : { certain: EVERYWHERE, possible: EVERYWHERE },
  );
  return decided && { ...of, rule, blocks: decided.possible, certain: decided.certain };
}

/**
 * Whether something that happens only in some states is forbidden whenever it does.
 *
 * @param isApprovable whether a team can let it through: then it is forbidden only if no approval helps. Offers, actions and replies are
 */
export function isAlwaysForbidden(
  happens: Diagram,
  { blocks }: Prohibition,
  isApprovable: boolean,
  space: StateSpace,
): boolean {
  const { diagrams } = space;
  const approvals = diagrams.supportOf(blocks).filter((fact) => space.origin(fact).kind === 'approved');
  const unapproved = isApprovable ? [] : approvals.map((fact) => space.is(fact, null));
  return (
    unlessTooLarge(() => space.canHold(happens) && space.includes(blocks, diagrams.all([happens, ...unapproved]))) ??
    false
  );
}

/** The place of what forbids something, to be shown beside a finding. */
export function forbiddenBy({ rule }: Prohibition): NonNullable<Finding['related']> {
  return [{ at: rule.at, role: 'forbids' }];
}
