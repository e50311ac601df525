/** A conversation as plain JSON, to be kept and gone on with elsewhere. */
import type { Facts } from '../prepared/facts.ts';
import { Conversation } from './conversation.ts';
import { type Crossed, type Memory, newMemory, type Streak, type Tally } from './memory.ts';
import type { Playbooks } from './playbooks.ts';

/** What `save` gives. Its inside belongs to the engine: keep it, and hand it to `resume`. */
export interface State {
  readonly format: 1;
  /** The documents that the conversation runs on, with the hashes of their behaviour. */
  readonly playbooks: Readonly<Record<string, string>>;
  readonly memory: SavedMemory;
}

type Keyed<Value> = Readonly<Record<string, Value>>;

/** An entry with a name in the place of a number, which belongs to one set of playbooks in one process. */
type Named<Entry> = Omit<Entry, 'number'> & { readonly key: string };

interface SavedMemory extends Omit<Memory, keyof Renamed | 'language' | 'total'>, Renamed {
  readonly language?: string;
  readonly total?: Memory['total'];
}

interface Renamed {
  readonly says: readonly string[];
  readonly answers: readonly string[];
  readonly tallies: readonly Named<Tally>[];
  readonly been: readonly string[];
  readonly maybeBeen: readonly string[];
  readonly streaks: readonly Named<Streak>[];
  readonly held: readonly string[];
  readonly crossed: readonly Named<Crossed>[];
  readonly said: readonly string[];
}

export function stateOf(memory: Memory, playbooks: Playbooks): State {
  const { facts, ruleKeys } = names(playbooks);
  const fact = (number: number): string => facts[number]?.key ?? '';
  const rule = (number: number): string => ruleKeys.get(number) ?? '';
  const { language, total, ...rest } = memory;
  return structuredClone({
    format: 1,
    playbooks: behaviours(playbooks),
    memory: {
      ...rest,
      ...(language !== undefined && { language }),
      ...(total !== undefined && { total }),
      says: memory.says.map(fact),
      answers: memory.answers.map(fact),
      tallies: memory.tallies.map(({ number, ...tally }) => ({ key: fact(number), ...tally })),
      been: memory.been.map(fact),
      maybeBeen: memory.maybeBeen.map(fact),
      streaks: memory.streaks.map(({ number, ...streak }) => ({ key: fact(number), ...streak })),
      held: memory.held.map(rule),
      crossed: memory.crossed.map(({ number, ...crossed }) => ({ key: rule(number), ...crossed })),
      said: memory.said.map(rule),
    },
  });
}

/**
 * Goes on with a conversation that was saved.
 *
 * @throws TypeError where the playbooks aren't those that it ran on, or the state isn't one
 */
export function resume(playbooks: Playbooks, state: State): Conversation {
  if (state?.format !== 1 || typeof state.memory !== 'object') throw new TypeError('this is no saved conversation');
  const now = behaviours(playbooks);
  const ids = new Set([...Object.keys(now), ...Object.keys(state.playbooks)]);
  const changed = [...ids].filter((id) => now[id] !== state.playbooks[id]);
  if (changed.length > 0) {
    throw new TypeError(`this conversation ran on other playbooks: ${changed.sort().join(', ')}`);
  }
  const { memory: saved } = structuredClone(state);
  const { facts, ruleKeys } = names(playbooks);
  const factNumbers = new Map(facts.map(({ key, number }) => [key, number]));
  const ruleNumbers = new Map([...ruleKeys].map(([number, key]) => [key, number]));
  const fact = (key: string): number => known(factNumbers, key);
  const rule = (key: string): number => known(ruleNumbers, key);
  const memory: Memory = {
    ...newMemory(saved.opened, saved.language),
    ...saved,
    language: saved.language,
    total: saved.total,
    says: saved.says.map(fact),
    answers: saved.answers.map(fact),
    tallies: saved.tallies.map(({ key, ...tally }) => ({ number: fact(key), ...tally })),
    been: saved.been.map(fact),
    maybeBeen: saved.maybeBeen.map(fact),
    streaks: saved.streaks.map(({ key, ...streak }) => ({ number: fact(key), ...streak })),
    held: saved.held.map(rule),
    crossed: saved.crossed.map(({ key, ...crossed }) => ({ number: rule(key), ...crossed })),
    said: saved.said.map(rule),
  };
  return new Conversation(playbooks, memory);
}

function behaviours({ documents }: Playbooks): Keyed<string> {
  return Object.fromEntries(documents.map(({ id, hashes }) => [id, hashes.behaviour]));
}

function names({ facts, rules }: Playbooks): {
  facts: Facts['all'];
  ruleKeys: ReadonlyMap<number, string>;
} {
  const { triggers, eachTime, escalations, followUps, agentCare, demands } = rules;
  const all = [...triggers, ...eachTime, ...escalations, ...followUps, ...agentCare, ...demands];
  return { facts: facts.all, ruleKeys: new Map(all.map(({ number, key }) => [number, key])) };
}

function known(numbers: ReadonlyMap<string, number>, key: string): number {
  const number = numbers.get(key);
  if (number === undefined) throw new TypeError(`this is no saved conversation: nothing is called ${key}`);
  return number;
}
