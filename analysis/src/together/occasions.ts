/** What starts playbooks: one fact that comes to be known, one more report of a count, or one phrase that is said. */
import { type CompiledPhrase, phraseIndex } from '@poise/runtime';
import type { FactValue } from '@poise/runtime/rules';
import type { Diagram } from '../diagrams/diagrams.ts';
import { sayingsOf } from '../states/sample-message.ts';
import { settled } from '../states/settled.ts';
import type { StateSpace } from '../states/state-space.ts';

/** One thing that happens, after which what matters to triggers is so. */
export interface Occasion {
  /** A signal or field that comes to be known, the last of so many reports of a count (all of them in one moment), or what the customer says. */
  readonly what:
    | { readonly kind: 'signal' | 'field'; readonly name: string }
    | { readonly kind: 'reports'; readonly name: string; readonly times: number }
    | { readonly kind: 'says'; readonly text: string };
  /** The playbooks to which it matters, by their place, ascending. */
  readonly places: readonly number[];
  /** Those of them whose own fact or phrase it is. That others hear it who each listen for another phrase is chance. */
  readonly own: ReadonlySet<number>;
  /** The numbers of the fact that comes to be known, or of the counts that grow: several where playbooks give it different types, or spans of time. */
  readonly facts: readonly number[];
  /** A condition as it is after that, over the facts that tools report and agents record. @throws TooLarge */
  readonly after: (condition: Diagram) => Diagram;
  /** The same before that. @throws TooLarge */
  readonly before: (condition: Diagram) => Diagram;
}

/** A fact, by its number. */
type Values = (fact: number) => FactValue | undefined;

/** More reports than that in one conversation aren't played. */
const MOST_REPORTS = 100;

/** The occasions that may start more than one of the playbooks, by the conditions under which these start: facts first. */
export function occasionsOf(space: StateSpace, conditions: readonly Diagram[]): readonly Occasion[] {
  const supports = conditions.map((condition) => space.diagrams.supportOf(condition));
  return [...factOccasions(space, supports), ...countOccasions(space, supports), ...phraseOccasions(space, supports)];
}

type Supports = readonly (readonly number[])[];

/** The playbooks to which facts matter, by what each of these facts goes by: those that matter to several. */
function sharedBy(
  supports: Supports,
  keyOf: (fact: number) => string | undefined,
): readonly (readonly [string, ReadonlySet<number>])[] {
  const users = new Map<string, Set<number>>();
  for (const [place, support] of supports.entries()) {
    for (const fact of support) {
      const key = keyOf(fact);
      if (key !== undefined) users.set(key, (users.get(key) ?? new Set()).add(place));
    }
  }
  return [...users].filter(([, places]) => places.size > 1);
}

function factOccasions(space: StateSpace, supports: Supports): readonly Occasion[] {
  const keyOf = (fact: number) => {
    const origin = space.origin(fact);
    return origin.kind === 'signal' || origin.kind === 'field' ? `${origin.kind} ${origin.name}` : undefined;
  };
  return sharedBy(supports, keyOf).map(([key, places]) => {
    const [kind, name] = key.split(' ') as ['signal' | 'field', string];
    const its = (space.facts.named.get(name) ?? []).filter(({ origin }) => origin.kind === kind);
    const isIt = (fact: number) => its.some(({ number }) => number === fact);
    const isFixed = its.some(({ number }) => isFixedFact(space, number));
    // What never changes is known from the opening on: before everything that does.
    const atFirst: Values = (fact) => {
      const isLater = isFixed && !isIt(fact) && isTold(space, fact) && !isFixedFact(space, fact);
      return isLater ? null : valueAtFirst(space, fact);
    };
    return {
      what: { kind, name },
      places: ascending(places),
      own: places,
      facts: its.map(({ number }) => number),
      after: (condition) => settled(space, condition, atFirst),
      before: (condition) => settled(space, condition, (fact) => (isIt(fact) ? null : atFirst(fact))),
    };
  });
}

/** One more report after some others of the same moment, for as many of them as a condition can tell from one less. */
function countOccasions(space: StateSpace, supports: Supports): readonly Occasion[] {
  const { diagrams } = space;
  const keyOf = (fact: number) => {
    const origin = space.origin(fact);
    return origin.kind === 'countWithin' ? origin.signal : undefined;
  };
  return sharedBy(supports, keyOf).flatMap(([name, places]) => {
    const counts = space.facts.all.flatMap(({ number }) => (keyOf(number) === name ? [number] : []));
    const isCount = (fact: number) => counts.includes(fact);
    const among = (times: number) => (fact: number) => (isCount(fact) ? times : valueAtFirst(space, fact));
    const left = (fact: number) => (isCount(fact) ? undefined : valueAtFirst(space, fact));
    return timesOf(counts, space).map(
      (times): Occasion => ({
        what: { kind: 'reports', name, times },
        places: ascending(places),
        own: places,
        facts: counts,
        after: (condition) => {
          const its = diagrams.supportOf(condition).filter(isCount);
          return diagrams.all([settled(space, condition, left), ...its.map((fact) => space.is(fact, times))]);
        },
        before: (condition) => settled(space, condition, among(times - 1)),
      }),
    );
  });
}

