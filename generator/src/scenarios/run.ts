import type { Event, Guidance, Id, Place, Playbook, Value } from '@poise/runtime';
import type { Failure } from './failure.ts';
import type { Scenario } from './scenario.ts';

/** Every fact of a document with the value that it has. */
export type FactValues = Readonly<Record<string, Value>>;

/** How a conversation stands at one moment. */
export interface Moment {
  /** The line of the source that brought it about. */
  readonly at: Place;
  readonly guidance: Guidance;
  /** By the ids of the documents. */
  readonly facts: Readonly<Record<Id, FactValues>>;
}

/** An event, and how the conversation stands after it. */
export interface Turn extends Moment {
  readonly event: Event;
}

/** A scenario played, up to its end or to the first thing that isn't as it should be. */
export interface ScenarioRun {
  readonly scenario: Scenario;
  /** What was loaded, sorted by id: the playbook itself, as one that is active, and those that it needs. */
  readonly documents: readonly Playbook[];
  /** How the conversation stands before its first event. */
  readonly opening: Moment;
  readonly turns: readonly Turn[];
  /** Absent where the scenario passes. */
  readonly failure?: Failure;
}
