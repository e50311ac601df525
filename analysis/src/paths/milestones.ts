import type { Milestone, Step } from '@poise/runtime';
import type { Landing, StepEdges } from './step-edges.ts';

/** Whether a step is what a milestone names, or of the stage that it names. */
export function isOf({ id, stage }: Step, milestone: Milestone): boolean {
  return milestone.kind === 'step' ? id === milestone.id : milestone.kind === 'stage' && stage === milestone.id;
}

/** Whether a move comes to a milestone: to a step; to a stage from a step that isn't of it; for the close, to the end of the playbook. */
export function comesTo(milestone: Milestone, landing: Landing, from: string | undefined, edges: StepEdges): boolean {
  if (milestone.kind === 'close')
    return landing.to === undefined && !('how' in landing && landing.how === 'continueWith');
  const step = landing.to === undefined ? undefined : edges.stepOf(landing.to);
  if (!step || !isOf(step, milestone)) return false;
  const before = from === undefined ? undefined : edges.stepOf(from);
  return milestone.kind === 'step' || before?.stage !== milestone.id;
}
