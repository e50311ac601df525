/** What the extension and the simulator tell each other. */
import type { JudgedDraft, LocalTime, UntimedEvent } from '@poise/generator/playing';
import type { SimulationAnswer } from '@poise/server/protocol';

export type ToSimulator =
  /** What there is to be shown from now on. */
  | {
      readonly kind: 'show';
      readonly conversation: Conversation;
      readonly answer: SimulationAnswer;
      /** How many events can be put back after they were taken back. */
      readonly takenBack: number;
      /** Why what was to happen can't: it hasn't. */
      readonly refused?: string;
      /** The playbook says something else than before; nobody has done anything. */
      readonly isNewVersion: boolean;
    }
  /** What becomes of a draft, once it has been looked at. */
  | { readonly kind: 'judged'; readonly draft: string; readonly judged?: JudgedDraft }
  /** The conversation is a scenario now, of this title; or isn't, and why. */
  | { readonly kind: 'saved'; readonly title: string }
  | { readonly kind: 'unfit'; readonly reasons: readonly string[] };

export type FromSimulator =
  /** It is there, and shows nothing yet. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'happen'; readonly event: UntimedEvent }
  /** Only so many of all events have happened, those included that were taken back. */
  | { readonly kind: 'goTo'; readonly count: number }
  | { readonly kind: 'restart' }
  /** The conversation begins at another time. */
  | { readonly kind: 'begin'; readonly opening: LocalTime }
  | { readonly kind: 'judge'; readonly draft: string }
  | { readonly kind: 'save'; readonly title: string }
  /** Somebody wants to see where this is said: a file as the answer names it, line and column from 1. */
  | { readonly kind: 'reveal'; readonly file: string; readonly line: number; readonly column: number };

/** A conversation as it is kept, also while the simulator isn't seen and when the editor is opened again. */
export interface Conversation {
  /** The file of the playbook. */
  readonly uri: string;
  readonly opening: LocalTime;
  readonly events: readonly UntimedEvent[];
}
