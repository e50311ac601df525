/** How playbooks start: by their triggers, called, or continued with. */
import type { Playbook } from '../generated/format.ts';
import { dayName } from '../prepared/hours.ts';
import type { PreparedPlaybook, Ruled } from '../prepared/rules.ts';
import { crossByBlocks } from './crossings.ts';
import { blocksOfStep } from './demands.ts';
import type { Frame, Run } from './memory.ts';
import { add, remove } from './records.ts';
import { playbookBeats } from './runs.ts';
import { happen, type Session } from './session.ts';
import { arrive, land } from './steps.ts';

/** The phase of triggers: starts the playbooks whose triggers begin to hold. */
export function startPlaybooks(session: Session): void {
  const { memory, moment, playbooks } = session;
  // Each with the first trigger that has begun to hold.
  const beginning = new Map<PreparedPlaybook, Ruled>();
  for (const trigger of playbooks.rules.triggers) {
    const { number, when, playbook } = trigger;
    if (!moment.certain(when)) {
      remove(memory.held, number);
    } else if (!memory.held.includes(number)) {
      memory.held.push(number);
      const isFree = isStartable(playbook.source, memory.now) && !isAtWork(playbook.id, session);
      if (isFree && !beginning.has(playbook)) beginning.set(playbook, trigger);
    }
  }
  const all = [...beginning];
  const starting = all.filter(([playbook]) => !all.some(([other]) => playbookBeats(other, playbook)));
  for (const [playbook, trigger] of starting) startRun(playbook, session, trigger);
}

/** Whether a playbook may start on the day of that time. */
export function isStartable({ status, validFrom, validUntil }: Playbook, now: number): boolean {
  if (status !== 'active') return false;
  const today = dayName(Math.floor(now / 86_400_000));
  return (validFrom === undefined || today >= validFrom) && (validUntil === undefined || today <= validUntil);
}

export function isAtWork(id: string, { memory }: Session): boolean {
  return memory.runs.some(({ frames }) => frames.some(({ playbook }) => playbook === id));
}

/** More playbooks on top of each other than anybody would write. */
const DEEPEST_RUN = 32;

/** Whether a playbook may come on top of a run, in the place of a frame of it or above it. */
export function isEnterable(
  playbook: PreparedPlaybook,
  run: Run | undefined,
  instead: Frame | undefined,
  session: Session,
) {
  const isInRun = run?.frames.some((frame) => frame !== instead && frame.playbook === playbook.id) === true;
  const isTooDeep = instead === undefined && (run?.frames.length ?? 0) >= DEEPEST_RUN;
  return isStartable(playbook.source, session.memory.now) && !isInRun && !isTooDeep;
}

/** Begins a run, by a trigger or an escalation that goes on with the playbook. */
export function startRun(playbook: PreparedPlaybook, session: Session, by: Ruled): void {
  const { memory } = session;
  const run: Run = { pass: memory.passes, first: playbook.id, frames: [] };
  memory.runs.push(run);
  putOnTop(playbook, run, session, by);
}

/** Starts a playbook on top of a run. Nothing holds its first step back; what would have is crossed. */
export function putOnTop(playbook: PreparedPlaybook, run: Run, session: Session, by: Ruled): void {
  const { memory } = session;
  add(memory.started, playbook.id);
  happen(session, 'playbook', playbook.id, undefined, by);
  const frame: Frame = { playbook: playbook.id, since: memory.now, step: '', replies: 0, acted: [] };
  run.frames.push(frame);
  const landing = land(playbook.firstStep, session);
  if (landing.step) crossByBlocks(blocksOfStep(landing.step, undefined, session), session);
  arrive(run, frame, landing, session);
}
