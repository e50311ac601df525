/** What must come before what: which milestones are reached, and what isn't there yet. */
import type { Block, Needs } from '../generated/conversation.ts';
import type { Milestone } from '../generated/format.ts';
import type { PreparedDemand, PreparedPlaybook, PreparedStep } from '../prepared/rules.ts';
import { hasStarted, type Session } from './session.ts';

/**
 * The demands that stand in the way of a step: blocks, in order. `from` is the step that is left, if there is one, and `done` the steps that will be done then.
 */
export function blocksOfStep(
  to: PreparedStep,
  from: PreparedStep | undefined,
  session: Session,
  done: readonly string[] = session.memory.done,
): Block[] {
  const { playbook } = to;
  return session.playbooks.rules.demands.flatMap((demand) => {
    if (demand.own && (demand.playbook.id !== playbook.id || !isInForce(demand, session))) return [];
    return isReached(milestoneOf(demand), to, from) ? blocksOf(demand, [playbook], session, done) : [];
  });
}

/** The block of a demand that stands in the way of the close, if it does. */
export function blocksOfClose(demand: PreparedDemand, session: Session): Block[] {
  if (milestoneOf(demand).kind !== 'close' || !isInForce(demand, session)) return [];
  const started = session.playbooks.rules.playbooks.filter(({ id }) => hasStarted(session, id));
  return blocksOf(demand, demand.own ? [demand.playbook] : started, session, session.memory.done);
}

export function isInForce(rule: { readonly own: boolean; readonly playbook: PreparedPlaybook }, session: Session) {
  return !rule.own || hasStarted(session, rule.playbook.id);
}

export function milestoneOf({ source }: PreparedDemand): Milestone {
  if (source.kind === 'order') return source.later;
  return source.before ?? { kind: 'close' };
}

/** Whether what a demand comes before is in a playbook that it is about. */
export function isThere(demand: PreparedDemand, { playbooks }: Session): boolean {
  const milestone = milestoneOf(demand);
  const about = demand.own ? [demand.playbook] : playbooks.rules.playbooks;
  return milestone.kind === 'close' || about.some((playbook) => has(playbook, milestone));
}

function isReached(milestone: Milestone, to: PreparedStep, from: PreparedStep | undefined): boolean {
  if (milestone.kind === 'step') return milestone.id === to.source.id;
  if (milestone.kind === 'stage') return milestone.id === to.source.stage && from?.source.stage !== milestone.id;
  return false;
}

function blocksOf(
  demand: PreparedDemand,
  playbooks: readonly PreparedPlaybook[],
  session: Session,
  done: readonly string[],
): Block[] {
  const needs = unmet(demand, playbooks, session, done);
  if (needs === undefined) return [];
  const { moment } = session;
  return [
    {
      by: 'boundary',
      id: demand.boundary.id,
      ...(demand.boundary.title !== undefined && { title: demand.boundary.title }),
      rule: demand.rule,
      playbook: demand.playbook.id,
      at: demand.at,
      because: moment.because(demand.when),
      missing: moment.missing(demand.when),
      needs,
    },
  ];
}

/** What of a demand isn't there; undefined where all is, or nothing is asked. */
export function unmet(
  demand: PreparedDemand,
  playbooks: readonly PreparedPlaybook[],
  { memory, moment }: Session,
  done = memory.done as readonly string[],
): Needs | undefined {
  const { source, playbook } = demand;
  if (!moment.possible(demand.when)) return undefined;
  switch (source.kind) {
    case 'order': {
      const { kind, id = '' } = source.first;
      if (kind === 'close') return undefined;
      const isOwed = playbooks.some((of) => has(of, source.first) && !isDone(of, source.first, done));
      return isOwed ? { kind, ids: [id] } : undefined;
    }
    case 'mustRecord': {
      const ids = source.fields.filter((field) => isUnknown(field, playbook));
      return ids.length > 0 ? { kind: 'record', ids } : undefined;
    }
    case 'mustSay':
      return memory.said.includes(demand.number)
        ? undefined
        : { kind: 'say', ids: [source.wording ?? source.phrases ?? ''] };
    case 'mustOffer':
      return memory.offers.includes(source.offer) ? undefined : { kind: 'offer', ids: [source.offer] };
  }

  function isUnknown(field: string, { facts }: PreparedPlaybook): boolean {
    const number = facts.get(field);
    return number === undefined || moment.value(number) === null;
  }
}

/** Whether a playbook has such a step, or a step of that stage. */
function has({ source: { steps } }: PreparedPlaybook, { kind, id }: Milestone): boolean {
  return steps.some((step) => (kind === 'step' ? step.id === id : step.stage === id));
}

function isDone({ id: playbook, source }: PreparedPlaybook, milestone: Milestone, done: readonly string[]): boolean {
  return source.steps.some(
    ({ id, stage }) => (milestone.kind === 'step' ? id : stage) === milestone.id && done.includes(`${playbook}/${id}`),
  );
}
