import {
  type Conversation,
  type Event,
  type Guidance,
  type IntendedAct,
  open,
  type Playbooks,
  resume,
} from '@poise/runtime';
import type { Transcript } from '../../../runtime/src/generated/conversation.ts';

/** A conversation that an engine is checked with. */
export interface Vector {
  readonly name: string;
  readonly about: string;
  /** Files, from the folder that the vector lies in. */
  readonly documents: readonly string[];
  readonly conversation: Transcript;
}

/** What goes into a conversation; what is asked besides is asked after the event. */
export interface Script {
  readonly opening: Transcript['opening'];
  readonly turns: readonly {
    readonly event: Event;
    readonly silent?: unknown;
    readonly reviews?: readonly { readonly act: IntendedAct }[];
  }[];
}

/**
 * Has a conversation, turn by turn.
 *
 * @param onwards what the next turn is handed to: `saved`, for instance
 */
export function* played(
  { opening, turns }: Script,
  playbooks: Playbooks,
  onwards: (conversation: Conversation) => Conversation = (conversation) => conversation,
): Generator<undefined, Transcript> {
  const opened = open(playbooks, opening);
  let { conversation } = opened;
  const transcript: Transcript = { opening, guidance: kept(opened.guidance), turns: [] };
  for (const { event, silent, reviews } of turns) {
    yield;
    conversation = onwards(conversation);
    const turn: Transcript['turns'][number] = { event, guidance: kept(conversation.handle(event)) };
    if (silent !== undefined) turn.silent = conversation.silent();
    if (reviews) turn.reviews = reviews.map(({ act }) => ({ act, verdict: conversation.review(act) }));
    transcript.turns.push(turn);
  }
  return transcript;
}

/** Goes through to the end. */
export function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** As if it had been put away, and taken up by another process. */
export function putAway(playbooks: Playbooks): (conversation: Conversation) => Conversation {
  return (conversation) => resume(playbooks, JSON.parse(JSON.stringify(conversation.save())));
}

/** A copy: what the engine does later can't change it. */
function kept(guidance: Guidance): Guidance {
  return structuredClone(guidance);
}