/** The numbers of reports that make a difference, ascending. */
function timesOf(counts: readonly number[], space: StateSpace): readonly number[] {
  const values = counts.flatMap((fact) => space.valuesOf(fact));
  const times = values.filter((value) => typeof value === 'number' && value >= 1 && value <= MOST_REPORTS);
  return [...new Set(times as readonly number[])].sort((a, b) => a - b);
}

function ascending(places: ReadonlySet<number>): readonly number[] {
  return [...places].sort((a, b) => a - b);
}

/** Of the phrases in which the same lists are found, the plainest. */
function phraseOccasions(space: StateSpace, supports: Supports): readonly Occasion[] {
  const { lists } = space;
  const users = lists.map(() => new Set<number>());
  for (const [place, support] of supports.entries()) {
    for (const fact of support) for (const list of listsHeardBy(space, fact)) users[list]?.add(place);
  }
  const index = phraseIndex(lists);
  const sayings = lists.flatMap(({ phrases }, list) =>
    users[list]?.size ? phrases.flatMap((one) => said(one, list)) : [],
  );
  const found = new Map<string, Occasion>();
  for (const { text, list } of sayings.sort(byPlainness)) {
    const heard = index.find(text).map((match) => match.list);
    const places = new Set(heard.flatMap((one) => [...(users[one] ?? [])]));
    const key = `${list} in ${heard}`;
    if (!heard.includes(list) || places.size < 2 || found.has(key)) continue;
    const own = users[list] ?? new Set();
    found.set(key, { ...saying(text, new Set(heard), space), places: ascending(places), own });
  }
  return [...found.values()];
}

/** A phrase of a list, as it might be said. */
interface Saying {
  readonly text: string;
  readonly list: number;
  /** Nobody says it like that. */
  readonly hasGaps: boolean;
}

function said(phrase: CompiledPhrase, list: number): readonly Saying[] {
  const hasGaps = phrase.sequence.some((element) => 'gap' in element);
  return sayingsOf(phrase).map((text) => ({ text, list, hasGaps }));
}

function byPlainness(a: Saying, b: Saying): number {
  return Number(a.hasGaps) - Number(b.hasGaps) || a.text.length - b.text.length || (a.text < b.text ? -1 : 1);
}

function saying(text: string, heard: ReadonlySet<number>, space: StateSpace): Omit<Occasion, 'places' | 'own'> {
  const afterIt: Values = (fact) => {
    const origin = space.origin(fact);
    if (origin.kind === 'builtin' && origin.name === 'messages') return 1;
    if (listsHeardBy(space, fact).some((list) => heard.has(list))) return true;
    return valueAtFirst(space, fact);
  };
  return {
    what: { kind: 'says', text },
    facts: [],
    after: (condition) => settled(space, condition, afterIt),
    before: (condition) => settled(space, condition, (fact) => valueAtFirst(space, fact)),
  };
}

/** The lists of which one phrase in a message of the customer makes the fact hold. */
function listsHeardBy(space: StateSpace, fact: number): readonly number[] {
  const origin = space.origin(fact);
  const isHeardAtOnce = origin.kind === 'says' || (origin.kind === 'hasSaid' && origin.times === 1);
  return isHeardAtOnce && origin.speaker === 'customer' ? origin.lists : [];
}

function isTold(space: StateSpace, fact: number): boolean {
  const { kind } = space.origin(fact);
  return kind === 'signal' || kind === 'field';
}

function isFixedFact(space: StateSpace, fact: number): boolean {
  const origin = space.origin(fact);
  return 'fixed' in origin && origin.fixed;
}

/** What a fact is worth as long as nothing has happened; `undefined` for what is told, for hours, and for what rests on either. */
function valueAtFirst(space: StateSpace, fact: number): FactValue | undefined {
  const { kind } = space.origin(fact);
  switch (kind) {
    case 'builtin':
    case 'countWithin':
      return 0;
    case 'approved':
      return null;
    case 'says':
    case 'answers':
    case 'hasSaid':
    case 'hasHappened':
    case 'streak':
      return false;
    default:
      return undefined;
  }
}
