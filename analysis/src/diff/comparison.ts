/** Two versions of a playbook in one state space: where their rules hold, and what tells them apart. */
import type { CompiledPhraseList, Condition, Playbook } from '@poise/runtime';
import { type Diagram, EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';
import { TooLarge } from '../diagrams/too-large.ts';
import type { Circumstance } from '../states/circumstance.ts';
import { StateSpace } from '../states/state-space.ts';
import type { Assignment } from '../states/witness.ts';
import type { Outcome, Situation } from './change.ts';
import type { Guard } from './rule.ts';
import { tellingMessage } from './telling-message.ts';
import { asVersions, meaningsIn } from './versions.ts';

/** Which of the two versions. */
export type Version = 0 | 1;

/** What the versions make of a situation, without its facts. */
export type Verdicts = readonly [Omit<Outcome, 'facts'>, Omit<Outcome, 'facts'>];

export class Comparison {
  private readonly playbooks: readonly [Playbook, Playbook];
  private readonly meanings: readonly [ReturnType<typeof meaningsIn>, ReturnType<typeof meaningsIn>];
  private made: StateSpace | undefined;

  constructor(before: Playbook, after: Playbook) {
    this.playbooks = asVersions(before, after);
    this.meanings = [meaningsIn(this.playbooks[0]), meaningsIn(this.playbooks[1])];
  }

  /** What a condition of a version means, as a text: where it is the same, no space is needed. */
  meaningOf(condition: Condition | undefined, version: Version): string {
    return this.meanings[version](condition);
  }

  /** Takes longer than all else here, and most rules are said alike. */
  get space(): StateSpace {
    this.made ??= new StateSpace(this.playbooks);
    return this.made;
  }

  /** Asks something of the space. Where it is too large to be answered, the next question gets a new one. */
  unlessTooLarge<Answer>(ask: (space: StateSpace) => Answer): Answer | undefined {
    try {
      return ask(this.space);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      this.made = undefined;
      return undefined;
    }
  }

  /** Where a guard of a rule in one of the versions holds. @throws TooLarge */
  whereHolds({ condition, without, asks }: Pick<Guard, 'condition' | 'without' | 'asks'>, version: Version): Diagram {
    if (!condition) return without ? EVERYWHERE : NOWHERE;
    const scope = this.space.scopes[version];
    if (!scope) throw new RangeError(`there is no version ${version}`);
    return asks === 'certain' ? scope.decide(condition).certain : scope.decideAsJudged(condition).possible;
  }

  /** A situation of those in the diagram; `undefined` if it can't be. @throws TooLarge */
  situationIn(diagram: Diagram, [before, after]: Verdicts): Situation | undefined {
    const state = this.space.witness(diagram);
    if (!state) return undefined;
    return {
      circumstances: this.circumstancesOf(state),
      before: { ...before, facts: this.factsOf(state, 0) },
      after: { ...after, facts: this.factsOf(state, 1) },
    };
  }

  /** The facts of a state as a version's document has them. */
  private factsOf(state: readonly Assignment[], version: Version): Outcome['facts'] {
    const { documents, facts } = this.space;
    const id = documents[version]?.id ?? '';
    const values = new Map(state.map(({ fact, value }) => [fact, value]));
    const known = [facts.numbers, facts.judgedNumbers].flatMap((numbers) => [...(numbers.get(id) ?? [])]);
    return Object.fromEntries(
      known.flatMap(([fact, number]) => {
        const value = values.get(number);
        return value === undefined ? [] : [[fact, value] as const];
      }),
    );
  }

  /** Words that are said have to be in the lists that matter, and in none of those that mustn't be found. */
  private circumstancesOf(state: readonly Assignment[]): readonly Circumstance[] {
    const { space } = this;
    const heard = state.flatMap(({ fact, value }): Heard[] => {
      const origin = space.origin(fact);
      if (!('lists' in origin)) return [];
      const times = origin.kind === 'hasSaid' ? { times: origin.times } : {};
      const found = origin.lists.flatMap((list) => space.lists[list] ?? []);
      return [{ fact, isTrue: value === true, speaker: origin.speaker, found, ...times }];
    });
    const said = [...messageIn(heard), ...heard.flatMap((one) => earlierWords(one, heard))];
    const told = new Set(said.flatMap(({ facts }) => facts));
    const others = space.circumstances(state.filter(({ fact }) => !told.has(fact)));
    return distinct([...others, ...said.map(({ circumstance }) => circumstance)]);
  }
}

/** A fact about words: what it listens for, and how often it must have been said before; said now without that. */
interface Heard {
  readonly fact: number;
  readonly isTrue: boolean;
  readonly speaker: 'customer' | 'agent';
  readonly found: readonly CompiledPhraseList[];
  readonly times?: number;
}

interface Said {
  readonly facts: readonly number[];
  readonly circumstance: Circumstance;
}

/** The message that makes all of these facts what they are: of one message only one of them is the speaker. */
function messageIn(heard: readonly Heard[]): readonly Said[] {
  const now = heard.filter(({ times }) => times === undefined);
  const speaker = now.find(({ isTrue }) => isTrue)?.speaker;
  if (speaker === undefined) return [];
  const all = now.filter((one) => one.speaker === speaker);
  const text = tellingMessage(
    all.filter(({ isTrue }) => isTrue).map(({ found }) => found),
    all.filter(({ isTrue }) => !isTrue).flatMap(({ found }) => found),
  );
  if (text === undefined) return [];
  return [{ facts: all.map(({ fact }) => fact), circumstance: { kind: 'says', speaker, text } }];
}

/** Words that have been said, and that make nothing true that isn't. */
function earlierWords({ fact, isTrue, speaker, found, times }: Heard, heard: readonly Heard[]): readonly Said[] {
  if (!isTrue || times === undefined) return [];
  const others = heard.filter((one) => !one.isTrue && one.speaker === speaker && (one.times ?? 0) <= times);
  const text = tellingMessage(
    [found],
    others.flatMap((one) => one.found),
  );
  if (text === undefined) return [];
  return [{ facts: [fact], circumstance: { kind: 'says', speaker, text, times } }];
}

/** A fact that the two versions give other types is two facts; what it is to people is one. */
function distinct(circumstances: readonly Circumstance[]): readonly Circumstance[] {
  const unknownAside = circumstances.filter(
    (one) =>
      one.kind !== 'value' ||
      one.value !== undefined ||
      !circumstances.some((other) => other.kind === 'value' && other.fact === one.fact && other.value !== undefined),
  );
  const texts = unknownAside.map((one) => JSON.stringify(one));
  return unknownAside.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}
