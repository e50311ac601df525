/** What a conversation remembers. Everything else is computed from it and from the playbooks. */
import type { Asked, Place, Worth } from '../generated/conversation.ts';
import type { Value } from '../prepared/values.ts';

export interface Memory {
  readonly opened: number;
  readonly language: string | undefined;
  now: number;
  state: 'open' | 'ending' | 'closed';
  /** How often the conversation has been gone through. */
  passes: number;
  /** What was reported and recorded, by the keys of facts. */
  readonly values: Record<string, Value>;
  messages: number;
  declined: number;
  warnings: number;
  /** Our replies in the present step of the run that leads. */
  attempts: number;
  /** When the customer's last message came, if it hasn't been answered. */
  unanswered: number | null;
  /** The `says` facts that are true: of the message in the last event. */
  says: readonly number[];
  /** The `answers` facts that are true: of the customer's message that is being answered. */
  answers: readonly number[];
  /** For facts that count, the last moments that may matter. */
  readonly tallies: Tally[];
  /** The `hasBeen` facts whose condition has been certain, by their numbers. */
  readonly been: number[];
  /** Those whose condition has been possible, and not certain. */
  readonly maybeBeen: number[];
  /** The streaks that aren't zero. */
  readonly streaks: Streak[];
  /** The rules whose condition was certain when last looked at, by their numbers. */
  readonly held: number[];
  /** The playbooks that have started. */
  readonly started: string[];
  readonly runs: Run[];
  /** Steps that are done: `playbook/step`. */
  readonly done: string[];
  /** The `eachTime` rules that have been crossed. */
  readonly crossed: Crossed[];
  readonly escalations: RunningEscalation[];
  readonly followUps: RunningFollowUp[];
  readonly promises: OpenPromise[];
  /** The offers that were made, the last one last, each once. */
  offers: readonly string[];
  /** The worth of all of them together: null where it isn't known. */
  total: Worth | null | undefined;
  /** The demands to say something that have been met, by the numbers of their rules. */
  readonly said: number[];
  readonly decisions: Decision[];
}

/** When what a fact counts has happened, ascending. */
export interface Tally {
  readonly number: number;
  readonly times: readonly number[];
}

/** The counters of a streak. */
export interface Streak {
  readonly number: number;
  readonly sure: number;
  readonly maybe: number;
}

/** How often a rule was crossed, and after how many messages of the customer last. */
export interface Crossed {
  readonly number: number;
  readonly times: number;
  readonly messages: number;
}

/** What a trigger began: playbooks one on top of the other. */
export interface Run {
  /** The pass in which it began. */
  readonly pass: number;
  /** The first playbook of it. */
  readonly first: string;
  /** The last one is at work. */
  readonly frames: Frame[];
}

/** A playbook in a run, at its step. */
export interface Frame {
  readonly playbook: string;
  /** When it started. */
  readonly since: number;
  step: string;
  /** Our replies since the step was entered. */
  replies: number;
  /** The lines that have acted by themselves, or been promised, since then. */
  acted: readonly string[];
}

export interface RunningEscalation {
  readonly kind: 'escalation' | 'boundary' | 'step' | 'agent';
  readonly id: string;
  /** The document of the rule that began it: none, where the agent did. */
  readonly playbook: string | undefined;
  readonly since: number;
  readonly at: Place | undefined;
  readonly because: Readonly<Record<string, Value>>;
  /** The teams of its own ladder that were asked. */
  asked: readonly Asked[];
  /** The same for each `tell`. */
  told: readonly (readonly Asked[])[];
}

export interface RunningFollowUp {
  readonly playbook: string;
  readonly id: string;
  due: number;
  times: number;
}

export interface OpenPromise {
  readonly playbook: string;
  readonly step: string;
  readonly rule: string;
  readonly promise: string;
  readonly made: number;
  readonly due: number;
}

/** What a team has decided about the next act of that name: `offer refund`, `action hold`, `reply`. */
export interface Decision {
  readonly team: string;
  readonly about: string;
  readonly approved: boolean;
}

export function newMemory(opened: number, language: string | undefined): Memory {
  return {
    opened,
    language,
    now: opened,
    state: 'open',
    passes: 0,
    values: {},
    messages: 0,
    declined: 0,
    warnings: 0,
    attempts: 0,
    unanswered: null,
    says: [],
    answers: [],
    tallies: [],
    been: [],
    maybeBeen: [],
    streaks: [],
    held: [],
    started: [],
    runs: [],
    done: [],
    crossed: [],
    escalations: [],
    followUps: [],
    promises: [],
    offers: [],
    total: undefined,
    said: [],
    decisions: [],
  };
}
