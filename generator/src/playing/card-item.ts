import type { Guidance, Playbook } from '@poise/runtime';
import type { Reason, ScenarioRun } from '../scenarios/index.ts';
import type { Clock } from './clock.ts';
import type { Suggestion } from './suggestion.ts';

/** One thing that the guidance card says. Names of the language stand in backticks or come first, before a dash. */
export interface CardItem extends CardText {
  readonly label: Label;
  /** What goes with it, each on a line of its own. */
  readonly more?: readonly CardText[];
  /** What made it so; shown by `why`. */
  readonly why?: readonly Why[];
  /** What can be done about it. */
  readonly suggestions?: readonly Suggestion[];
}

export interface CardText {
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'careful' | 'bad';
}

/** One or two short words that say what an item is about. */
export type Label =
  /** What came of an act. */
  | 'allowed'
  | 'blocked'
  | 'because'
  | 'instead'
  /** What has just come about. */
  | 'starts'
  | 'left'
  | 'crossed'
  | 'handed'
  | 'care'
  | 'asked'
  /** Where the conversation stands. */
  | 'escalates'
  | 'playbook'
  | 'called by'
  | 'waits'
  | 'suspended'
  | 'step'
  | 'goal'
  | 'end'
  /** What the agent is to do, and what not. */
  | 'warn'
  | 'say'
  | 'or'
  | 'ask'
  | 'do'
  | 'record'
  | 'promise'
  | 'consult'
  | 'offer'
  | 'closed'
  | 'held back'
  | 'never'
  /** What is still to come. */
  | 'owed'
  | 'promised'
  | 'follow up'
  | 'next due';

/** A place in the playbooks, and why what stands there is in effect; empty where it always is. */
export interface Why {
  readonly at: Reason['at'];
  readonly words: string;
}

/** What a card is made of. */
export interface View {
  readonly run: ScenarioRun;
  /** How it stands now. */
  readonly guidance: Guidance;
  /** What came of the last line: it may be several events. */
  readonly lately: readonly Guidance[];
  readonly clock: Clock;
}

/** A name with the title that goes with it. */
export function named(id: string, title: string | undefined): string {
  return title === undefined || title === id ? id : `${id} — ${title}`;
}

/** Words that are said to a customer. */
export function said(words: string): string {
  return `“${words}”`;
}

/** The documents that a conversation is played with, that of the playbook that is tried out before all others: what it names is meant as it has it. */
export function ownFirst(run: ScenarioRun): readonly Playbook[] {
  const own = documentOf(run);
  return [own, ...run.documents.filter((other) => other !== own)];
}

/** The document of the playbook that is tried out. */
export function documentOf({ documents, scenario }: ScenarioRun): Playbook {
  const document = documents.find(({ id }) => id === scenario.playbook);
  if (!document) throw new Error(`a scenario is played without its playbook: ${scenario.playbook}`);
  return document;
}
