/** What is measured of conversations: the names that the children and the report share. */
import type { Event } from '@poise/runtime';

/** The events that are frequent enough in the shipped scenarios to be looked at by themselves. */
export const FREQUENT_EVENTS = [
  'customerSays',
  'agentSays',
  'agentOffers',
  'agentRecords',
  'agentCompletes',
  'timePasses',
] as const satisfies readonly Event['type'][];

/** Turns that are timed together: with these events, or all. */
export type TurnKind = 'all' | (typeof FREQUENT_EVENTS)[number];

/** Microseconds of one turn, an event with the guidance after it: the median, and what one turn in a hundred exceeds. */
export type TurnFigure<Kind extends TurnKind = TurnKind> = `${Kind} ${'median' | 'p99'}`;

/**
 * - `bytesEach`: the heap that a conversation takes, beyond the playbooks that all share.
 * - `residentMemory`: bytes of the whole process, with a turn in each conversation.
 * - `all median`, `all p99`: microseconds of that turn.
 */
export type OpenFigure = 'bytesEach' | 'residentMemory' | TurnFigure<'all'>;

/** Bytes of a saved conversation as JSON; microseconds for saving and resuming it. */
export type SavedFigure = 'bytes' | 'took';
