import type { Playbook } from '@poise/runtime';
import { placedConditions } from '../../analysis/src/conditions/placed-conditions.ts';
import { coveringOf } from '../../analysis/src/states/covering.ts';
import { StateSpace } from '../../analysis/src/states/state-space.ts';

/** What the analysis answers, in the order of `AnalysisWorkload.answers`. */
export function answersOf(playbook: Playbook): boolean[] {
  const space = new StateSpace([playbook]);
  const [scope] = space.scopes;
  if (!scope) throw new Error('the playbook has no facts');
  const { diagrams } = space;
  const settled = placedConditions(playbook).flatMap(({ condition, isJudged }) => {
    const { certain, possible } = isJudged ? scope.decideAsJudged(condition) : scope.decide(condition);
    return [space.canHold(certain), space.canHold(diagrams.not(possible))];
  });
  const triggers = playbook.triggers.map(({ when }) => ({ holds: scope.decide(when).certain }));
  const first = triggers.map(
    ({ holds }, index) => space.canHold(holds) && coveringOf(holds, triggers.slice(0, index), space) === undefined,
  );
  return [...settled, ...first];
}
