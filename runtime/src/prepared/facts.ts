/**
 * The facts of all documents, each once: facts that two documents define alike are one, so that a house rule costs the same however many
 * playbooks bring it.
 */
import type { Derivation, Fact, Happening, Playbook, Type } from '../generated/format.ts';
import { type FactCondition, prepareFactCondition } from './conditions.ts';
import type { TeamHours } from './hours.ts';
import type { PhraseLists } from './phrase-lists.ts';

/** How the value of a fact comes about. */
export type Origin =
  | { readonly kind: 'signal' | 'field'; readonly name: string; readonly type: Type; readonly fixed: boolean }
  | { readonly kind: 'builtin'; readonly name: BuiltinName }
  | { readonly kind: 'situation'; readonly when: FactCondition }
  | { readonly kind: 'says'; readonly speaker: Speaker; readonly lists: readonly number[] }
  /** What `customer says` is to rules that judge: of the message that is being answered. */
  | { readonly kind: 'answers'; readonly speaker: 'customer'; readonly lists: readonly number[] }
  | ({ readonly kind: 'hasSaid'; readonly speaker: Speaker; readonly lists: readonly number[] } & Occurrences)
  | ({ readonly kind: 'hasHappened'; readonly happening: string } & Occurrences)
  | { readonly kind: 'hasBeen'; readonly when: FactCondition }
  | { readonly kind: 'streak'; readonly when: FactCondition; readonly messages: number }
  | { readonly kind: 'countWithin'; readonly signal: string; readonly type: Type; readonly within: number }
  | { readonly kind: 'isOpen'; readonly hours: TeamHours }
  | { readonly kind: 'approved'; readonly team: string };

export type BuiltinName = 'messages' | 'elapsed' | 'waiting' | 'declined' | 'attempts' | 'warnings';
type Speaker = 'customer' | 'agent';
interface Occurrences {
  readonly times: number;
  readonly within: number | undefined;
}

/** A fact among those of all documents. What it rests on has a smaller number. */
export interface PreparedFact {
  readonly number: number;
  /** Names the fact in a saved conversation: the first document that has it, and its id there. */
  readonly key: string;
  readonly origin: Origin;
  /** The facts that rest on this one. */
  readonly dependents: number[];
}

/** The facts of all documents. */
export interface Facts {
  readonly all: readonly PreparedFact[];
  /** For each document, by id, the numbers of its facts. */
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The same for rules that judge: other numbers for what rests on the message that is being answered. */
  readonly judgedNumbers: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Signals and fields by name: more than one where documents give the same name different types. */
  readonly named: ReadonlyMap<string, readonly PreparedFact[]>;
  /** By key. */
  readonly byKey: ReadonlyMap<string, PreparedFact>;
  /** Those that count within a span of time. */
  readonly windowed: readonly PreparedFact[];
  /** Those that count a happening, by its key. */
  readonly byHappening: ReadonlyMap<string, readonly PreparedFact[]>;
  /** Those that hear a phrase list, by speaker and the list's number. */
  readonly byList: Readonly<Record<Speaker, ReadonlyMap<number, readonly PreparedFact[]>>>;
  readonly byKind: { readonly [K in Origin['kind']]: readonly PreparedFact[] };
}

/** What a happening is called among all documents: a playbook's own things are told apart by it. */
export function happeningKey(kind: Happening['kind'], id: string, playbook: string | undefined): string {
  return playbook === undefined ? `${kind} ${id}` : `${kind} ${playbook}/${id}`;
}

/** The playbook whose own such a thing is; undefined for what all documents share. */
export function ownerOfHappening({ kind, id }: Happening, playbook: Playbook): string | undefined {
  const isOwn = (rules: readonly { readonly id: string; readonly origin: string }[]) =>
    rules.some((rule) => rule.id === id && rule.origin === 'playbook');
  switch (kind) {
    case 'step':
    case 'followUp':
      return playbook.id;
    case 'boundary':
      return isOwn(playbook.boundaries) ? playbook.id : undefined;
    case 'escalation':
      return isOwn(playbook.escalations) ? playbook.id : undefined;
    case 'agentCare':
      return isOwn(playbook.agentCare) ? playbook.id : undefined;
    default:
      return undefined;
  }
}

