import { AstUtils } from 'langium';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { headingOf } from '../linking/files.ts';
import { linesOf } from '../structure/placement.ts';
import type { Fix, FixContext, Fixer } from './fix.ts';
import { atTheTop, below, inside } from './lines.ts';

/** Adds the line that is missing, as the message shows it. A team in it is one that there is. */
export const addMissingLine: Fixer<{ readonly example: string }> = (context) => {
  const { document, workspace } = context;
  const [team] = workspace.allVisible(document, [ast.Team.$type]);
  const namesTeam = /^(to|tell) \w+/.exec(context.data.example);
  if (namesTeam && !team) return [];
  return addLine(
    context,
    namesTeam ? context.data.example.replace(namesTeam[0], `${namesTeam[1]} ${team?.name}`) : context.data.example,
  );
};

/** Adds a goal for the author to fill in. */
export const addGoal: Fixer<unknown> = (context) => addLine(context, 'goal "What is true when this has gone well."');

/** Adds something to do for the author to fill in. */
export const addGuidance: Fixer<unknown> = (context) => [
  ...addLine(context, 'do "What to do here."'),
  ...addLine(context, 'say "What to say here."'),
];

/** Adds what happens the first time. */
export const addReaction: Fixer<unknown> = ({ node, document }) => {
  const cause = AstUtils.getContainerOfType(node, ast.isEachTime);
  const line = 'first time warn "What to say."';
  return cause ? [{ title: `Add ${code(line)}`, changes: [below(document, cause, `  ${line}`)] }] : [];
};

/** Says in the heading which framework a playbook follows: each one that has such a stage. */
export const followFramework: Fixer<{ readonly stage: string }> = ({ data, document, workspace }) => {
  const heading = headingOf(document.parseResult.value);
  if (!heading) return [];
  return [...workspace.allVisible(document, [ast.Framework.$type])]
    .filter(ast.isFramework)
    .filter(({ stages }) => stages.some(({ name }) => name === data.stage))
    .map(({ name }) => ({
      title: `Add ${code(`follows ${name}`)}`,
      changes: [below(document, heading, `  follows ${name}`)],
    }));
};

/** Declares the signal that says on which channel a conversation is, with the channels that this file speaks of. */
export const declareChannels: Fixer<unknown> = ({ document }) => {
  const { value: file } = document.parseResult;
  const channels = AstUtils.streamAllContents(file).flatMap((node) =>
    'channels' in node && Array.isArray(node.channels) ? node.channels.map(({ $refText }) => String($refText)) : [],
  );
  const line = `signal channel one of ${channels.distinct().toArray().join(', ')}`;
  const heading = headingOf(file);
  const change = heading ? below(document, heading, `\n${line}`) : atTheTop(document, `${line}\n`);
  return [{ title: `Add ${code(line)}`, changes: [change] }];
};

/** Adds a trigger for the author to fill in. */
export const addTrigger: Fixer<unknown> = ({ node, document }) => {
  const heading = AstUtils.getContainerOfType(node, ast.isHeading);
  const step = document.parseResult.value.members.findIndex(ast.isStep);
  const above = step < 0 ? heading : document.parseResult.value.members[step - 1];
  const lines = '\ntrigger begins\n  when customer says "words that begin it"';
  return above ? [{ title: `Add a ${code('trigger')}`, changes: [below(document, above, lines)] }] : [];
};

/** Adds a first step for the author to fill in. */
export const addStep: Fixer<unknown> = ({ document }) => {
  const above = document.parseResult.value.members.findLast((member) => !ast.isScenario(member));
  const lines = '\nstep begin\n  goal "What is true when this has gone well."\n  do   "What to do here."';
  return above ? [{ title: `Add a ${code('step')}`, changes: [below(document, above, lines)] }] : [];
};

/** Passes over a step on the channels for which it has no words. */
export const skipOnChannels: Fixer<{ readonly channels: readonly string[] }> = (context) => {
  const step = AstUtils.getContainerOfType(context.node, ast.isStep);
  const { channels } = context.data;
  if (!step || linesOf(step, ast.isSkipWhen).length > 0) return [];
  return addLine(context, `skip when channel is ${channels.length > 1 ? 'one of ' : ''}${channels.join(', ')}`);
};

/** Has a field recorded in the step that asks about it, else in the first. */
export const recordField: Fixer<{ readonly field: string }> = ({ data, node, document }) => {
  const step = AstUtils.getContainerOfType(node, ast.isStep) ?? document.parseResult.value.members.find(ast.isStep);
  if (!step) return [];
  const line = `record ${data.field}`;
  return [{ title: `Add ${code(line)} to step ${code(step.name)}`, changes: [below(document, step, `  ${line}`)] }];
};

/** Says something only when the field is known that it has filled in. */
export const sayWhenKnown: Fixer<{ readonly field: string }> = ({ data, node, document }) => {
  const line = AstUtils.getContainerOfType(node, (one) => ast.isSay(one) || ast.isAsk(one));
  const place = line?.$cstNode;
  if (!line || !place || line.when || line.unless) return [];
  const guard = `when ${data.field} is known`;
  return [
    { title: `Add ${code(guard)}`, changes: [{ document, start: place.end, end: place.end, text: ` ${guard}` }] },
  ];
};

function addLine({ node, document }: Pick<FixContext<unknown>, 'node' | 'document'>, line: string): readonly Fix[] {
  const member = AstUtils.getContainerOfType(node, ast.isMember);
  return member ? [{ title: `Add ${code(line)}`, changes: [inside(document, member, line)] }] : [];
}
