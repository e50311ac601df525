import { ast, linesOf } from '@poise/language';
import type { Boundary, BoundaryRule, Milestone, Reaction } from '@poise/runtime';
import { atLeastOne } from './acts.ts';
import { compileGuard, target } from './conditions.ts';
import type { CompileContext } from './context.ts';
import { compileNever, whenOf } from './lines.ts';
import { described, ownerOf } from './named.ts';

/** A boundary with its rules; its hash is given later. */
export function compileBoundary(boundary: ast.Boundary, context: CompileContext): Omit<Boundary, 'hash'> {
  const rules = boundary.items.flatMap((item) => compileBoundaryRule(item, boundary, context) ?? []);
  const [instead] = linesOf(boundary, ast.isSayInstead);
  const body = { rules: atLeastOne(rules), ...(instead && { sayInstead: context.parts(instead.text) }) };
  return {
    ...described(boundary, context),
    origin: context.originOf(boundary),
    ...body,
    at: context.position(boundary),
  };
}

function compileBoundaryRule(
  item: ast.Item,
  boundary: ast.Boundary,
  context: CompileContext,
): BoundaryRule | undefined {
  const owner = ownerOf(boundary);
  const at = context.position(item);
  switch (item.$type) {
    case 'Never':
      return compileNever(item, owner, context);
    case 'AlwaysBefore':
      context.require('ordering');
      return {
        id: context.lineId(owner, 'order'),
        kind: 'order',
        first: milestone(item.first),
        later: milestone(item.later),
        at,
      };
    case 'AlwaysRecord': {
      context.require('obligations');
      const fields = atLeastOne(item.fields.map((field) => context.facts.declared(target(field))));
      return {
        id: context.lineId(owner, 'mustRecord', fields[0]),
        kind: 'mustRecord',
        fields,
        ...before(item),
        ...whenOf(item, owner, context),
        at,
      };
    }
    case 'AlwaysSay': {
      context.require('obligations');
      const said = target(item.said);
      const name = context.refer(said);
      context.require(ast.isWording(said) ? 'wordings' : 'phrases');
      const what = ast.isWording(said) ? { wording: name } : { phrases: name };
      return {
        id: context.lineId(owner, 'mustSay', name),
        kind: 'mustSay',
        ...what,
        ...before(item),
        ...whenOf(item, owner, context),
        at,
      };
    }
    case 'AlwaysOffer': {
      context.require('obligations');
      const offer = target(item.offer).name;
      return {
        id: context.lineId(owner, 'mustOffer', offer),
        kind: 'mustOffer',
        offer,
        ...before(item),
        ...whenOf(item, owner, context),
        at,
      };
    }
    case 'EachTime': {
      context.require('graded-reactions');
      const when = compileGuard({ ...item, when: item.condition }, owner, context);
      if (!when) return undefined;
      const reactions = atLeastOne(compileReactions(linesOf(boundary, ast.isReaction), context));
      return { id: context.lineId(owner, 'eachTime'), kind: 'eachTime', when, reactions, at };
    }
    default:
      return undefined;
  }
}

const TURNS = { first: 1, second: 2, third: 3 } as const;

function compileReactions(reactions: readonly ast.Reaction[], context: CompileContext): Reaction[] {
  let last = 0;
  return reactions.map(({ turn, response, ...reaction }) => {
    last = turn === 'then' ? last + 1 : TURNS[turn];
    return { from: last, response: compileResponse(response, context), at: context.position(reaction) };
  });
}

function compileResponse(response: ast.Response, context: CompileContext): Reaction['response'] {
  switch (response.$type) {
    case 'Warn':
      return { kind: 'warn', parts: context.parts(response.text) };
    case 'EscalateTo':
      context.require('ladders');
      return { kind: 'escalate', team: context.refer(target(response.team)) };
    case 'EndConversation':
      return { kind: 'endConversation' };
  }
}

function before(item: { readonly before?: ast.Milestone }): { before?: Milestone } {
  return item.before ? { before: milestone(item.before) } : {};
}

function milestone(node: ast.Milestone): Milestone {
  switch (node.$type) {
    case 'StepMilestone':
      return { kind: 'step', id: target(node.step).name };
    case 'StageMilestone':
      return { kind: 'stage', id: target(node.stage).name };
    case 'CloseMilestone':
      return { kind: 'close' };
  }
}