/** Numbers the facts of all documents, given in order. */
export function prepareFacts(documents: readonly Playbook[], phraseLists: PhraseLists): Facts {
  const all: PreparedFact[] = [];
  const known = new Map<string, number>();
  const numbers = new Map<string, ReadonlyMap<string, number>>();
  const judgedNumbers = new Map<string, ReadonlyMap<string, number>>();
  const numberOfDefinition = ({ origin, restsOn, sameAs }: Definition, key: string): number => {
    const same = known.get(sameAs);
    if (same !== undefined) return same;
    const number = all.length;
    known.set(sameAs, number);
    all.push({ number, key, origin, dependents: [] });
    for (const earlier of new Set(restsOn)) all[earlier]?.dependents.push(number);
    return number;
  };
  for (const playbook of documents) {
    const own = new Map<string, number>();
    const judged = new Map<string, number>();
    for (const fact of playbook.facts) {
      const key = `${playbook.id}/${fact.id}`;
      const definition = originOf(fact, playbook, (id) => own.get(id) ?? -1, phraseLists);
      const asJudged = judgedOriginOf(fact, definition, playbook, (id) => judged.get(id) ?? -1, phraseLists);
      own.set(fact.id, numberOfDefinition(definition, key));
      judged.set(fact.id, numberOfDefinition(asJudged, `${key}, judged`));
    }
    numbers.set(playbook.id, own);
    judgedNumbers.set(playbook.id, judged);
  }
  return {
    all,
    numbers,
    judgedNumbers,
    named: grouped(all, ({ origin }) => (origin.kind === 'signal' || origin.kind === 'field' ? [origin.name] : [])),
    byKey: new Map(all.map((fact) => [fact.key, fact])),
    windowed: all.filter(({ origin }) => 'within' in origin && origin.within !== undefined),
    byHappening: grouped(all, ({ origin }) => (origin.kind === 'hasHappened' ? [origin.happening] : [])),
    byList: { customer: hearing('customer', all), agent: hearing('agent', all) },
    byKind: groupByKind(all),
  };
}

function hearing(speaker: Speaker, all: readonly PreparedFact[]): ReadonlyMap<number, readonly PreparedFact[]> {
  return grouped(all, ({ origin }) => ('speaker' in origin && origin.speaker === speaker ? origin.lists : []));
}

function grouped<Key>(
  all: readonly PreparedFact[],
  keysOf: (fact: PreparedFact) => readonly Key[],
): ReadonlyMap<Key, readonly PreparedFact[]> {
  const groups = new Map<Key, PreparedFact[]>();
  for (const fact of all) {
    for (const key of keysOf(fact)) {
      const group = groups.get(key);
      if (group) group.push(fact);
      else groups.set(key, [fact]);
    }
  }
  return groups;
}

function groupByKind(all: readonly PreparedFact[]): Facts['byKind'] {
  const of = (kind: Origin['kind']) => all.filter(({ origin }) => origin.kind === kind);
  return {
    signal: of('signal'),
    field: of('field'),
    builtin: of('builtin'),
    situation: of('situation'),
    says: of('says'),
    answers: of('answers'),
    hasSaid: of('hasSaid'),
    hasHappened: of('hasHappened'),
    hasBeen: of('hasBeen'),
    streak: of('streak'),
    countWithin: of('countWithin'),
    isOpen: of('isOpen'),
    approved: of('approved'),
  };
}

interface Definition {
  readonly origin: Origin;
  readonly restsOn: readonly number[];
  /** Two facts with the same words here are the same fact. */
  readonly sameAs: string;
}

