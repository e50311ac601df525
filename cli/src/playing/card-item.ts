import type { Reason, ScenarioRun } from '@poise/generator/scenarios';
import type { Guidance, Playbook } from '@poise/runtime';
import type { Clock } from './clock.ts';

/** One thing that the guidance card says. */
export interface CardItem {
  /** One or two short words. */
  readonly label: string;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'careful' | 'bad';
  /** What made it so; shown by `why`. */
  readonly why?: readonly Why[];
}

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

/** The document of the playbook that is tried out. */
export function documentOf({ documents, scenario }: ScenarioRun): Playbook {
  const document = documents.find(({ id }) => id === scenario.playbook);
  if (!document) throw new Error(`a scenario is played without its playbook: ${scenario.playbook}`);
  return document;
}
