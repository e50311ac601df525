import type { Exit, Position, Step } from '@poise/runtime';
import { type Diagram, EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import { coveringOf } from '../states/covering.ts';
import type { Scope, StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { mayBeHeldBack } from './held-back.ts';

/** Something that comes first wherever it holds. */
interface Earlier {
  readonly holds: Diagram;
  readonly at: Position;
  readonly name: string;
}

/** Rules that earlier ones leave nothing for: triggers, the ways out of a step, and the playbooks that an escalation goes on with. */
export function checkHidden(subject: Subject, space: StateSpace): Finding[] {
  const [scope] = space.scopes;
  if (!scope) return [];
  return [
    ...hiddenTriggers(subject, scope, space),
    ...subject.steps.flatMap((step) => hiddenExits(step, subject, scope, space)),
    ...subject.escalations.flatMap((escalation) => hiddenContinuations(escalation, scope, space)),
  ];
}

function hiddenTriggers({ triggers }: Subject, scope: Scope, space: StateSpace): Finding[] {
  const earlier: Earlier[] = [];
  return triggers.flatMap(({ id, when, at }): Finding[] => {
    const found = unlessTooLarge(() => {
      const { certain } = scope.decide(when);
      const hiding = coveringOf(certain, earlier, space);
      // Beside one that always holds all others are idle: that it does is the finding.
      if (!space.includes(certain, EVERYWHERE)) earlier.push({ holds: certain, at, name: id });
      if (!hiding) return undefined;
      // One that comes and goes with the message would start the playbook anew while the other one simply goes on to hold.
      const others = space.diagrams.any(hiding.map(({ holds }) => holds));
      return isOfTheMoment(certain, space) && !isOfTheMoment(others, space) ? undefined : hiding;
    });
    if (!found) return [];
    const data = { trigger: id, earlier: found.map(({ name }) => name) };
    return [{ code: 'hidden-trigger', at, related: relatedTo(found), data }];
  });
}

/** Whether it holds only in the event of a message that something is found in. */
function isOfTheMoment(holds: Diagram, space: StateSpace): boolean {
  const { diagrams } = space;
  const heard = diagrams.supportOf(holds).filter((fact) => space.origin(fact).kind === 'says');
  return space.includes(diagrams.any(heard.map((fact) => space.is(fact, true))), holds);
}

function hiddenExits(step: Step, subject: Subject, scope: Scope, space: StateSpace): Finding[] {
  const certain = (exit: Pick<Exit, 'when'>): Diagram => (exit.when ? scope.decide(exit.when).certain : EVERYWHERE);
  const earlier: Earlier[] = [];
  const found = step.exits.flatMap((exit): Finding[] => {
    const hiding = unlessTooLarge(() => {
      const holds = certain(exit);
      const before = coveringOf(holds, earlier, space);
      const name = exit.kind === 'goTo' ? exit.step : exit.playbook;
      if (!mayBeHeldBack(exit, subject)) earlier.push({ holds, at: exit.at, name });
      return before;
    });
    if (!hiding) return [];
    const data = { exit: exit.kind, to: exit.kind === 'goTo' ? exit.step : exit.playbook };
    return [{ code: 'hidden-exit', at: exit.at, mark: 'line', related: relatedTo(hiding), data }];
  });
  const { done } = step;
  const hiding = done && unlessTooLarge(() => coveringOf(scope.decide(done).certain, earlier, space));
  if (!hiding) return found;
  return [
    ...found,
    { code: 'hidden-exit', at: step.at, mark: 'done', related: relatedTo(hiding), data: { exit: 'done' } },
  ];
}

function hiddenContinuations(
  { id, when, continueWith, at }: Subject['escalations'][number],
  scope: Scope,
  space: StateSpace,
): Finding[] {
  const earlier: Earlier[] = [];
  return continueWith.flatMap((line, continuation): Finding[] => {
    const { playbook } = line;
    const hiding = unlessTooLarge(() => {
      const begins = scope.decide(when).certain;
      const fits = line.when ? scope.decide(line.when).certain : EVERYWHERE;
      const holds = space.diagrams.and(begins, fits);
      const before = coveringOf(holds, earlier, space);
      earlier.push({ holds, at, name: playbook });
      return before;
    });
    if (!hiding) return [];
    const data = { exit: 'continueWith', to: playbook, escalation: id } as const;
    return [{ code: 'hidden-exit', at, mark: { continuation, part: 'line' }, data }];
  });
}

function relatedTo(earlier: readonly Earlier[]): NonNullable<Finding['related']> {
  return earlier.map(({ at }) => ({ at, role: 'earlier' }));
}
