import type { Caller } from './handovers.ts';
import type { LocalMoment } from './moment.ts';

/** What is known of an escalation that isn't answered, or not in time. */
export interface LadderData {
  'nobody-asked': {
    readonly caller: Caller;
    /** Teams are told, none is asked. */
    readonly told: boolean;
    readonly begins: LocalMoment;
    /** Some are asked later than others. */
    readonly inTurn: boolean;
    /** Everybody who might have been asked. */
    readonly closed: readonly string[];
    /** The teams pass on to each other. */
    readonly isCircle: boolean;
  };
  'late-answer': {
    readonly escalation: string;
    /** Seconds. */
    readonly resolveWithin: number;
    readonly answer: AnswerData;
    /** The teams of the ladder that are closed when it is their turn. */
    readonly closed: readonly string[];
    /** Absent where it is so at any time. */
    readonly begins?: LocalMoment;
  };
  'asked-before-closing': {
    readonly escalation: string;
    readonly told: boolean;
    readonly begins: LocalMoment;
    /** The team that closes before it need have answered. */
    readonly leaves: string;
    /** Whether nobody comes after it in the ladder. */
    readonly isLast: boolean;
    /** Who answers at last, where that is too late. */
    readonly late?: AnswerData;
    readonly resolveWithin?: number;
  };
}

/** A team's answer: when it is asked and by when it has answered, in seconds from the beginning. */
export interface AnswerData {
  readonly team: string;
  readonly asked: number;
  readonly seconds: number;
}
