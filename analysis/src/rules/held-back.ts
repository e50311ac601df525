import type { Exit, Milestone, Step } from '@poise/runtime';
import type { Subject } from '../subject.ts';

/** Whether a boundary may hold a move back, so that the next exit is tried: one that asks for something before a step that it can come to. */
export function mayBeHeldBack(exit: Exit, subject: Subject): boolean {
  if (exit.kind !== 'goTo') return false;
  const milestones = subject.boundaries.flatMap(({ rules }) => rules.flatMap((rule) => milestoneOf(rule) ?? []));
  return landingsFrom(exit.step, subject).some((step) => milestones.some((milestone) => isReachedBy(step, milestone)));
}

function milestoneOf(rule: Subject['boundaries'][number]['rules'][number]): Milestone | undefined {
  if (rule.kind === 'order') return rule.later;
  return 'before' in rule ? rule.before : undefined;
}

/** The steps that one may come to on going to a step: some may be skipped on entry. */
function landingsFrom(id: string, { steps }: Subject): readonly Step[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const landings: Step[] = [];
  for (let step = byId.get(id); step; step = step.skip && step.next !== undefined ? byId.get(step.next) : undefined)
    landings.push(step);
  return landings;
}

function isReachedBy(step: Step, { kind, id }: Milestone): boolean {
  return kind === 'step' ? step.id === id : kind === 'stage' && step.stage === id;
}
