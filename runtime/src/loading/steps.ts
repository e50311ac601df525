import type { Step } from '../generated/format.ts';
import { checkCondition } from './conditions.ts';
import type { Checking } from './known.ts';
import { checkLines, checkNever } from './lines.ts';
import { identified, placed } from './parts.ts';
import { Path } from './path.ts';
import { refer } from './references.ts';

/** Steps lead to steps that are there, and without `exits` only forwards: so a playbook ends. */
export function checkSteps(checking: Checking): void {
  for (const [index, step] of checking.playbook.steps.entries())
    checkStep(checking, step, index, Path.ROOT.at('steps', index));
}

function checkStep(checking: Checking, step: Step, index: number, path: Path): void {
  placed(checking, step, path);
  if (step.stage !== undefined) refer(checking, 'stage', step.stage, path.at('stage'));
  checkLines(checking, step.lines, path.at('lines'));
  for (const [place, rule] of step.never.entries()) {
    identified(checking, rule, path.at('never', place));
    checkNever(checking, rule, path.at('never', place));
  }
  checkCondition(checking, step.skip, path.at('skip'));
  for (const [place, exit] of step.exits.entries()) {
    identified(checking, exit, path.at('exits', place));
    checkCondition(checking, exit.when, path.at('exits', place, 'when'));
    if (exit.kind === 'goTo') refer(checking, 'step', exit.step, path.at('exits', place, 'step'));
  }
  checkCondition(checking, step.done, path.at('done'));
  checkNext(checking, step, index, path.at('next'));
}

function checkNext(checking: Checking, { next }: Step, index: number, path: Path): void {
  if (next === undefined) return;
  const follower = checking.known.step.get(next);
  if (follower === undefined) refer(checking, 'step', next, path);
  else if (follower <= index) checking.report('backward-step', { next }, path);
}
