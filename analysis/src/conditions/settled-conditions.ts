import { EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import { shownWhere } from '../states/shown-where.ts';
import type { Scope, StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { type PlacedCondition, placedConditions } from './placed-conditions.ts';

/**
 * Conditions that are never a yes, or never a no, whatever the facts: and those too large to tell. What rests on a situation of which this is said is left
 * out: it comes from there.
 */
export function checkSettledConditions(subject: Subject, space: StateSpace): Finding[] {
  const [scope] = space.scopes;
  if (!scope) return [];
  const settled = new Set<string>();
  return placedConditions(subject).flatMap((placed): Finding[] => {
    const { condition, rule } = placed;
    const found = condition.facts.some((fact) => settled.has(fact)) ? undefined : verdictOn(placed, scope, space);
    if (!found) return [];
    // Situations come before whatever rests on them.
    if (rule.kind === 'situation') settled.add(rule.name);
    return [found];
  });
}

function verdictOn(
  { condition, rule, at, mark, isJudged, line }: PlacedCondition,
  scope: Scope,
  space: StateSpace,
): Finding | undefined {
  const { diagrams } = space;
  const isAlways = (diagram: number) => diagram === EVERYWHERE || !space.canHold(diagrams.not(diagram));
  const decided = unlessTooLarge((): { readonly finding?: Finding } => {
    const { certain, possible } = isJudged ? scope.decideAsJudged(condition) : scope.decide(condition);
    if (!space.canHold(certain)) return { finding: { code: 'impossible-condition', at, mark, data: { rule } } };
    if (line && 'channels' in line && line.channels && !space.canHold(shownWhere(line, scope, space)))
      return { finding: { code: 'impossible-condition', at, mark, data: { rule, channels: line.channels } } };
    if (!isAlways(possible)) return {};
    // What judges takes unknown for a yes.
    const waits = !isJudged && !isAlways(certain);
    return { finding: { code: 'always-true-condition', at, mark, data: { rule, waits } } };
  });
  return decided ? decided.finding : { code: 'undecided-condition', at, mark, data: { rule } };
}
