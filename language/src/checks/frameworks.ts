import * as ast from '../generated/ast.ts';
import { fileOf } from '../linking/files.ts';
import { linesOf } from '../structure/placement.ts';
import type { Check } from './check.ts';

/** A playbook has a step for every stage of the framework it follows, but for the optional ones. While a stage is unknown it may be the one missing. */
export const everyStageMustHaveAStep: Check<ast.Heading> = (heading, { report }) => {
  const [follows] = linesOf(heading, ast.isFollows);
  const framework = follows?.framework?.ref;
  const steps = fileOf(heading).members.filter(ast.isStep);
  if (!heading.name || !follows || !framework || steps.length === 0) return;
  const references = stagesOf(steps);
  if (references.some(({ stage }) => !stage?.ref)) return;
  const present = new Set(references.map(({ stage }) => stage.ref));
  const missing = framework.stages.filter((stage) => stage.name && !stage.optional && !present.has(stage));
  if (missing.length === 0) return;
  report(
    'stage-missing',
    { playbook: heading.name, framework: framework.name, stages: missing.map(({ name }) => name) },
    { node: follows, property: 'framework' },
  );
};

/** The steps of a playbook take its framework's stages in order, and those of one stage stand together. A step without a stage fits anywhere. */
export const stagesMustComeInOrder: Check<ast.Heading> = (heading, { report }) => {
  const framework = linesOf(heading, ast.isFollows)[0]?.framework?.ref;
  if (!framework) return;
  const begun = new Set<ast.Stage>();
  let current: ast.Stage | undefined;
  let furthest: ast.Stage | undefined;
  for (const line of stagesOf(fileOf(heading).members.filter(ast.isStep))) {
    const stage = line.stage?.ref;
    if (!stage || stage === current || !framework.stages.includes(stage)) continue;
    const place = { node: line, property: 'stage' };
    if (begun.has(stage) && current) {
      report('stage-twice', { stage: stage.name, between: current.name }, place);
    } else if (furthest && framework.stages.indexOf(stage) < framework.stages.indexOf(furthest)) {
      report('stage-out-of-order', { stage: stage.name, before: furthest.name, framework: framework.name }, place);
    } else {
      furthest = stage;
    }
    begun.add(stage);
    current = stage;
  }
};

/** The stage that each step names, in the order of the steps. */
function stagesOf(steps: readonly ast.Step[]): ast.StageReference[] {
  return steps.flatMap((step) => linesOf(step, ast.isStageReference).slice(0, 1));
}
