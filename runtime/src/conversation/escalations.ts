/** Escalations: how they start, whom they ask, how they end. */
import type { Asked, HandedValue, Place } from '../generated/conversation.ts';
import type { Rung } from '../generated/format.ts';
import { hoursOf } from '../prepared/facts.ts';
import { isOpen } from '../prepared/hours.ts';
import type { PreparedEscalation, PreparedPlaybook } from '../prepared/rules.ts';
import type { Value } from '../prepared/values.ts';
import { isInForce } from './demands.ts';
import { blocksOfRuleActing } from './judge.ts';
import type { RunningEscalation } from './memory.ts';
import { add, remove } from './records.ts';
import { beats, findPlaybook, isHandover, leadingFrame } from './runs.ts';
import { fault, happen, holdBack, type Session } from './session.ts';
import { isEnterable, startRun } from './starts.ts';
import { continueInstead } from './steps.ts';
import { textOfFact } from './texts.ts';

/** The phase of escalations: starts those whose condition begins to hold. */
export function startEscalations(session: Session): void {
  const { memory, moment, playbooks } = session;
  for (const rule of playbooks.rules.escalations) {
    if (!isInForce(rule, session)) continue;
    if (!moment.certain(rule.when)) {
      remove(memory.held, rule.number);
      continue;
    }
    const begins = !memory.held.includes(rule.number) && !isRunning(rule.key, session);
    const handsOver = rule.source.ladder.length > 0;
    const blocks = begins && handsOver ? blocksOfRuleActing({ type: 'agentEscalates' }, session) : [];
    if (blocks.length > 0) {
      holdBack(session, { what: 'escalation', rule: rule.rule, playbook: rule.playbook.id, at: rule.at, blocks });
      continue;
    }
    add(memory.held, rule.number);
    if (begins) start(rule, session);
  }
}

function start(rule: PreparedEscalation, session: Session): void {
  const { memory, moment } = session;
  const { source, playbook } = rule;
  const first = (ladder: readonly Rung[]): readonly Asked[] =>
    ladder.slice(0, 1).map(({ team }) => ask(team, playbook, session));
  memory.escalations.push({
    kind: 'escalation',
    id: rule.key,
    playbook: playbook.id,
    since: memory.now,
    at: rule.at,
    because: moment.because(rule.when),
    asked: first(source.ladder),
    told: source.tell.map(({ ladder }) => first(ladder)),
  });
  happen(session, 'escalation', source.id, rule.own ? playbook.id : undefined, rule);
  const next = rule.continueWith.find(({ when }) => moment.certain(when));
  if (next) continueWith(next.playbook, rule, session);
}

/** Another playbook goes on in the place of the one at work, or begins a run of its own. */
function continueWith(id: string, rule: PreparedEscalation, session: Session): void {
  const playbook = findPlaybook(id, session);
  const present = leadingFrame(session);
  if (present?.playbook.id === id) return;
  if (playbook === undefined || !isEnterable(playbook, present?.run, present?.frame, session)) {
    fault(session, 'absentPlaybook', id);
  } else if (present) {
    continueInstead(present, playbook, rule, session);
  } else {
    startRun(playbook, session, rule);
  }
}

/** Begins a handover that isn't an escalation's: a ladder of one team. None starts while it runs. */
export function beginHandover(
  handover: {
    readonly kind: Exclude<RunningEscalation['kind'], 'escalation'>;
    readonly id: string;
    readonly team: string;
    readonly playbook: PreparedPlaybook | undefined;
    readonly at: Place | undefined;
    readonly because: Readonly<Record<string, Value>>;
  },
  session: Session,
): void {
  const { kind, id, team, playbook, at, because } = handover;
  const { memory } = session;
  const owner = kind === 'agent' ? undefined : playbook?.id;
  // The ids of lines and rules hold within their document only.
  if (memory.escalations.some((running) => running.id === id && running.playbook === owner)) return;
  const asked = [playbook ? ask(team, playbook, session) : { team, asked: team, time: memory.now }];
  memory.escalations.push({ kind, id, playbook: owner, since: memory.now, at, because, asked, told: [] });
}

export function isRunning(id: string, { memory }: Session): boolean {
  return memory.escalations.some((running) => running.id === id);
}

/** Asks a team, or who stands in for it while it is closed. */
export function ask(team: string, { source }: PreparedPlaybook, { memory }: Session): Asked {
  return { team, asked: whoIsThere(team, source, memory.now), time: memory.now };
}

/** The first of a team and its stand-ins that isn't closed; null where all of them are. */
export function whoIsThere(team: string, source: PreparedPlaybook['source'], now: number): string | null {
  const seen = new Set<string>();
  let next: string | undefined = team;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const hours = hoursOf(source, next);
    if (isOpen(hours, Math.floor(now / 1000)) !== false) return next;
    next = hours.team.otherwise;
  }
  return null;
}

