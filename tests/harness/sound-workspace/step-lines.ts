import type { ast } from '@poise/language';
import { guard, optionalGuard } from './conditions.ts';
import type { Plain, PlainOf, Ref } from './plain.ts';
import { only, type Pen, refTo } from './scope.ts';
import { phraseSources, spoken, text, title } from './texts.ts';
import { amount, duration } from './values.ts';

/** How a line of a kind is written; nothing where there is nothing that it could name. */
export type LineWriters<Type extends string> = {
  readonly [Kind in Type]: (pen: Pen) => Extract<Plain<ast.Item>, { $type: Kind }> | undefined;
};

/** The lines of steps, some of which escalations, follow ups and agent care have, too. */
export const stepLines: LineWriters<ast.StepItem['$type']> = {
  StageReference: () => undefined, // The steps of a playbook are given their stages all together.
  Goal: ({ choices }) => ({ $type: 'Goal', text: text(choices) }),
  Do: (pen) => {
    const action = pen.choices.chance(40) ? pen.choices.oneOf(only(pen.scope.happenings, 'Action')) : undefined;
    return {
      $type: 'Do',
      channels: channels(pen),
      ...(action ? { action } : { text: text(pen.choices) }),
      ...optionalGuard(pen),
    };
  },
  Say: (pen) => {
    const wording = pen.choices.chance(30) ? pen.choices.oneOf(pen.scope.wordings) : undefined;
    return {
      $type: 'Say',
      channels: channels(pen),
      alternatives: wording ? [] : pen.choices.times(1, 3, () => spoken(pen)),
      ...(wording && { wording }),
      ...optionalGuard(pen),
    };
  },
  Ask: (pen) => {
    const field = pen.choices.oneOf(fields(pen));
    const question = pen.choices.chance(60) && { text: spoken(pen) };
    return field && { $type: 'Ask', channels: channels(pen), field, ...question, ...optionalGuard(pen) };
  },
  Offer: (pen) => {
    const offer = pen.choices.oneOf(pen.own.offers);
    if (!offer) return undefined;
    const worth = pen.choices.chance(60) && { worth: amount(pen) };
    return {
      $type: 'Offer',
      ...note(pen),
      channels: channels(pen),
      name: offer.name,
      ...title(pen.choices),
      upTo: worth !== false && pen.choices.chance(40),
      ...worth,
      ...optionalGuard(pen),
    };
  },
  Record: (pen) => {
    const recorded = pen.choices.some(fields(pen), 3);
    return recorded.length > 0 ? { $type: 'Record', fields: recorded, ...optionalGuard(pen) } : undefined;
  },
  Commitment: (pen) => {
    const promise = pen.choices.oneOf(pen.own.commitments);
    const within = duration(pen.choices);
    return promise && { $type: 'Commitment', ...note(pen), name: promise.name, within, ...optionalGuard(pen) };
  },
  DoneWhen: (pen) => ({ $type: 'DoneWhen', ...guard(pen) }),
  SkipWhen: (pen) => ({ $type: 'SkipWhen', ...guard(pen) }),
  // What is left without a condition hides what comes after it: `playbooks.ts` adds such exits where nothing does.
  GoTo: (pen) => {
    const step = pen.choices.oneOf(pen.own.steps);
    return step && { $type: 'GoTo', step, ...guard(pen) };
  },
  ContinueWith: (pen) => {
    const playbook = pen.choices.oneOf(pen.own.callable);
    return playbook && { $type: 'ContinueWith', playbook, ...guard(pen) };
  },
  Complete: (pen) => {
    const playbook = pen.choices.oneOf(pen.own.callable);
    return playbook && { $type: 'Complete', playbook, ...optionalGuard(pen) };
  },
  Consult: (pen) => {
    const team = pen.choices.oneOf(pen.scope.teams);
    return team && { $type: 'Consult', team, ...optionalGuard(pen) };
  },
  EscalateTo: (pen) => {
    const team = pen.choices.oneOf(pen.scope.teams);
    return team && { $type: 'EscalateTo', team, ...optionalGuard(pen) };
  },
  Never: (pen) => {
    const acts = pen.choices.times(1, 3, () => act(pen));
    return { $type: 'Never', acts, ...optionalGuard(pen, true) };
  },
};

/** The fields that can be seen. */
export function fields({ scope }: Pen): Ref<'Field'>[] {
  return scope.values.flatMap(({ $type, name }) => ($type === 'Field' ? [refTo($type, name)] : []));
}

/** The signals and fields that can be seen. */
export function values({ scope }: Pen): Ref<'Signal' | 'Field'>[] {
  return scope.values.map(({ $type, name }) => refTo($type, name));
}

function note({ choices }: Pen): { readonly $note?: string } {
  return choices.chance(15) ? { $note: 'What it is for.' } : {};
}

/** `on phone, chat`, where there is a signal that lists the channels. */
function channels({ choices, scope }: Pen): Ref<'Choice'>[] {
  const type = scope.values.find(({ $type, name }) => $type === 'Signal' && name === 'channel')?.valueType;
  if (type?.$type !== 'ChoiceType' || !choices.chance(30)) return [];
  return choices.some(type.choices, 2).map(({ name }) => refTo('Choice', name));
}

/** Every act that can be forbidden. */
const ACTS: { readonly [Type in ast.Act['$type']]: (pen: Pen) => PlainOf<Type> | undefined } = {
  SayAct: (pen) => ({ $type: 'SayAct', phrases: phraseSources(pen, 2) }),
  MentionAct: (pen) => {
    const facts = pen.choices.some(values(pen), 2);
    return facts.length > 0 ? { $type: 'MentionAct', facts } : undefined;
  },
  AskAct: (pen) => {
    const asked = pen.choices.some(fields(pen), 2);
    return asked.length > 0 ? { $type: 'AskAct', fields: asked } : undefined;
  },
  OfferAct: (pen) => {
    const offer = pen.choices.chance(60) ? pen.choices.oneOf(pen.own.offers) : undefined;
    const over = pen.choices.chance(60) && { over: amount(pen) };
    const inTotal = over !== false && pen.choices.chance(40);
    return { $type: 'OfferAct', anything: offer === undefined, ...(offer && { offer }), ...over, inTotal };
  },
  DoAct: (pen) => {
    const action = pen.choices.oneOf(only(pen.scope.happenings, 'Action'));
    return action && { $type: 'DoAct', action };
  },
  WarnAct: () => ({ $type: 'WarnAct', act: 'warn' }),
  ReplyAct: () => ({ $type: 'ReplyAct', act: 'reply' }),
  EscalateAct: () => ({ $type: 'EscalateAct', act: 'escalate' }),
  EndAct: () => ({ $type: 'EndAct', act: 'end' }),
};

function act(pen: Pen): Plain<ast.Act> {
  const writers = Object.values(ACTS);
  return writers[pen.choices.below(writers.length)]?.(pen) ?? { $type: 'ReplyAct', act: 'reply' };
}
