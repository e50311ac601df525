import { oneOf } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { headingOf } from '../linking/files.ts';
import { linesOf } from '../structure/placement.ts';
import type { Change, Fixer, Source } from './fix.ts';
import { atTheTop, below } from './lines.ts';

/** Adds a step for each stage that has none, between those that the framework puts before and after it. What it says is for the author to write. */
export const addStepsForStages: Fixer<{ readonly stages: readonly string[] }> = ({ data, document }) => {
  const heading = headingOf(document.parseResult.value);
  const framework = heading && linesOf(heading, ast.isFollows)[0]?.framework?.ref;
  if (!framework) return [];
  const missing = framework.stages.filter(({ name }) => data.stages.includes(name));
  if (missing.length === 0) return [];
  const stages = missing.length > 1 ? 'steps for the stages' : 'a step for the stage';
  const names = missing.map(({ name }) => name);
  return [
    {
      title: `Add ${stages} ${oneOf(names, 'and')}`,
      changes: missing.map((stage) => stepFor(stage, framework, document)),
    },
  ];
};

function stepFor(stage: ast.Stage, framework: ast.Framework, document: Source): Change {
  const { members } = document.parseResult.value;
  const later = new Set(framework.stages.slice(framework.stages.indexOf(stage) + 1));
  const next = members.findIndex((member) => ast.isStep(member) && stagesOf(member).some((one) => later.has(one)));
  const above = next < 0 ? (members.findLast(ast.isStep) ?? members.at(-1)) : members[next - 1];
  const goal = stage.goal?.parts.join(' ') ?? '"What is true when this has gone well."';
  const lines = [
    `step ${freeName(stage.name, document)}`,
    `  stage ${stage.name}`,
    `  goal  ${goal}`,
    '  do    "What to do here."',
  ].join('\n');
  return above ? below(document, above, `\n${lines}`) : atTheTop(document, `${lines}\n`);
}

function stagesOf(step: ast.Step): ast.Stage[] {
  return linesOf(step, ast.isStageReference).flatMap((line) => line.stage?.ref ?? []);
}

/** A name for a step: that of its stage, unless the file calls something so already. */
function freeName(wanted: string, document: Source): string {
  const taken = new Set(
    document.parseResult.value.members.flatMap((member) => ('name' in member && member.name ? [member.name] : [])),
  );
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
  return name;
}
