import type { Event, Id, Opening, Place, Playbook } from '@poise/runtime';

/** The scenarios of one playbook, and what they are played with. */
export interface PlaybookScenarios {
  readonly playbook: Id;
  readonly title: string;
  readonly file: string;
  /** Sorted by id: the playbook itself, as one that is active, and all that it and its scenarios need. */
  readonly documents: readonly Playbook[];
  readonly scenarios: readonly Scenario[];
}

/** A scenario as data: what a conversation begins with, what happens in it, and what is expected on the way. */
export interface Scenario {
  /** The id of the playbook that it tries out. */
  readonly playbook: Id;
  readonly title: string;
  readonly at: Place;
  readonly opening: Opening;
  /** In the order written. One line of the source may be several events. */
  readonly items: readonly ScenarioItem[];
}

export type ScenarioItem = ScenarioEvent | ScenarioExpectation;

/** A line of a scenario: where it stands, and its words as they are written, for people. */
export interface ScenarioLine {
  readonly at: Place;
  readonly text: string;
}

export interface ScenarioEvent extends ScenarioLine {
  readonly kind: 'event';
  readonly event: Event;
}

export interface ScenarioExpectation extends ScenarioLine {
  readonly kind: 'expect';
  readonly expectation: Expectation;
  /** `expect no …`. */
  readonly negated: boolean;
}

/**
 * What may be expected of a conversation. Where a rule is named, `playbook` is there if it is the playbook's own: names of house rules hold for all
 * documents.
 */
export type Expectation =
  | { readonly kind: 'step'; readonly step: Id }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'say'; readonly wording: Id }
  | { readonly kind: 'offer'; readonly offer: Id }
  | ExpectedVerdict
  | { readonly kind: 'warning' }
  | ({ readonly kind: 'boundary'; readonly boundary: Id } & OfPlaybook)
  | ({ readonly kind: 'escalation'; readonly escalation?: Id; readonly team?: Id } & OfPlaybook)
  | { readonly kind: 'handover'; readonly facts: readonly Id[] }
  | { readonly kind: 'playbook'; readonly playbook: Id }
  | { readonly kind: 'followUp'; readonly followUp: Id }
  | ({ readonly kind: 'agentCare'; readonly agentCare: Id } & OfPlaybook)
  | { readonly kind: 'promise'; readonly promise: Id }
  | { readonly kind: 'end' };

/** The verdict on the last act of that kind; an `action` is every act but an offer and a reply, the close included. */
export interface ExpectedVerdict extends OfPlaybook {
  readonly kind: 'verdict';
  readonly act: 'offer' | 'reply' | 'action';
  readonly verdict: 'blocked' | 'allowed';
  /** The boundary that blocks it, or doesn't. */
  readonly by?: Id;
}

interface OfPlaybook {
  readonly playbook?: Id;
}
