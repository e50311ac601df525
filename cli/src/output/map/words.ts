/** What stands on a map, in words. */
import type { Axis, Bound, Dependence, Lead, Outcome, Stretch } from '@poise/analysis/map';
import { listed } from '@poise/generator/words';
import { textOf } from '@poise/runtime';

type Type = Axis['type'];

/** How surely something comes of a situation. */
export const HOW_WORDS = { always: 'always', may: 'maybe' } as const;

/** `under 3 days`, `phone or chat`, `not known`: some of the stretches of an axis, by their places. */
export function stretchesWords(
  { stretches, type }: Pick<Axis, 'stretches' | 'type'>,
  places: readonly number[],
): string {
  if (places.length === stretches.length) return 'any';
  const isUnknown = (place: number) => stretches[place]?.kind === 'unknown';
  const known = places.filter((place) => !isUnknown(place));
  const allKnown = stretches.filter(({ kind }) => kind !== 'unknown').length;
  const words =
    known.length > 1 && known.length === allKnown
      ? ['known']
      : joined(known, stretches).flatMap((stretch) => wordsOf(stretch, type));
  // One that is left out is told sooner than all that are there.
  const missing = [...stretches.keys()].filter((place) => !places.includes(place));
  if (missing.length === 1 && places.length > 2) return `any but ${stretchesWords({ stretches, type }, missing)}`;
  return listed([...words, ...(places.some(isUnknown) ? ['not known'] : [])], 'or');
}

/** One stretch. */
export function stretchWords(stretch: Stretch, type: Type): string {
  return listed(wordsOf(stretch, type), 'or');
}

function wordsOf(stretch: Stretch, type: Type): readonly string[] {
  switch (stretch.kind) {
    case 'unknown':
      return ['not known'];
    case 'known':
      return ['known'];
    case 'words':
      return stretch.words.map((word) => (typeof word === 'string' ? word : textOf(word, type)));
    case 'numbers':
      return [numberWords(stretch, type)];
  }
}

/** Numbers that follow each other are one stretch. */
function joined(places: readonly number[], stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  let before: number | undefined;
  for (const place of places) {
    const stretch = stretches[place];
    const last = all.at(-1);
    if (!stretch) continue;
    if (stretch.kind === 'numbers' && last?.kind === 'numbers' && before === place - 1) {
      const { from } = last;
      const { to } = stretch;
      all[all.length - 1] = { kind: 'numbers', ...(from && { from }), ...(to && { to }) };
    } else all.push(stretch);
    before = place;
  }
  return all;
}

function numberWords({ from, to }: Extract<Stretch, { kind: 'numbers' }>, type: Type): string {
  const lower = from && (type.type === 'count' ? counted(from, 1) : from);
  const upper = to && (type.type === 'count' ? counted(to, -1) : to);
  const text = ({ number }: Bound) => textOf(number, type);
  const [under, over] = type.type === 'date' ? ['before', 'after'] : ['under', 'over'];
  if (lower && upper) {
    if (lower.number === upper.number) return text(lower);
    const begin = lower.included ? text(lower) : `${over} ${text(lower)}`;
    return `${begin} to ${upper.included ? text(upper) : `${under} ${text(upper)}`}`;
  }
  if (lower) return lower.included ? `${text(lower)} or more` : `${over} ${text(lower)}`;
  if (upper) return upper.included ? `${text(upper)} or less` : `${under} ${text(upper)}`;
  return 'known';
}

/** Of whole numbers, more than two is at least three. */
function counted({ number, included }: Bound, step: number): Bound {
  return { number: included ? number : number + step, included: true };
}

/** What something leads to, in a few words. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'playbook':
      return `playbook ${outcome.playbook}`;
    case 'escalation':
      return `escalation ${outcome.escalation}`;
    case 'step': {
      const { step, way } = outcome;
      switch (way.kind) {
        case 'skipped':
          return `step ${step} is passed over`;
        case 'done':
          return `step ${step} is done`;
        case 'goTo':
          return `step ${step} goes to ${way.step}`;
        case 'continueWith':
          return `step ${step} goes on with ${way.playbook}`;
      }
    }
  }
}

/** What some situation leads to: `playbook a, b (c comes first); escalation d; step hear is done`. */
export function leadsWords(leads: readonly Lead[]): string {
  const names = new Map<string, string[]>();
  const others: string[] = [];
  for (const { outcome, beatenBy } of leads) {
    if (outcome.kind === 'step') {
      others.push(outcomeWords(outcome));
      continue;
    }
    const name = outcome.kind === 'playbook' ? outcome.playbook : outcome.escalation;
    const shown = beatenBy === undefined ? name : `${name} (${beatenBy} comes first)`;
    names.set(outcome.kind, [...(names.get(outcome.kind) ?? []), shown]);
  }
  return [...[...names].map(([kind, some]) => `${kind} ${some.join(', ')}`), ...others].join('; ');
}

/** What an outcome depends on besides. */
export function dependencesWords(dependences: readonly Dependence[]): string {
  return listed([...new Set(dependences.map(dependenceWords))]);
}

function dependenceWords({ kind, name = '' }: Dependence): string {
  switch (kind) {
    case 'signal':
    case 'field':
    case 'builtin':
      return name;
    case 'countWithin':
      return `how often ${name} comes`;
    case 'says':
    case 'answers':
      return 'what is said';
    case 'hasSaid':
      return 'what has been said';
    case 'hasHappened':
      return 'what has happened';
    case 'hasBeen':
      return 'what has been so';
    case 'streak':
      return 'how long it has been so';
    case 'isOpen':
      return `whether ${name} is open`;
    case 'approved':
      return `what ${name} approves`;
    case 'situation':
      return 'the situation';
  }
}