/** What a fact is to rules that judge: what the customer says, and situations that rest on it, are about the message that is being answered. */
function judgedOriginOf(
  fact: Fact,
  definition: Definition,
  playbook: Playbook,
  numberOf: (id: string) => number,
  phraseLists: PhraseLists,
): Definition {
  const { origin } = definition;
  if (origin.kind === 'situation') return originOf(fact, playbook, numberOf, phraseLists);
  if (origin.kind !== 'says' || origin.speaker !== 'customer') return definition;
  const { lists } = origin;
  return {
    origin: { kind: 'answers', speaker: 'customer', lists },
    restsOn: [],
    sameAs: JSON.stringify(['answers', lists]),
  };
}

function originOf(
  fact: Fact,
  playbook: Playbook,
  numberOf: (id: string) => number,
  phraseLists: PhraseLists,
): Definition {
  const define = (origin: Origin, restsOn: readonly number[], ...identity: readonly unknown[]): Definition => ({
    origin,
    restsOn,
    sameAs: JSON.stringify([origin.kind, ...identity]),
  });
  switch (fact.kind) {
    case 'signal':
    case 'field': {
      const fixed = fact.fixed === true;
      return define({ kind: fact.kind, name: fact.id, type: fact.type, fixed }, [], fact.id, fact.type, fixed);
    }
    case 'builtin':
      return define({ kind: 'builtin', name: fact.id }, [], fact.id);
    case 'situation': {
      const when = prepareFactCondition(fact.when, numberOf);
      return define({ kind: 'situation', when }, factsOf(when), when.key);
    }
    case 'derived':
      return derivedOf(fact.derive, playbook, numberOf, phraseLists, define);
  }
}

function derivedOf(
  derive: Derivation,
  playbook: Playbook,
  numberOf: (id: string) => number,
  phraseLists: PhraseLists,
  define: (origin: Origin, restsOn: readonly number[], ...identity: readonly unknown[]) => Definition,
): Definition {
  switch (derive.kind) {
    case 'says': {
      const lists = phraseLists.numbersOf(playbook.id, derive.phrases);
      return define({ kind: 'says', speaker: derive.speaker, lists }, [], derive.speaker, lists);
    }
    case 'hasSaid': {
      const { speaker, times, within } = derive;
      const lists = phraseLists.numbersOf(playbook.id, derive.phrases);
      return define({ kind: 'hasSaid', speaker, lists, times, within }, [], speaker, lists, times, within);
    }
    case 'hasHappened': {
      const { what, times, within } = derive;
      const happening = happeningKey(what.kind, what.id, ownerOfHappening(what, playbook));
      return define({ kind: 'hasHappened', happening, times, within }, [], happening, times, within);
    }
    case 'hasBeen': {
      const when = prepareFactCondition(derive.when, numberOf);
      return define({ kind: 'hasBeen', when }, factsOf(when), when.key);
    }
    case 'streak': {
      const when = prepareFactCondition(derive.when, numberOf);
      return define({ kind: 'streak', when, messages: derive.messages }, factsOf(when), when.key, derive.messages);
    }
    case 'countWithin': {
      const { signal, within } = derive;
      const declared = playbook.facts.find(({ id }) => id === signal);
      const type: Type = declared?.kind === 'signal' ? declared.type : { type: 'count' };
      return define({ kind: 'countWithin', signal, type, within }, [], signal, type, within);
    }
    case 'isOpen': {
      const hours = hoursOf(playbook, derive.team);
      return define({ kind: 'isOpen', hours }, [], hours.team.hours, hours.team.closed, hours.zone);
    }
    case 'approved':
      return define({ kind: 'approved', team: derive.team }, [], derive.team);
  }
}

function factsOf(when: FactCondition): readonly number[] {
  return when.facts.map(({ number }) => number);
}

/** A team of a document, with its zone. Throws where there is no such team: loading has made sure that there is. */
export function hoursOf(playbook: Playbook, id: string): TeamHours {
  const team = playbook.teams.find((candidate) => candidate.id === id);
  if (team === undefined) throw new Error(`${playbook.id} has no team ${id}`);
  return { team, zone: playbook.zones.find(({ name }) => name === team.zone) };
}
