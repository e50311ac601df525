import { ast, linesOf } from '@poise/language';
import type { AgentCare, Escalation, FollowUp, Trend } from '@poise/runtime';
import { compileCondition, compileGuard, happening, seconds, target } from './conditions.ts';
import type { CompileContext } from './context.ts';
import { compileLines, compileRungs, compileTell, whenOf } from './lines.ts';
import { described, ownerOf } from './named.ts';

/** An escalation; its hash is given later. */
export function compileEscalation(escalation: ast.Escalation, context: CompileContext): Omit<Escalation, 'hash'> {
  const owner = ownerOf(escalation);
  context.require('ladders');
  const when = compileGuard(escalation, owner, context);
  if (!when) throw new Error(`escalation ${escalation.name} has no condition`);
  const [beats] = linesOf(escalation, ast.isBeats);
  const [ladder] = escalation.items.filter(ast.isLadder);
  const [handOver] = linesOf(escalation, ast.isHandOver);
  const [resolve] = linesOf(escalation, ast.isResolveWithin);
  const tell = linesOf(escalation, ast.isTell);
  const continues = linesOf(escalation, ast.isContinueWith);
  if (handOver) context.require('handover');
  if (resolve) context.require('deadlines');
  if (tell.length > 0) context.require('tell');
  if (continues.length > 0) context.require('continue');
  const body = {
    when,
    beats: {
      everything: beats?.everything ?? false,
      escalations: beats?.others.map((other) => target(other).name) ?? [],
    },
    ladder: ladder ? compileRungs(ladder.rungs, context) : [],
    tell: tell.map((line) => compileTell(line, owner, context)),
    stayUntilAnswered: escalation.items.some(ast.isStayUntilAnswered),
    lines: compileLines(escalation, owner, context),
    handOver: handOver?.facts.map((fact) => context.facts.declared(target(fact))) ?? [],
    ...(resolve && { resolveWithin: seconds(resolve.within) }),
    continueWith: continues.map((line) => ({ playbook: target(line.playbook).name, ...whenOf(line, owner, context) })),
  };
  return {
    ...described(escalation, context),
    origin: context.originOf(escalation),
    ...body,
    at: context.position(escalation),
  };
}

/** A follow up, which a consumer may leave out. */
export function compileFollowUp(followUp: ast.FollowUp, context: CompileContext): FollowUp {
  const owner = ownerOf(followUp);
  context.used.add('follow-ups');
  const when = compileGuard(followUp, owner, context);
  if (!when) throw new Error(`follow up ${followUp.name} has no condition`);
  const [within] = linesOf(followUp, ast.isWithin);
  const [repeat] = linesOf(followUp, ast.isRepeat);
  return {
    ...described(followUp, context),
    when,
    ...(within && { within: seconds(within.within) }),
    ...(repeat && {
      repeat: {
        every: seconds(repeat.every),
        ...(repeat.until && { until: compileCondition(repeat.until, owner, context) }),
        ...(repeat.times !== undefined && { times: repeat.times }),
      },
    }),
    lines: compileLines(followUp, owner, context),
    at: context.position(followUp),
  };
}

/** Agent care; its hash is given later. */
export function compileAgentCare(care: ast.AgentCare, context: CompileContext): Omit<AgentCare, 'hash'> {
  const owner = ownerOf(care);
  context.used.add('agent-care');
  const when = compileGuard(care, owner, context);
  if (!when) throw new Error(`agent care ${care.name} has no condition`);
  const body = { when, lines: compileLines(care, owner, context) };
  return {
    ...described(care, context),
    origin: context.originOf(care),
    ...body,
    at: context.position(care),
  };
}

/** A trend; its hash is given later. */
export function compileTrend(trend: ast.Trend, context: CompileContext): Omit<Trend, 'hash'> {
  context.used.add('trends');
  return {
    ...described(trend, context),
    origin: context.originOf(trend),
    of: happening(target(trend.subject), context),
    times: trend.times,
    within: seconds(trend.window),
    tell: linesOf(trend, ast.isTell).map((tell) => compileTell(tell, ownerOf(trend), context)),
    at: context.position(trend),
  };
}
