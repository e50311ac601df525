import { AstUtils, CstUtils } from 'langium';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import { documentOf } from '../linking/files.ts';
import { type ConditionInFront, conditionsInFront } from '../structure/conditions-in-front.ts';
import type { Change, FixContext, Fixer, Source } from './fix.ts';
import { atTheTop, below, without } from './lines.ts';
import { leaveOutLine, withoutMember, withoutNode } from './needless.ts';
import { placeOf, write } from './written.ts';

/** Moves a `use` line or the heading up to where it belongs. A second heading belongs in another file. */
export const moveUp: Fixer<{ readonly problem: string }> = ({ data, node, document }) => {
  const member = AstUtils.getContainerOfType(node, ast.isMember);
  if (!member?.$cstNode || data.problem === 'second-heading') return [];
  const { members } = document.parseResult.value;
  const firstOther = members.findIndex((one) => !ast.isUse(one));
  const last = members[firstOther - 1];
  const removal = withoutMember(document, member);
  const lines = document.textDocument.getText().slice(removal.start, removal.end).trim();
  const blank = ast.isUse(member) ? '' : '\n';
  const addition: Change = last ? below(document, last, `${blank}${lines}`) : atTheTop(document, `${lines}\n`);
  return [{ title: 'Move it up', changes: [addition, removal] }];
};

/** Moves a condition to the end of the line that it looks to be meant for, and with it those that would then stand behind it. */
export const moveBehind: Fixer<{ readonly next: string }> = (context) => {
  const { data, document, node } = context;
  const member = AstUtils.getContainerOfType(node, ast.isMember);
  const all = member ? conditionsInFront(member) : [];
  const found = all.find(({ word }) => word.offset === placeOf(context).start);
  const changes = found && movedBehind(document, found, all);
  return changes ? [{ title: `Move it behind ${code(`${data.next} …`)}`, changes }] : [];
};

/** Nothing where a line has a condition of its own: one that is in front of yet another line isn't. */
function movedBehind(
  document: Source,
  { word, above, next, isBefore }: ConditionInFront,
  all: readonly ConditionInFront[],
): readonly Change[] | undefined {
  const [from, to] = [above.$cstNode, next.$cstNode];
  const other = all.find((one) => one.above === next);
  const others = other ? movedBehind(document, other, all) : [];
  const isFree = other ? other.word.text === (next.when ? 'when' : 'unless') : !(next.when ?? next.unless);
  if (!from || !to || !others || !isFree) return undefined;
  const words = CstUtils.flattenCst(to).filter(({ hidden, end }) => !hidden && end <= (other?.word.offset ?? to.end));
  const at = words.toArray().at(-1)?.end ?? to.end;
  const text = document.textDocument.getText().slice(word.offset, from.end);
  return [
    isBefore ? { document, start: word.offset, end: to.offset, text: '' } : without(document, word.offset, from.end),
    { document, start: at, end: at, text: ` ${text}` },
    ...others,
  ];
}

/** Gives a reaction the turn that it has by its place, or leaves it out where `then` has taken all later ones. */
export const takeTheTurn: Fixer<{ readonly expected?: string | undefined }> = (context) => {
  const { expected } = context.data;
  if (expected === undefined) return leaveOutLine(context);
  const { start, end } = placeOf(context);
  const behind = /^\s+time\b/.exec(context.document.textDocument.getText().slice(end))?.[0] ?? '';
  return [write(context, expected, { start, end: end + behind.length })];
};

/** Moves what is given of the beginning of a conversation up to where that is. */
export const giveItFirst: Fixer<unknown> = ({ node, document }) => {
  const [line, scenario] = [
    AstUtils.getContainerOfType(node, ast.isGiven),
    AstUtils.getContainerOfType(node, ast.isScenario),
  ];
  const title = scenario?.title;
  if (!line?.$cstNode || !title || line.facts.length > 1) return [];
  return [
    {
      title: `Move ${code(line.$cstNode.text)} up`,
      changes: [below(document, title, `  ${line.$cstNode.text}`), withoutNode(document, line)],
    },
  ];
};

/** Adds a choice to those that a fact has. */
export const addChoice: Fixer<{ readonly name: string; readonly fact: string }> = (context) => {
  const choices = choicesOf(context);
  const place = choices?.choices.at(-1)?.$cstNode;
  if (!choices || !place) return [];
  const { name, fact } = context.data;
  const document = documentOf(choices);
  return [
    {
      title: `Add ${code(name)} to the choices of ${code(fact)}`,
      changes: [{ document, start: place.end, end: place.end, text: `, ${name}` }],
    },
  ];
};

function choicesOf({ data, document, workspace }: FixContext<{ readonly fact: string }>): ast.ChoiceType | undefined {
  const [fact] = workspace.visible(document, [ast.Signal.$type, ast.Field.$type], data.fact);
  const type = ast.isValue(fact) ? fact.valueType : undefined;
  return ast.isChoiceType(type) ? type : undefined;
}
