/** Conversations as the children play them. */
import { type Conversation, type Guidance, load, open, type Playbooks, prepare } from '@poise/runtime';
import type { Story } from './workload.ts';

/** From the texts of compiled playbooks to what conversations are opened with. @throws Error where they are refused */
export function makeReady(documents: readonly string[]): Playbooks {
  const loaded = load(documents);
  if (!loaded.ok) throw new Error(`a playbook is refused: ${JSON.stringify(loaded.problems)}`);
  return prepare(loaded.playbooks);
}

/** Opens a conversation and plays the first half of its story. */
export function playHalf(playbooks: Playbooks, { opening, events }: Story): Conversation {
  const { conversation, guidance } = open(playbooks, opening);
  mustBeSound(guidance);
  for (const event of events.slice(0, halfOf(events))) mustBeSound(conversation.handle(event));
  return conversation;
}

/** How many events the first half has. */
export function halfOf(events: Story['events']): number {
  return Math.floor(events.length / 2);
}

/** @throws Error for an event that couldn't be taken as it was: what didn't happen isn't to be timed */
export function mustBeSound({ faults: [fault] }: Guidance): void {
  if (fault) throw new Error(`an event can't be taken: ${JSON.stringify(fault)}`);
}
