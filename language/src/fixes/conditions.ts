import { AstUtils, GrammarUtils } from 'langium';
import { code } from '../findings/words.ts';
import * as ast from '../generated/ast.ts';
import type { Change, Fix, Fixer } from './fix.ts';
import { placeOf, type Stretch, write } from './written.ts';

/** Asks a question that can be asked of this, in the place of the whole comparison. */
export const askForInstance: Fixer<{ readonly example: string } | { readonly instead: string }> = (context) => {
  const place = stretchOf(AstUtils.getContainerOfType(context.node, ast.isComparison));
  return place ? [write(context, 'example' in context.data ? context.data.example : context.data.instead, place)] : [];
};

/** Asks whether something is known, of which nothing else can be asked. */
export const askWhetherKnown: Fixer<{ readonly fact: string }> = (context) => {
  const place = stretchOf(AstUtils.getContainerOfType(context.node, ast.isComparison));
  return place ? [write(context, `${context.data.fact} is known`, place)] : [];
};

/** Asks of the whole conversation what can't be counted in one message. */
export const askOfTheConversation: Fixer<{ readonly speaker: string }> = (context) => {
  const speech = AstUtils.getContainerOfType(context.node, ast.isSpeech);
  const says = speech && GrammarUtils.findNodeForKeyword(speech.$cstNode, 'says');
  return says
    ? [
        {
          ...write(context, 'has said', { start: says.offset, end: says.end }),
          title: `Write ${code(`${context.data.speaker} has said`)}`,
        },
      ]
    : [];
};

/** Leaves out over what time a question looks. */
export const leaveOutSpan: Fixer<unknown> = (context) => {
  const place = placeOf(context);
  const text = context.document.textDocument.getText();
  const before = /\s+(?:for|in\s+the\s+last)\s+$/.exec(text.slice(0, place.start))?.[0];
  if (before === undefined) return [];
  const behind = /^\s+messages?\b/.exec(text.slice(place.end))?.[0] ?? '';
  const span = { start: place.start - before.length, end: place.end + behind.length };
  const words = text.slice(span.start, span.end).trim().replaceAll(/\s+/g, ' ');
  return [{ title: `Remove ${code(words)}`, changes: [{ document: context.document, ...span, text: '' }] }];
};

/** Puts parentheses round what `and` joins, which is what most would read, or round what `or` joins. */
export const putParentheses: Fixer<unknown> = ({ node, document }) => {
  const logic = AstUtils.getContainerOfType(node, ast.isLogic);
  if (!logic) return [];
  return ['and', 'or'].map((operator): Fix => {
    const changes = runsOf(logic, operator).flatMap(({ start, end }): Change[] => [
      { document, start, end: start, text: '(' },
      { document, start: end, end, text: ')' },
    ]);
    return { title: `Put parentheses round what ${code(operator)} joins`, changes };
  });
};

/** The operands that stand in a row with only this operator between. */
function runsOf({ operands, operators }: ast.Logic, operator: string): Stretch[] {
  const runs: Stretch[] = [];
  let first = 0;
  for (let index = 0; index < operands.length; index += 1) {
    if (operators[index] === operator) continue;
    const [start, end] = [operands[first]?.$cstNode?.offset, operands[index]?.$cstNode?.end];
    if (index > first && start !== undefined && end !== undefined) runs.push({ start, end });
    first = index + 1;
  }
  return runs;
}

function stretchOf(node: ast.Comparison | undefined): Stretch | undefined {
  return node?.$cstNode && { start: node.$cstNode.offset, end: node.$cstNode.end };
}

/** Gives a phrase the form of one, where a sign is missing or one too many. */
export const mendPhrase: Fixer<{ readonly problem: string; readonly suggestion?: string | undefined }> = (context) => {
  const { problem, suggestion } = context.data;
  const { start, end } = placeOf(context);
  const { document } = context;
  const text = document.textDocument.getText();
  if (suggestion !== undefined) return [write(context, suggestion)];
  if (problem === 'unclosed-kind') return [write(context, `${text.slice(start, end)}>`)];
  if (problem !== 'gap-at-end' && problem !== 'gap-after-gap' && problem !== 'empty-alternative') return [];
  const blank = text[start - 1] === ' ' ? 1 : 0;
  const after = blank === 0 && text[end] === ' ' ? 1 : 0;
  const title = `Leave out ${code(text.slice(start, end))}`;
  return [{ title, changes: [{ document, start: start - blank, end: end + after, text: '' }] }];
};
