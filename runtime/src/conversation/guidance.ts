/** The guidance after an event: what holds now, what has just happened, and why. */
import type {
  RunningEscalation as EscalationGuidance,
  Guidance,
  HeldBack,
  Obligation,
  OpenPromise,
  PlaybookAtWork,
  RunningFollowUp,
} from '../generated/conversation.ts';
import { isInForce, isThere, milestoneOf, unmet } from './demands.ts';
import { escalationOf, escalationsInOrder, handedValues, nextRung, publicId } from './escalations.ts';
import { allowedWarnings, guidanceOf, offersOf } from './lines.ts';
import type { RunningEscalation } from './memory.ts';
import { atWork, findPlaybook, isBeaten, isHandover, isStepShown, leadingFrame, runsInOrder } from './runs.ts';
import type { Session } from './session.ts';
import { nextDue } from './timers.ts';

export function guidance(session: Session): Guidance {
  const { memory, call } = session;
  const heldBack: HeldBack[] = [];
  const present = leadingFrame(session);
  const shown = present && isStepShown(session) ? present : undefined;
  const escalations = escalationsInOrder(session);
  const [leading] = escalations;
  const rule = leading && escalationOf(leading, session);
  const ofEscalation = { kind: 'escalation' as const, id: rule?.source.id ?? '' };
  const ofStep = { kind: 'step' as const, id: shown?.step.source.id ?? '' };
  const warnings = allowedWarnings(call.warnings, session, heldBack);
  const escalationLines = rule ? guidanceOf(rule.lines, ofEscalation, session, heldBack) : [];
  const cameUp = [
    ...call.followUps.flatMap(({ lines, source }) =>
      guidanceOf(lines, { kind: 'followUp', id: source.id }, session, heldBack),
    ),
    ...call.agentCare.flatMap(({ lines, source }) =>
      guidanceOf(lines, { kind: 'agentCare', id: source.id }, session, heldBack),
    ),
  ];
  const stepLines = shown ? guidanceOf(shown.step.lines, ofStep, session, heldBack) : [];
  return {
    time: memory.now,
    state: memory.state,
    playbooks: playbooksAtWork(session),
    ...(shown && { step: presentStep(shown) }),
    lines: [...warnings, ...escalationLines, ...cameUp, ...stepLines],
    offers: [
      ...(shown ? offersOf(shown.step.lines, ofStep, session) : []),
      ...(rule ? offersOf(rule.lines, ofEscalation, session) : []),
    ],
    escalations: escalations.map((running) => escalationGuidance(running, running === leading, session)),
    crossings: call.crossings,
    happened: call.happened,
    moves: call.moves,
    handovers: call.handovers,
    heldBack: [...call.heldBack, ...heldBack],
    obligations: obligations(session),
    promises: openPromises(session),
    followUps: runningFollowUps(session),
    ...(call.verdict && { verdict: call.verdict }),
    faults: call.faults,
    nextDue: nextDue(session) ?? null,
  };
}

function playbooksAtWork(session: Session): PlaybookAtWork[] {
  return runsInOrder(session).flatMap((run, place) => {
    const state = place === 0 ? 'leads' : isBeaten(run, session) ? 'suspended' : 'waits';
    return run.frames.toReversed().flatMap((frame, depth) => {
      const at = atWork(run, frame, session);
      if (at === undefined) return [];
      const { id, source } = at.playbook;
      const own = depth > 0 ? 'calls' : state;
      return [{ id, title: source.title, step: at.step.source.id, state: own, since: frame.since }];
    });
  });
}

function presentStep({ playbook, step }: NonNullable<ReturnType<typeof leadingFrame>>): NonNullable<Guidance['step']> {
  const { id, title, stage, goal } = step.source;
  return {
    playbook: playbook.id,
    id,
    at: step.at,
    ...(title !== undefined && { title }),
    ...(stage !== undefined && { stage }),
    ...(goal !== undefined && { goal }),
  };
}

function escalationGuidance(running: RunningEscalation, leads: boolean, session: Session): EscalationGuidance {
  const { kind, since, asked, told, playbook, at, because } = running;
  const rule = escalationOf(running, session);
  const source = rule?.source;
  const next = nextRung(source?.ladder ?? [], asked);
  const resolveBy = source?.resolveWithin === undefined ? undefined : since + source.resolveWithin * 1000;
  return {
    kind,
    id: publicId(running, session),
    leads,
    handover: isHandover(running),
    since,
    asked: [...asked],
    told: (source?.tell ?? []).map(({ id, ladder, text }, index) => {
      const toldSoFar = told[index] ?? [];
      const nextTold = nextRung(ladder, toldSoFar);
      return {
        rule: id,
        asked: [...toldSoFar],
        ...(text !== undefined && { text }),
        ...(nextTold && { next: nextTold }),
      };
    }),
    stayUntilAnswered: source?.stayUntilAnswered === true,
    overdue: resolveBy !== undefined && session.memory.now >= resolveBy,
    handOver: rule ? handedValues(rule, session) : [],
    because: { ...because },
    ...(source?.title !== undefined && { title: source.title }),
    ...(playbook !== undefined && { playbook }),
    ...(at && { at }),
    ...(next && { next }),
    ...(resolveBy !== undefined && { resolveBy }),
  };
}

/** What the rules in force still demand. */
function obligations(session: Session): Obligation[] {
  if (session.memory.state === 'closed') return [];
  return session.playbooks.rules.demands.flatMap((demand) => {
    const { source, boundary, rule, playbook, at, when } = demand;
    if (source.kind === 'order' || !isInForce(demand, session) || !isThere(demand, session)) return [];
    const needs = unmet(demand, [], session);
    if (needs === undefined) return [];
    const { kind, id } = milestoneOf(demand);
    return [
      {
        boundary: boundary.id,
        ...(boundary.title !== undefined && { title: boundary.title }),
        rule,
        playbook: playbook.id,
        at,
        needs,
        before: { kind, ...(id !== undefined && { id }) },
        because: session.moment.because(when),
        missing: session.moment.missing(when),
      },
    ];
  });
}

function openPromises(session: Session): OpenPromise[] {
  const { memory } = session;
  return memory.promises.flatMap(({ playbook, step, rule, promise, made, due }) => {
    const line = findPlaybook(playbook, session)
      ?.steps.get(step)
      ?.lines.find((candidate) => candidate.rule === rule);
    if (line === undefined) return [];
    return [{ promise, playbook, rule, at: line.at, made, due, overdue: memory.now >= due }];
  });
}

function runningFollowUps(session: Session): RunningFollowUp[] {
  return session.memory.followUps.flatMap(({ id, playbook, due, times }) => {
    const rule = session.playbooks.rules.followUps.find(
      (candidate) => candidate.source.id === id && candidate.playbook.id === playbook,
    );
    if (rule === undefined) return [];
    const { title } = rule.source;
    return [{ id, playbook, at: rule.at, due, times, ...(title !== undefined && { title }) }];
  });
}
