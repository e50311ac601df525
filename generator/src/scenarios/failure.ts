import type { Block, Fault, From, Guidance, Id, Place, Time, Value } from '@poise/runtime';
import type { ScenarioExpectation, ScenarioLine } from './scenario.ts';

/** Why a scenario doesn't pass: its first line that isn't as it should be. */
export type Failure = UnmetExpectation | FaultyEvent;

/** Something else came than was expected. */
export interface UnmetExpectation {
  readonly kind: 'expectation';
  readonly line: ScenarioExpectation;
  /** The part of the guidance that the expectation is about, as it is at that moment. */
  readonly was: RelevantGuidance;
  /** What made it so, or kept it from being otherwise; what decided first. */
  readonly because: readonly Reason[];
}

/** An event that can't be as it is written: a team answers that nobody asked, say. */
export interface FaultyEvent {
  readonly kind: 'fault';
  readonly line: ScenarioLine;
  readonly faults: readonly Fault[];
}

/** Some parts of the guidance. What counts for the whole conversation, such as `happened`, is gathered from its beginning. */
export type RelevantGuidance = Partial<Guidance>;

/** Where a rule or line of a playbook stands, and its id. */
export interface RulePlace {
  readonly rule: string;
  readonly playbook: Id;
  readonly at: Place;
}

/** A fact, its value now, and that value in words: empty where it isn't known. */
export interface KnownFact {
  readonly fact: Id;
  readonly value: Value;
  readonly text: string;
}

/** A part of a playbook, and what it had to do with a failure. */
export type Reason = RulePlace & Because;

export type Because =
  /** It did this. `condition` is what it asks, in the author's words; absent where the rule has none. `by`: a step ended by the agent's word, or a reply. */
  | {
      readonly kind: 'did';
      readonly condition?: string;
      readonly by?: 'agent' | 'reply';
      readonly facts: readonly KnownFact[];
    }
  /** It would do it, but for this answer; or the answer is yes, and it only acts where that begins. */
  | {
      readonly kind: 'condition';
      readonly condition: string;
      readonly answer: 'yes' | 'no' | 'unknown';
      readonly facts: readonly KnownFact[];
    }
  /** It forbids such acts, but not this one; or what it demands is there. */
  | { readonly kind: 'unmatched' }
  /** Another rule forbids it. */
  | { readonly kind: 'blocked'; readonly block: Block }
  /** It belongs to this, which isn't what is present. */
  | { readonly kind: 'elsewhere'; readonly of: From }
  /** It is shown on these channels only. */
  | { readonly kind: 'channel'; readonly channels: readonly Id[]; readonly channel: KnownFact }
  /** The step ends when these are known. */
  | { readonly kind: 'open'; readonly fields: readonly Id[] }
  /** The step ends with our next reply. */
  | { readonly kind: 'reply' }
  /** It waits while that handover runs. */
  | { readonly kind: 'paused'; readonly by: string }
  /** The playbook can't start. */
  | { readonly kind: 'inactive'; readonly status: string; readonly validFrom?: string; readonly validUntil?: string }
  /** Nothing of its own starts the playbook: others complete it, or continue with it. */
  | { readonly kind: 'untriggered' }
  /** It comes up then, or asks that team. */
  | { readonly kind: 'due'; readonly due: Time; readonly team?: Id }
  /** The team was closed when it was its turn: who stood in, if anybody did. */
  | { readonly kind: 'closed'; readonly team: Id; readonly instead: Id | null }
  /** It did so before, by that line of the scenario. */
  | { readonly kind: 'earlier'; readonly line: Place };