/** The next rung of a ladder, and when it is due. */
export function nextRung(ladder: readonly Rung[], asked: readonly Asked[]): { team: string; time: number } | undefined {
  const rung = ladder[asked.length];
  const last = asked.at(-1);
  return rung && last && { team: rung.team, time: last.time + rung.after * 1000 };
}

/** Asks and tells whoever is due by now. */
export function climbLadders(session: Session): void {
  const { memory, playbooks } = session;
  for (const running of memory.escalations) {
    const rule = playbooks.rules.escalations.find(({ key }) => key === running.id);
    if (rule === undefined) continue;
    const climb = (ladder: readonly Rung[], asked: readonly Asked[]): readonly Asked[] => {
      const next = nextRung(ladder, asked);
      return next && next.time <= memory.now ? [...asked, ask(next.team, rule.playbook, session)] : asked;
    };
    running.asked = climb(rule.source.ladder, running.asked);
    running.told = rule.source.tell.map(({ ladder }, index) => climb(ladder, running.told[index] ?? []));
  }
}

/** A team takes over what it has been asked or told about. */
export function answer(team: string, session: Session): void {
  const { memory, playbooks, call } = session;
  const answered = memory.escalations.filter(({ asked, told }) =>
    [...asked, ...told.flat()].some((entry) => entry.asked === team),
  );
  if (answered.length === 0) fault(session, 'notAsked', team);
  for (const running of answered) {
    remove(memory.escalations, running);
    if (!isHandover(running)) continue;
    const rule = playbooks.rules.escalations.find(({ key }) => key === running.id);
    const values = rule ? handedValues(rule, session) : [];
    call.handovers.push({
      escalation: rule?.source.id ?? running.id,
      ...(running.playbook !== undefined && { playbook: running.playbook }),
      team,
      values,
    });
  }
}

/** What a colleague gets to see, with the values of now. */
export function handedValues({ source, playbook }: PreparedEscalation, { moment }: Session): HandedValue[] {
  return source.handOver.map((fact) => {
    const title = titleOf(fact, playbook);
    return {
      fact,
      ...(title !== undefined && { title }),
      value: moment.value(playbook.facts.get(fact) ?? -1),
      text: textOfFact(fact, playbook, moment) ?? '',
    };
  });
}

function titleOf(id: string, { source }: PreparedPlaybook): string | undefined {
  const fact = source.facts.find((candidate) => candidate.id === id);
  return fact && 'title' in fact ? fact.title : undefined;
}

/** An escalation is settled, by its id or that of the rule that began it. */
export function endEscalation(id: string, session: Session): void {
  const { memory } = session;
  const ended = memory.escalations.filter((running) => publicId(running, session) === id);
  if (ended.length === 0) fault(session, 'notRunning', id);
  for (const running of ended) remove(memory.escalations, running);
}

/** What the guidance calls a running escalation. */
export function publicId(running: RunningEscalation, session: Session): string {
  return escalationOf(running, session)?.source.id ?? running.id;
}

export function escalationOf(running: RunningEscalation, { playbooks }: Session): PreparedEscalation | undefined {
  return running.kind === 'escalation' ? playbooks.rules.escalations.find(({ key }) => key === running.id) : undefined;
}

/** The running escalations in order of lead: the first one leads. */
export function escalationsInOrder(session: Session): readonly RunningEscalation[] {
  const { memory, playbooks } = session;
  if (memory.escalations.length < 2) return memory.escalations;
  const running = memory.escalations.map((escalation) => ({ escalation, rule: escalationOf(escalation, session) }));
  const place = (rule: PreparedEscalation | undefined) =>
    rule ? playbooks.rules.escalations.indexOf(rule) : playbooks.rules.escalations.length;
  const inOrder = running.toSorted((a, b) => place(a.rule) - place(b.rule));
  const asBeating = ({ source }: PreparedEscalation) => ({
    id: source.id,
    beats: { everything: source.beats.everything, others: source.beats.escalations },
  });
  const isBeaten = (rule: PreparedEscalation | undefined) =>
    running.some(({ rule: other }) => {
      if (other === undefined || other === rule) return false;
      if (rule === undefined) return other.source.beats.everything;
      return beats(asBeating(other), asBeating(rule));
    });
  const free = inOrder.filter(({ rule }) => !isBeaten(rule));
  const leading = free.length === 0 ? inOrder : [...free, ...inOrder.filter((entry) => !free.includes(entry))];
  return leading.map(({ escalation }) => escalation);
}
