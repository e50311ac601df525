/** How a playbook goes through its steps. */
import type { Move, Place } from '../generated/conversation.ts';
import type { CompleteLine, PromiseLine, TeamLine } from '../generated/format.ts';
import type { PreparedLine, PreparedPlaybook, PreparedStep, Ruled } from '../prepared/rules.ts';
import type { Value } from '../prepared/values.ts';
import { blocksOfStep } from './demands.ts';
import { beginHandover } from './escalations.ts';
import { blocksOfRuleActing } from './judge.ts';
import { fits } from './lines.ts';
import type { Frame, Run } from './memory.ts';
import { add, remove } from './records.ts';
import { type AtWork, findPlaybook, frameAtWork, isPaused, leadingFrame, runsInOrder } from './runs.ts';
import { fault, happen, holdBack, type Session } from './session.ts';
import { isEnterable, putOnTop } from './starts.ts';

/** Where one comes to, entering a step: past those that are skipped. Without a step, the playbook is complete. */
interface Landing {
  readonly skipped: readonly PreparedStep[];
  readonly step: PreparedStep | undefined;
}

/** Why a step is left. */
interface Reason {
  readonly how: Move['how'];
  readonly rule: string;
  readonly at: Place;
  readonly because: Record<string, Value>;
}

/** The phase of the step: what acts by itself, and one exit. `isReply`: whether this follows a reply that went out. */
export function goOnInStep(isReply: boolean, session: Session): void {
  if (isPaused(session)) return;
  const present = leadingFrame(session);
  if (present === undefined) return;
  if (isReply && present.frame.replies > 0) makePromises(present, session);
  if (escalateByLines(present, session) || callByLines(present, session)) return;
  takeExit(present, isReply, session);
}

function makePromises({ playbook, step, frame }: AtWork, session: Session): void {
  const { memory } = session;
  for (const line of linesOf(step, 'promise')) {
    if (frame.acted.includes(line.rule) || !fits(line, session)) continue;
    frame.acted = [...frame.acted, line.rule];
    const { promise, within } = line.source as PromiseLine;
    const [made, due] = [memory.now, memory.now + within * 1000];
    memory.promises.push({ playbook: playbook.id, step: step.source.id, rule: line.rule, promise, made, due });
    happen(session, 'promise', promise);
  }
}

/** Begins the handovers of `escalate` lines that fit. Tells whether there is one. */
function escalateByLines({ step, frame }: AtWork, session: Session): boolean {
  let begun = false;
  for (const line of linesOf(step, 'escalate')) {
    if (frame.acted.includes(line.rule) || !fits(line, session)) continue;
    const { playbook, rule, at } = line;
    const blocks = blocksOfRuleActing({ type: 'agentEscalates' }, session);
    if (blocks.length > 0) {
      holdBack(session, { what: 'escalation', rule, playbook: playbook.id, at, blocks });
      continue;
    }
    frame.acted = [...frame.acted, rule];
    const because = session.moment.because(line.when);
    beginHandover({ kind: 'step', id: rule, team: (line.source as TeamLine).team, playbook, at, because }, session);
    begun = true;
  }
  return begun;
}

/** Runs the playbook of the first `complete` line that fits. Tells whether there is one. */
function callByLines({ run, step, frame }: AtWork, session: Session): boolean {
  for (const line of linesOf(step, 'complete')) {
    if (frame.acted.includes(line.rule) || !fits(line, session)) continue;
    frame.acted = [...frame.acted, line.rule];
    const id = (line.source as CompleteLine).playbook;
    const called = findPlaybook(id, session);
    if (called && isEnterable(called, run, undefined, session)) {
      putOnTop(called, run, session, line);
      return true;
    }
    fault(session, 'absentPlaybook', id);
  }
  return false;
}

function takeExit(present: AtWork, isReply: boolean, session: Session): void {
  const { moment } = session;
  const { playbook, step, frame, run } = present;
  for (const exit of step.exits) {
    if (!moment.certain(exit.when)) continue;
    const because = moment.because(exit.when);
    const reason = { rule: exit.rule, at: exit.at, because };
    if (exit.source.kind === 'goTo') {
      if (move(present, playbook.steps.get(exit.source.step), { ...reason, how: 'goTo' }, session)) return;
      continue;
    }
    const next = findPlaybook(exit.source.playbook, session);
    if (next && isEnterable(next, run, frame, session)) {
      continueInstead(present, next, exit, session);
    } else {
      fault(session, 'absentPlaybook', exit.source.playbook);
      report(present, { ...reason, how: 'continueWith' }, {}, session);
      leave(frame, step, false, session);
      complete(run, frame, session);
    }
    return;
  }
  if (frame.replies === 0) return;
  const reason = { rule: step.rule, at: step.at };
  if (step.done) {
    const because = moment.because(step.done);
    if (moment.certain(step.done)) move(present, nextOf(step), { ...reason, how: 'done', because }, session);
  } else if (isReply && isSettled(present, session)) {
    move(present, nextOf(step), { ...reason, how: 'reply', because: {} }, session);
  }
}

