import { ast, textValue } from '@poise/language';
import type { Exit, Line, NeverRule, Tell } from '@poise/runtime';
import { compileActs } from './acts.ts';
import { compileAmount } from './amounts.ts';
import { compileGuard, type Guarded, seconds, target } from './conditions.ts';
import type { CompileContext } from './context.ts';
import { ownerOf } from './named.ts';

type Channels = { channels?: [string, ...string[]] };

function channelsOf(line: ast.OnChannels, context: CompileContext): Channels {
  const [first, ...rest] = line.channels.map((channel) => target(channel).name);
  if (first === undefined) return {};
  context.require('channels');
  context.facts.named('channel');
  return { channels: [first, ...rest] };
}

/** The condition of a line, for spreading into it. */
export function whenOf(
  guarded: Guarded,
  owner: string,
  context: CompileContext,
): { when?: NonNullable<ReturnType<typeof compileGuard>> } {
  const when = compileGuard(guarded, owner, context);
  return when ? { when } : {};
}

/** The guidance lines among a member's items, in order. */
export function compileLines(member: ast.Block, owner: string, context: CompileContext): Line[] {
  return member.items.flatMap((item) => compileLine(item, owner, context) ?? []);
}

function compileLine(item: ast.Item, owner: string, context: CompileContext): Line | undefined {
  const common = (guarded: Guarded) => ({ ...whenOf(guarded, owner, context), at: context.position(guarded) });
  switch (item.$type) {
    case 'Do': {
      const action = item.action && context.refer(target(item.action));
      return {
        id: context.lineId(owner, 'do', ...(action ? [action] : [])),
        kind: 'do',
        ...(item.text && { text: textValue(item.text) }),
        ...(action && { action }),
        ...channelsOf(item, context),
        ...common(item),
      };
    }
    case 'Say': {
      const wording = item.wording && context.refer(target(item.wording));
      const [first, ...rest] = item.alternatives.map((text) => ({
        parts: context.parts(text),
        at: context.position(text),
      }));
      if (wording) context.require('wordings');
      return {
        id: context.lineId(owner, 'say', ...(wording ? [wording] : [])),
        kind: 'say',
        ...(first && { alternatives: [first, ...rest] }),
        ...(wording && { wording }),
        ...channelsOf(item, context),
        ...common(item),
      };
    }
    case 'Ask': {
      const field = context.facts.declared(target(item.field));
      return {
        id: context.lineId(owner, 'ask', field),
        kind: 'ask',
        field,
        ...(item.text && { question: { parts: context.parts(item.text), at: context.position(item.text) } }),
        ...channelsOf(item, context),
        ...common(item),
      };
    }
    case 'Offer':
      return {
        id: context.lineId(owner, 'offer', item.name),
        kind: 'offer',
        offer: item.name,
        ...(item.title && { title: textValue(item.title) }),
        ...context.note(item),
        ...(item.worth && { worth: compileAmount(item.worth, context) }),
        ...(item.upTo && { upTo: true }),
        ...channelsOf(item, context),
        ...common(item),
      };
    case 'Record': {
      const [first, ...rest] = item.fields.map((field) => context.facts.declared(target(field)));
      if (first === undefined) return undefined;
      return { id: context.lineId(owner, 'record', first), kind: 'record', fields: [first, ...rest], ...common(item) };
    }
    case 'Commitment':
      context.require('promises');
      return {
        id: context.lineId(owner, 'promise', item.name),
        kind: 'promise',
        promise: item.name,
        ...context.note(item),
        within: seconds(item.within),
        ...common(item),
      };
    case 'Consult':
    case 'EscalateTo': {
      const kind = item.$type === 'Consult' ? 'consult' : 'escalate';
      context.require(kind === 'consult' ? 'consult' : 'ladders');
      const team = context.refer(target(item.team));
      return { id: context.lineId(owner, kind, team), kind, team, ...common(item) };
    }
    case 'Complete': {
      context.require('complete');
      const playbook = target(item.playbook).name;
      return { id: context.lineId(owner, 'complete', playbook), kind: 'complete', playbook, ...common(item) };
    }
    default:
      return undefined;
  }
}

/** Where a step may lead instead of to the next. */
export function compileExits(step: ast.Step, context: CompileContext): Exit[] {
  const owner = ownerOf(step);
  return step.items.flatMap((item): Exit[] => {
    if (ast.isGoTo(item)) {
      const to = target(item.step).name;
      const id = context.lineId(owner, 'goTo', to);
      return [{ id, kind: 'goTo', step: to, ...whenOf(item, owner, context), at: context.position(item) }];
    }
    if (ast.isContinueWith(item)) {
      context.require('continue');
      const playbook = target(item.playbook).name;
      const id = context.lineId(owner, 'continueWith', playbook);
      return [{ id, kind: 'continueWith', playbook, ...whenOf(item, owner, context), at: context.position(item) }];
    }
    return [];
  });
}

/** What may not be done, in a step or under a boundary. */
export function compileNever(never: ast.Never, owner: string, context: CompileContext): NeverRule {
  context.require('prohibitions');
  return {
    id: context.lineId(owner, 'never'),
    kind: 'never',
    acts: compileActs(never.acts, owner, context),
    ...whenOf(never, owner, context),
    at: context.position(never),
  };
}

/** Teams that are told something, without the conversation being handed over. */
export function compileTell(tell: ast.Tell, owner: string, context: CompileContext): Tell {
  return {
    id: context.lineId(owner, 'tell'),
    ladder: compileRungs(tell.rungs, context),
    ...(tell.text && { text: textValue(tell.text) }),
    at: context.position(tell),
  };
}

/** The rungs of a ladder: whom to ask, and after how long without an answer the next. */
export function compileRungs(rungs: readonly ast.Rung[], context: CompileContext): Tell['ladder'] {
  const [first, ...rest] = rungs.map((rung) => ({
    team: context.refer(target(rung.team)),
    after: rung.after ? seconds(rung.after) : 0,
  }));
  if (!first) throw new Error('a ladder without a rung');
  return [first, ...rest];
}
