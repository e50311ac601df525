import type { ast } from '@poise/language';
import type { Act, NeverRule } from '@poise/runtime';
import { compileAmount } from './amounts.ts';
import { target } from './conditions.ts';
import type { CompileContext } from './context.ts';

/** The acts that a `never` forbids. */
export function compileActs(acts: readonly ast.Act[], owner: string, context: CompileContext): NeverRule['acts'] {
  const [first, ...rest] = acts.map((act) => compileAct(act, owner, context));
  if (!first) throw new Error('a `never` without an act');
  return [first, ...rest];
}

function compileAct(act: ast.Act, owner: string, context: CompileContext): Act {
  switch (act.$type) {
    case 'SayAct':
      return { act: 'say', phrases: context.phraseLists(act.phrases, owner) };
    case 'MentionAct':
      return { act: 'mention', facts: atLeastOne(act.facts.map((fact) => context.facts.declared(target(fact)))) };
    case 'AskAct':
      return { act: 'ask', fields: atLeastOne(act.fields.map((field) => context.facts.declared(target(field)))) };
    case 'OfferAct':
      if (act.over) context.require(act.inTotal ? 'offer-totals' : 'offer-limits');
      return {
        act: 'offer',
        ...(act.offer && { offer: target(act.offer).name }),
        ...(act.over && { over: compileAmount(act.over, context) }),
        inTotal: act.inTotal,
      };
    case 'DoAct':
      return { act: 'do', action: context.refer(target(act.action)) };
    case 'WarnAct':
      return { act: 'warn' };
    case 'ReplyAct':
      return { act: 'reply' };
    case 'EscalateAct':
      return { act: 'escalate' };
    case 'EndAct':
      return { act: 'endConversation' };
  }
}

/** The same list, with its first element known to be there. */
export function atLeastOne<Element>(list: readonly Element[]): [Element, ...Element[]] {
  const [first, ...rest] = list;
  if (first === undefined) throw new Error('an empty list');
  return [first, ...rest];
}
