/** A conversation: events in, guidance out. */
import type { Event, Guidance, IntendedAct, Opening, Silent, Verdict } from '../generated/conversation.ts';
import type { Value } from '../prepared/values.ts';
import { crossBoundaries } from './crossings.ts';
import { climbLadders, startEscalations } from './escalations.ts';
import { endMessage, report, take } from './events.ts';
import { comeUp, startFollowUpsAndCare } from './follow-ups.ts';
import { guidance } from './guidance.ts';
import { judge } from './judge.ts';
import { malformed } from './malformed.ts';
import { type Memory, newMemory } from './memory.ts';
import type { Playbooks } from './playbooks.ts';
import { leadingFrame } from './runs.ts';
import { type State, stateOf } from './saved-state.ts';
import { fault, newCall, type Session } from './session.ts';
import { silentRules } from './silent.ts';
import { startPlaybooks } from './starts.ts';
import { goOnInStep } from './steps.ts';
import { nextDue } from './timers.ts';

/** After so many moments of timers an event isn't taken: whoever lets years go by does it in parts. */
const MOST_MOMENTS = 10_000;

/** The events that are taken after the close. */
const AFTER_CLOSE: ReadonlySet<Event['type']> = new Set(['timePasses', 'reports', 'agentRecords', 'agentKeeps']);

/**
 * A conversation over some playbooks. It holds only what it must remember, a few kilobytes; nothing in it depends on a clock or on chance, so the same
 * events give the same guidance.
 */
export class Conversation {
  private readonly playbooks: Playbooks;
  private readonly memory: Memory;

  /** Use `open` or `resume`. */
  constructor(playbooks: Playbooks, memory: Memory) {
    this.playbooks = playbooks;
    this.memory = memory;
  }

  /**
   * Takes the next event, and everything that has come due before it, and tells what holds then. Bad events change nothing, and are reported in `faults`;
   * nothing is thrown.
   */
  handle(event: Event): Guidance {
    const { memory } = this;
    const session = this.session();
    const path = malformed(event);
    if (path !== undefined) {
      fault(session, 'malformed', path);
    } else if (memory.state === 'closed' && !AFTER_CLOSE.has(event.type)) {
      fault(session, 'closed');
    } else {
      if (endMessage(session)) goThrough(session);
      if (runTimers(Math.max(event.at, memory.now), session)) {
        passTime(Math.max(event.at, memory.now), session);
        const { isReply } = take(event, session);
        // Between timers nothing changes by itself: however time is cut up, the same comes of it.
        if (event.type !== 'timePasses') goThrough(session, isReply);
      } else {
        fault(session, 'tooMuch');
      }
    }
    return guidance(session);
  }

  /** What holds now. What belongs to a call, such as what has happened in it, is empty. */
  guidance(): Guidance {
    return guidance(this.session());
  }

  /**
   * Judges an act by the facts as they are. Changes nothing.
   *
   * @throws TypeError for an act that doesn't fit the schema
   */
  review(act: IntendedAct): Verdict {
    const path = malformed(act, 'IntendedAct');
    if (path !== undefined) throw new TypeError(`this is no act: ${path}`);
    return judge(act, this.session());
  }

  /** The rules that stay silent only for lack of a fact. */
  silent(): Silent[] {
    return silentRules(this.session());
  }

  /** The values of all facts of a document, by their ids; `null` is unknown. Nothing for a document that isn't loaded. */
  facts(playbook: string): Record<string, Value> {
    const { moment } = this.session();
    const numbers = this.playbooks.facts.numbers.get(playbook) ?? [];
    return Object.fromEntries([...numbers].map(([id, number]) => [id, moment.value(number)]));
  }

  /** All that must be kept of the conversation, as plain JSON: `resume` goes on from it, on any machine. */
  save(): State {
    return stateOf(this.memory, this.playbooks);
  }

  private session(): Session {
    const { playbooks, memory } = this;
    const { moment } = playbooks;
    moment.begin(memory);
    moment.compute();
    return { playbooks, memory, moment, call: newCall() };
  }
}

/**
 * Opens a conversation.
 *
 * @param playbooks made ready by `prepare`
 * @param opening when it begins, in UTC milliseconds; in which language; what the tools report at once
 * @returns the conversation, and what holds at its opening
 * @throws TypeError for an opening that doesn't fit the schema
 */
export function open(playbooks: Playbooks, opening: Opening): { conversation: Conversation; guidance: Guidance } {
  const path = malformed(opening, 'Opening');
  if (path !== undefined) throw new TypeError(`this is no opening of a conversation: ${path}`);
  const memory = newMemory(opening.time, opening.language);
  const { moment } = playbooks;
  moment.begin(memory);
  moment.touchAll();
  const session: Session = { playbooks, memory, moment, call: newCall() };
  report(opening.reports ?? {}, session);
  goThrough(session);
  return { conversation: new Conversation(playbooks, memory), guidance: guidance(session) };
}

/** Goes through a conversation: facts and phases, in order. */
function goThrough(session: Session, isReply = false): void {
  const { memory } = session;
  memory.passes++;
  compute(session);
  if (memory.state === 'closed') return;
  crossBoundaries(session);
  compute(session);
  startPlaybooks(session);
  compute(session);
  startEscalations(session);
  compute(session);
  goOnInStep(isReply, session);
  compute(session);
  startFollowUpsAndCare(session);
  compute(session);
}

function compute(session: Session): void {
  const { memory, moment } = session;
  const attempts = leadingFrame(session)?.frame.replies ?? 0;
  if (attempts !== memory.attempts) {
    memory.attempts = attempts;
    moment.touchKind('builtin');
  }
  moment.compute();
}

/** Works off what is due up to a time, moment by moment. Tells whether all of it could be. */
function runTimers(until: number, session: Session): boolean {
  for (let moments = 0; moments < MOST_MOMENTS; moments++) {
    const due = nextDue(session);
    if (due === undefined || due > until) return true;
    passTime(due, session);
    climbLadders(session);
    comeUp(session);
    goThrough(session);
  }
  const due = nextDue(session);
  return due === undefined || due > until;
}

function passTime(now: number, session: Session): void {
  session.memory.now = now;
  session.moment.touchTimed();
  compute(session);
}