/** The playbook at work is complete; another goes on in its place, by an exit or an escalation. */
export function continueInstead(present: AtWork, next: PreparedPlaybook, by: Ruled, session: Session): void {
  const { run, frame, step } = present;
  const because = session.moment.because(by.when);
  const reason: Reason = { how: 'continueWith', rule: by.rule, at: by.at, because };
  report(present, reason, { continues: next.id }, session);
  leave(frame, step, false, session);
  remove(run.frames, frame);
  putOnTop(next, run, session, by);
}

/** Whether the questions of a step are answered and its records made. */
function isSettled({ playbook, step }: AtWork, session: Session): boolean {
  const isKnown = (field: string): boolean => session.moment.value(playbook.facts.get(field) ?? -1) !== null;
  return step.lines.every((line) => {
    const { source } = line;
    if (source.kind !== 'ask' && source.kind !== 'record') return true;
    const fields = source.kind === 'ask' ? [source.field] : source.fields;
    return !fits(line, session) || fields.every(isKnown);
  });
}

/** The agent says that a step is done: in the run that leads, else in the first one that is there. */
export function completeStep(id: string, playbook: string | undefined, session: Session): void {
  const present = runsInOrder(session)
    .map((run) => frameAtWork(run, session))
    .find((at) => at?.step.source.id === id && (playbook ?? at.playbook.id) === at.playbook.id);
  if (present === undefined) {
    fault(session, 'notPresent', id);
    return;
  }
  const { step } = present;
  move(present, nextOf(step), { how: 'completed', rule: step.rule, at: step.at, because: {} }, session);
}

/** Leaves a step for another one, or for the end, unless that is held back. */
function move(present: AtWork, to: PreparedStep | undefined, reason: Reason, session: Session): boolean {
  const { run, frame, playbook, step } = present;
  const landing = land(to, session);
  const isSaidToBe = reason.how === 'completed';
  const done = [...session.memory.done, ...(isDone(frame, isSaidToBe) ? [stepKey(frame, step)] : [])];
  const blocks = landing.step ? blocksOfStep(landing.step, step, session, done) : [];
  if (landing.step && blocks.length > 0) {
    const { rule, at } = reason;
    holdBack(session, { what: 'move', rule, playbook: playbook.id, at, step: landing.step.source.id, blocks });
    return false;
  }
  report(present, reason, to ? { to: to.source.id } : {}, session);
  leave(frame, step, isSaidToBe, session);
  arrive(run, frame, landing, session);
  return true;
}

function report(
  { playbook, step }: AtWork,
  reason: Reason,
  to: Pick<Move, 'to' | 'continues'>,
  { call }: Session,
): void {
  call.moves.push({ playbook: playbook.id, from: step.source.id, ...to, ...reason });
}

/** A step that is left counts as done if we have replied in it, or the agent says so. */
export function leave(frame: Frame, step: PreparedStep, isSaidToBe: boolean, session: Session): void {
  if (isDone(frame, isSaidToBe)) add(session.memory.done, stepKey(frame, step));
}

function isDone({ replies }: Frame, isSaidToBe: boolean): boolean {
  return replies > 0 || isSaidToBe;
}

function stepKey({ playbook }: Frame, { source }: PreparedStep): string {
  return `${playbook}/${source.id}`;
}

/** Looks where one comes to from a step on, without going there. */
export function land(step: PreparedStep | undefined, { moment }: Session): Landing {
  const skipped: PreparedStep[] = [];
  let next = step;
  while (next?.skip !== undefined && moment.certain(next.skip)) {
    skipped.push(next);
    next = nextOf(next);
  }
  return { skipped, step: next };
}

/** Enters the step that one comes to, or completes the playbook. */
export function arrive(run: Run, frame: Frame, { skipped, step }: Landing, session: Session): void {
  for (const passed of skipped) {
    const { source, playbook, rule, at } = passed;
    const because = session.moment.because(passed.skip);
    const to = source.next === undefined ? {} : { to: source.next };
    session.call.moves.push({ playbook: playbook.id, from: source.id, ...to, how: 'skip', rule, at, because });
  }
  if (step === undefined) {
    complete(run, frame, session);
    return;
  }
  frame.step = step.source.id;
  frame.replies = 0;
  frame.acted = [];
  happen(session, 'step', step.source.id, step.playbook.id);
  const entered: AtWork = { run, frame, playbook: step.playbook, step };
  if (callByLines(entered, session) || isPaused(session)) return;
  if (leadingFrame(session)?.frame === frame) escalateByLines(entered, session);
}

/** A playbook is complete: the one below it goes on, or the run is over. */
export function complete(run: Run, frame: Frame, session: Session): void {
  remove(run.frames, frame);
  const caller = frameAtWork(run, session);
  if (caller) callByLines(caller, session);
  else remove(session.memory.runs, run);
}

function nextOf({ source, playbook }: PreparedStep): PreparedStep | undefined {
  return source.next === undefined ? undefined : playbook.steps.get(source.next);
}

function linesOf({ lines }: PreparedStep, kind: PreparedLine['source']['kind']): readonly PreparedLine[] {
  return lines.filter(({ source }) => source.kind === kind);
}
