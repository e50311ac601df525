import { ast, linesOf } from '@poise/language';
import type {
  AgentCare,
  Boundary,
  BoundaryRule,
  Escalation,
  FollowUp,
  Milestone,
  Reaction,
  Trend,
} from '@poise/runtime';
import { atLeastOne } from './acts.ts';
import { behaviourHash } from './canonical.ts';
import { compileCondition, compileGuard, happening, seconds, target } from './conditions.ts';
import { type CompileContext, plainText } from './context.ts';
import { compileLines, compileNever, compileRungs, compileTell, whenOf } from './lines.ts';

/** What every named rule has. */
export function described(node: ast.Titled, context: CompileContext): { id: string; title?: string; note?: string } {
  return { id: node.name, ...(node.title && { title: plainText(node.title) }), ...context.note(node) };
}

export function compileBoundary(boundary: ast.Boundary, context: CompileContext): Boundary {
  const rules = boundary.items.flatMap((item) => compileBoundaryRule(item, boundary, context) ?? []);
  const [instead] = linesOf(boundary, ast.isSayInstead);
  const body = { rules: atLeastOne(rules), ...(instead && { sayInstead: context.words(instead.text) }) };
  return {
    ...described(boundary, context),
    origin: context.originOf(boundary),
    hash: behaviourHash(body),
    ...body,
    at: context.position(boundary),
  };
}

function compileBoundaryRule(
  item: ast.Item,
  boundary: ast.Boundary,
  context: CompileContext,
): BoundaryRule | undefined {
  const owner = boundary.name;
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
      return { kind: 'warn', words: context.words(response.text) };
    case 'EscalateTo':
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

export function compileEscalation(escalation: ast.Escalation, context: CompileContext): Escalation {
  const { name } = escalation;
  context.require('ladders');
  const when = compileGuard(escalation, name, context);
  if (!when) throw new Error(`escalation ${name} has no condition`);
  const [beats] = linesOf(escalation, ast.isBeats);
  const [ladder] = escalation.items.filter(ast.isLadder);
  const [handOver] = linesOf(escalation, ast.isHandOver);
  const [resolve] = linesOf(escalation, ast.isResolveWithin);
  const [continues] = linesOf(escalation, ast.isContinueWith);
  if (handOver) context.require('handover');
  if (resolve) context.require('deadlines');
  if (continues) context.require('continue');
  const body = {
    when,
    beats: {
      everything: beats?.everything ?? false,
      escalations: beats?.others.map((other) => target(other).name) ?? [],
    },
    ladder: ladder ? compileRungs(ladder.rungs, context) : [],
    tell: linesOf(escalation, ast.isTell).map((tell) => compileTell(tell, name, context)),
    stayUntilAnswered: escalation.items.some(ast.isStayUntilAnswered),
    lines: compileLines(escalation, context),
    handOver: handOver?.facts.map((fact) => context.facts.declared(target(fact))) ?? [],
    ...(resolve && { resolveWithin: seconds(resolve.within) }),
    ...(continues && { continueWith: target(continues.playbook).name }),
  };
  return {
    ...described(escalation, context),
    origin: context.originOf(escalation),
    hash: behaviourHash(body),
    ...body,
    at: context.position(escalation),
  };
}

export function compileFollowUp(followUp: ast.FollowUp, context: CompileContext): FollowUp {
  const { name } = followUp;
  context.used.add('follow-ups');
  const when = compileGuard(followUp, name, context);
  if (!when) throw new Error(`follow up ${name} has no condition`);
  const [within] = linesOf(followUp, ast.isWithin);
  const [repeat] = linesOf(followUp, ast.isRepeat);
  return {
    ...described(followUp, context),
    when,
    ...(within && { within: seconds(within.within) }),
    ...(repeat && {
      repeat: {
        every: seconds(repeat.every),
        ...(repeat.until && { until: compileCondition(repeat.until, name, context) }),
        ...(repeat.times !== undefined && { times: repeat.times }),
      },
    }),
    lines: compileLines(followUp, context),
    at: context.position(followUp),
  };
}

export function compileAgentCare(care: ast.AgentCare, context: CompileContext): AgentCare {
  context.used.add('agent-care');
  const when = compileGuard(care, care.name, context);
  if (!when) throw new Error(`agent care ${care.name} has no condition`);
  const body = { when, lines: compileLines(care, context) };
  return {
    ...described(care, context),
    origin: context.originOf(care),
    hash: behaviourHash(body),
    ...body,
    at: context.position(care),
  };
}

export function compileTrend(trend: ast.Trend, context: CompileContext): Trend {
  context.used.add('trends');
  return {
    ...described(trend, context),
    of: happening(target(trend.subject)),
    times: trend.times,
    within: seconds(trend.window),
    tell: linesOf(trend, ast.isTell).map((tell) => compileTell(tell, trend.name, context)),
    at: context.position(trend),
  };
}
