import type { Event, IntendedAct, Opening, Worth } from '@poise/runtime';

/** A conversation with what a person, who had only `docs/format.md` before them, expects of its guidance. */
export interface Case {
  /** The section of `docs/format.md` that says so: the part of its address after `#`. */
  readonly section: string;
  /** Which rule of that section it checks, in one plain sentence. */
  readonly about: string;
  /** The ids of the documents that are loaded: playbooks of the topic's file. */
  readonly playbooks: readonly string[];
  /** When it opens (`2026-03-29T00:30`, UTC; `NOON` unless said), in which language, and what is reported then. */
  readonly opening?: Omit<Opening, 'time'> & { readonly time?: string };
  /** What is expected after the opening. */
  readonly opens?: Expected;
  readonly turns: readonly Turn[];
}

/** The cases of a topic, by what comes after the topic in their names. */
export type Cases = Readonly<Record<string, Case>>;

/** When, in seconds after the opening; what happens; what is expected then. */
export type Turn = readonly [seconds: number, event: EventBody | NoEvent, expected?: Expected];

export type EventBody = WithoutTime<Event>;
type WithoutTime<E> = E extends { readonly at: number } ? Omit<E, 'at'> : never;

/** Handed over as it is, in the place of an event. */
export interface NoEvent {
  readonly malformed: unknown;
}

/**
 * What is expected of parts of the guidance; parts that aren't named may be anything, but for `faults`, of which there are none then. A list is expected
 * item by item. An item is expected by its summary (see `summaries.ts`), by some of its properties, or by both.
 */
export interface Expected {
  readonly state?: 'open' | 'ending' | 'closed';
  /** The id of the step; `null` for none. */
  readonly step?: string | null;
  readonly playbooks?: Items;
  readonly lines?: Items;
  readonly offers?: Items;
  readonly escalations?: Items;
  readonly crossings?: Items;
  readonly moves?: Items;
  readonly happened?: Items;
  readonly handovers?: Items;
  readonly heldBack?: Items;
  readonly obligations?: Items;
  readonly promises?: Items;
  readonly followUps?: Items;
  readonly faults?: Items;
  /** `allowed`, or what blocks. */
  readonly verdict?: ExpectedVerdict;
  /** In seconds after the opening. */
  readonly nextDue?: number | null;
  /** The rules that stay silent only for lack of a fact. */
  readonly silent?: Items;
  /** Acts that are reviewed after the event, and the verdicts on them. */
  readonly reviews?: readonly (readonly [IntendedAct, ExpectedVerdict])[];
}

export type ExpectedVerdict = 'allowed' | Items;
export type Items = readonly Item[];
export type Item = string | Properties | readonly [summary: string, properties: Properties];
export type Properties = Readonly<Record<string, unknown>>;

/** A Tuesday. */
export const NOON = '2026-01-06T12:00';

type Reports = Extract<Event, { readonly type: 'reports' }>['values'];

export const says = (text: string, reports?: Reports): EventBody => ({
  type: 'customerSays',
  text,
  ...(reports && { reports }),
});
export const reports = (values: Reports): EventBody => ({ type: 'reports', values });
export const replies = (text: string): EventBody & IntendedAct => ({ type: 'agentSays', text });
export const offers = (offer: string, worth?: Worth): EventBody & IntendedAct => ({
  type: 'agentOffers',
  offer,
  ...(worth && { worth }),
});
export const does = (action: string): EventBody & IntendedAct => ({ type: 'agentDoes', action });
export const asks = (field: string): EventBody & IntendedAct => ({ type: 'agentAsks', field });
export const closes: EventBody & IntendedAct = { type: 'agentCloses' };
export const warns: EventBody & IntendedAct = { type: 'agentWarns' };
export const escalates = (team: string): EventBody & IntendedAct => ({ type: 'agentEscalates', team });
/** It is out already. */
export const done = (act: EventBody & IntendedAct): EventBody => ({ ...act, done: true }) as EventBody;
export const records = (field: string, value: Reports[string] = 'something'): EventBody => ({
  type: 'agentRecords',
  field,
  value,
});
export const completes = (step: string, playbook?: string): EventBody => ({
  type: 'agentCompletes',
  step,
  ...(playbook !== undefined && { playbook }),
});
export const keeps = (promise: string): EventBody => ({ type: 'agentKeeps', promise });
export const ends = (escalation: string): EventBody => ({ type: 'agentEnds', escalation });
export const answers = (team: string): EventBody => ({ type: 'teamAnswers', team });
export const declines = (offer?: string): EventBody => ({
  type: 'customerDeclines',
  ...(offer !== undefined && { offer }),
});
export const accepts = (offer?: string): EventBody => ({
  type: 'customerAccepts',
  ...(offer !== undefined && { offer }),
});
/** A decision about an offer or action, or about a reply. */
export const approves = (
  team: string,
  about: { readonly offer?: string; readonly action?: string } = {},
): EventBody => ({
  type: 'teamApproves',
  team,
  ...about,
});
export const refuses = (
  team: string,
  about: { readonly offer?: string; readonly action?: string } = {},
): EventBody => ({
  type: 'teamDeclines',
  team,
  ...about,
});
export const leaves: EventBody = { type: 'customerLeaves' };
export const passes: EventBody = { type: 'timePasses' };
export const gbp = (amount: number): Worth => ({ amount, currency: 'GBP' });
