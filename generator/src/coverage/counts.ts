import { type Derivation, findPhraseIn, type Message, type Playbook, readMessage } from '@poise/runtime';
import type { Moment, ScenarioRun, Turn } from '../scenarios/run.ts';
import { holds } from './logic.ts';

/** What is true from some number of occurrences on. */
export type Counted = Extract<Derivation, { readonly kind: 'streak' | 'hasSaid' | 'hasHappened' }>;

/** How many times such a fact asks for. */
export function timesOf(counted: Counted): number {
  return counted.kind === 'streak' ? counted.messages : counted.times;
}

/** Of each fact that asks for more than one, how many there are after the opening and after each event: the fact itself doesn't say. */
export function countsOf(document: Playbook, run: ScenarioRun): ReadonlyMap<string, readonly number[]> {
  const counts = new Map<string, readonly number[]>();
  const read = onceRead();
  for (const fact of document.facts) {
    if (fact.kind !== 'derived' || !isCounted(fact.derive) || timesOf(fact.derive) < 2) continue;
    counts.set(fact.id, countOf(fact.derive, document, run, read));
  }
  return counts;
}

export function isCounted(derive: Derivation): derive is Counted {
  return derive.kind === 'streak' || derive.kind === 'hasSaid' || derive.kind === 'hasHappened';
}

type Read = (text: string) => Message;

function countOf(counted: Counted, document: Playbook, run: ScenarioRun, read: Read): readonly number[] {
  const moments: readonly (Moment | Turn)[] = [run.opening, ...run.turns];
  if (counted.kind === 'streak') {
    let messages = 0;
    return moments.map((moment) => {
      if ('event' in moment && moment.event.type === 'customerSays') {
        messages = holds(counted.when.certain, moment.facts[document.id] ?? {}) ? messages + 1 : 0;
      }
      return messages;
    });
  }
  const times: number[] = [];
  return moments.map((moment) => {
    times.push(
      ...(counted.kind === 'hasSaid'
        ? matches(counted, document, moment, read)
        : happenings(counted, document, moment)),
    );
    const since =
      counted.within === undefined ? Number.NEGATIVE_INFINITY : moment.guidance.time - counted.within * 1000;
    return times.filter((time) => time > since).length;
  });
}

/** When a message that counts was sent in this turn. */
function matches(
  { speaker, phrases }: Counted & { readonly kind: 'hasSaid' },
  document: Playbook,
  moment: Moment | Turn,
  read: Read,
): number[] {
  const text = 'event' in moment ? messageOf(moment, speaker) : undefined;
  if (text === undefined) return [];
  const lists = document.phrases.filter(({ id }) => phrases.includes(id));
  return lists.some((list) => findPhraseIn(read(text), list) !== undefined) ? [moment.guidance.time] : [];
}

function messageOf({ event, guidance }: Turn, speaker: 'customer' | 'agent'): string | undefined {
  if (event.type === 'customerSays') return speaker === 'customer' ? event.text : undefined;
  if (event.type !== 'agentSays' || speaker === 'customer') return undefined;
  // A reply that was held back hasn't been said.
  return event.done || guidance.verdict?.allowed ? event.text : undefined;
}

function happenings(
  { what }: Counted & { readonly kind: 'hasHappened' },
  document: Playbook,
  { guidance }: Moment,
): number[] {
  return guidance.happened
    .filter(
      ({ kind, id, playbook }) => kind === what.kind && id === what.id && (playbook ?? document.id) === document.id,
    )
    .map(({ time }) => time);
}

/** Reads each text once, however many lists are looked for in it. */
function onceRead(): Read {
  const messages = new Map<string, Message>();
  return (text) => {
    const message = messages.get(text) ?? readMessage(text);
    messages.set(text, message);
    return message;
  };
}
