/** Which playbooks are at work, and which one leads. */
import type { PreparedPlaybook, PreparedStep } from '../prepared/rules.ts';
import type { Frame, Run, RunningEscalation } from './memory.ts';
import type { Session } from './session.ts';

/** A playbook at work: its run, its frame in it, the step it is at. */
export interface AtWork {
  readonly run: Run;
  readonly frame: Frame;
  readonly playbook: PreparedPlaybook;
  readonly step: PreparedStep;
}

interface Beating {
  readonly id: string;
  readonly beats: { readonly everything: boolean; readonly others: readonly string[] };
}

/** Whether one thing beats another, of which the other doesn't beat it likewise. */
export function beats(a: Beating, b: Beating): boolean {
  return beatsAlone(a, b) && !beatsAlone(b, a);
}

function beatsAlone(a: Beating, b: Beating): boolean {
  return a.beats.others.includes(b.id) || (a.beats.everything && !b.beats.everything);
}

export function playbookBeats(a: PreparedPlaybook, b: PreparedPlaybook): boolean {
  return a.id !== b.id && beats(asBeating(a), asBeating(b));
}

function asBeating({ id, source: { beats: own } }: PreparedPlaybook): Beating {
  return { id, beats: { everything: own.everything, others: own.playbooks } };
}

/** The runs in order of lead: the first one leads. */
export function runsInOrder(session: Session): readonly Run[] {
  const { runs } = session.memory;
  if (runs.length < 2) return runs;
  const inTime = runs.toSorted((a, b) => a.pass - b.pass || (a.first < b.first ? -1 : 1));
  const free = inTime.filter((run) => !isBeaten(run, session));
  if (free.length === 0) return inTime;
  return [...free, ...inTime.filter((run) => !free.includes(run))];
}

/** Whether the playbook at work in another run beats the one at work in this. */
export function isBeaten(run: Run, session: Session): boolean {
  const own = topPlaybook(run, session);
  return session.memory.runs.some((other) => {
    const playbook = other === run ? undefined : topPlaybook(other, session);
    return playbook !== undefined && own !== undefined && playbookBeats(playbook, own);
  });
}

function topPlaybook(run: Run, session: Session): PreparedPlaybook | undefined {
  return findPlaybook(run.frames.at(-1)?.playbook, session);
}

/** The playbook at work in the run that leads, at its step. */
export function leadingFrame(session: Session): AtWork | undefined {
  const [run] = runsInOrder(session);
  return run && frameAtWork(run, session);
}

/** The top of a run. */
export function frameAtWork(run: Run, session: Session): AtWork | undefined {
  const frame = run.frames.at(-1);
  return frame && atWork(run, frame, session);
}

export function atWork(run: Run, frame: Frame, session: Session): AtWork | undefined {
  const playbook = findPlaybook(frame.playbook, session);
  const step = playbook?.steps.get(frame.step);
  return playbook && step && { run, frame, playbook, step };
}

export function findPlaybook(id: string | undefined, { playbooks }: Session): PreparedPlaybook | undefined {
  return playbooks.rules.playbooks.find((playbook) => playbook.id === id);
}

/** Whether the present step is shown: also while a handover of its own `escalate` line runs, which has its words from it. */
export function isStepShown({ memory }: Session): boolean {
  return !memory.escalations.some((running) => isHandover(running) && running.kind !== 'step');
}

/** A handover runs: the steps of playbooks pause. */
export function isPaused({ memory }: Session): boolean {
  return memory.escalations.some(isHandover);
}

/** Whether somebody is to take over, and not only told. */
export function isHandover({ asked }: RunningEscalation): boolean {
  return asked.length > 0;
}
