import type { Event } from '@poise/runtime';

/** The events that no line of a scenario can tell of. */
type Unsaid = 'agentAsks' | 'agentWarns' | 'agentEscalates' | 'agentKeeps' | 'customerLeaves' | 'timePasses';

/** What those that it can tell of may say, and no line of a scenario has: of teams' decisions, that they are about an action. */
type UnsaidOf<Timed> =
  | 'at'
  | 'done'
  | (Timed extends { readonly type: 'teamApproves' | 'teamDeclines' } ? 'action' : never);

type Untimed<Timed> = Timed extends { readonly type: Unsaid } ? never : Readonly<Omit<Timed, UnsaidOf<Timed>>>;

/**
 * Something that happens in a conversation that is tried out, as plain data: an event of the engine that a scenario can tell of. When it happens follows from
 * the time that has passed before it.
 */
export type UntimedEvent = Untimed<Event> | { readonly type: 'timePasses'; readonly seconds: number };
