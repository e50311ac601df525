/** What the parts of the engine share while one event is handled. */
import type {
  Crossing,
  Fault,
  Handover,
  Happened,
  HeldBack,
  Move,
  Verdict,
  WarnGuidance,
} from '../generated/conversation.ts';
import type { PreparedFact } from '../prepared/facts.ts';
import { happeningKey } from '../prepared/facts.ts';
import type { PreparedAgentCare, PreparedFollowUp, Ruled } from '../prepared/rules.ts';
import type { Memory } from './memory.ts';
import type { Moment } from './moment.ts';
import type { Playbooks } from './playbooks.ts';
import { entryOf, putEntry } from './records.ts';

export interface Session {
  readonly playbooks: Playbooks;
  readonly memory: Memory;
  readonly moment: Moment;
  readonly call: Call;
}

/** What has happened in this call: in the event, and in what ran before it. */
export interface Call {
  readonly happened: Happened[];
  readonly crossings: Crossing[];
  readonly moves: Move[];
  readonly handovers: Handover[];
  readonly heldBack: HeldBack[];
  readonly faults: Fault[];
  /** The warnings of reactions. */
  readonly warnings: WarnGuidance[];
  /** What has come up, each once. */
  readonly followUps: PreparedFollowUp[];
  readonly agentCare: PreparedAgentCare[];
  verdict: Verdict | undefined;
}

export function newCall(): Call {
  return {
    happened: [],
    crossings: [],
    moves: [],
    handovers: [],
    heldBack: [],
    faults: [],
    warnings: [],
    followUps: [],
    agentCare: [],
    verdict: undefined,
  };
}

/** Something has happened. `owner` is the playbook whose own thing it is, `by` the rule that began to hold. */
export function happen(session: Session, kind: Happened['kind'], id: string, owner?: string, by?: Ruled): void {
  const { call, memory, moment, playbooks } = session;
  call.happened.push({
    kind,
    id,
    ...(owner !== undefined && { playbook: owner }),
    time: memory.now,
    ...(by && { by: { rule: by.rule, playbook: by.playbook.id, at: by.at, because: moment.because(by.when) } }),
  });
  for (const fact of playbooks.facts.byHappening.get(happeningKey(kind, id, owner)) ?? []) occur(session, fact);
}

/** One more time for a fact that counts. */
export function occur({ memory, moment }: Session, { number, origin }: PreparedFact): void {
  const times = [...(entryOf(memory.tallies, number)?.times ?? []), memory.now];
  if (origin.kind === 'countWithin') {
    const { within } = origin;
    putEntry(memory.tallies, { number, times: times.filter((time) => time > memory.now - within * 1000) });
  } else if (origin.kind === 'hasSaid' || origin.kind === 'hasHappened') {
    putEntry(memory.tallies, { number, times: times.slice(-origin.times) });
  }
  moment.touch(number);
}

/** A rule is held back: the same thing is told once in a call, as it was last. */
export function holdBack({ call }: Session, held: HeldBack): void {
  const same = call.heldBack.findIndex(
    ({ what, rule, playbook, step }) =>
      what === held.what && rule === held.rule && playbook === held.playbook && step === held.step,
  );
  if (same < 0) call.heldBack.push(held);
  else call.heldBack[same] = held;
}

export function fault({ call }: Session, code: Fault['code'], name?: string): void {
  call.faults.push({ code, ...(name !== undefined && { name }) });
}

/** A playbook that has started: its own rules are in force. */
export function hasStarted({ memory }: Session, id: string): boolean {
  return memory.started.includes(id);
}
