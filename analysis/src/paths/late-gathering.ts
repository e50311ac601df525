import type { Condition, Line, Position, Step } from '@poise/runtime';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding, Mark } from '../finding.ts';
import { isDemandedField, ownFields } from './own-fields.ts';
import type { Paths } from './paths.ts';
import { gathers } from './situations.ts';

/**
 * Conditions of steps that need a field which is asked for only in later steps, on every path. It can be known there only when the playbook is gone through a second
 * time; so `skip when`, which may be meant for that, isn't looked at, nor a playbook that others run.
 */
export function checkLateGathering(paths: Paths): Finding[] {
  const { subject, edges, replay } = paths;
  if (!replay.startsItself) return [];
  const elsewhere = [...subject.escalations, ...subject.followUps, ...subject.agentCare].flatMap(({ lines }) => lines);
  return [...ownFields(subject)].flatMap((field): Finding[] => {
    const gatheredIn = edges.steps
      .filter(({ lines }) => lines.some((line) => gathers(line, field)))
      .map(({ id }) => id);
    const isElsewhere = elsewhere.some((line) => gathers(line, field) || mayGatherAnything(line));
    if (gatheredIn.length === 0 || isElsewhere || isDemandedField(field, subject)) return [];
    const known = fromAnyOf(
      edges.steps.filter(({ lines }) => lines.some((line) => gathers(line, field) || mayGatherAnything(line))),
      paths,
    );
    return edges.steps.flatMap((step): Finding[] => {
      if (known.has(step.id)) return [];
      return conditionsOf(step)
        .filter(({ condition }) => unlessTooLarge(() => needs(condition, field, paths)) === true)
        .map(({ at, mark }) => ({
          code: 'gathered-too-late',
          at,
          mark,
          data: { step: step.id, field, gatheredIn },
        }));
    });
  });
}

function mayGatherAnything({ kind }: Line): boolean {
  return kind === 'complete';
}

/** These steps and all to which a path leads from them, by name. */
function fromAnyOf(steps: readonly Step[], { edges }: Paths): ReadonlySet<string> {
  const found = new Set(steps.map(({ id }) => id));
  for (const id of found) for (const { to } of edges.from(id)) if (to !== undefined) found.add(to);
  return found;
}

interface ConditionOfStep {
  readonly condition: Condition;
  readonly at: Position;
  readonly mark: Mark;
}

function conditionsOf({ lines, exits, done, at }: Step): ConditionOfStep[] {
  const ofLines = [...lines, ...exits].flatMap(({ when, at }): ConditionOfStep[] =>
    when ? [{ condition: when, at, mark: 'when' }] : [],
  );
  return done ? [...ofLines, { condition: done, at, mark: 'done' }] : ofLines;
}

/** Whether a condition is never a sure yes while a field isn't known, though it may be one. @throws TooLarge */
function needs(condition: Condition, field: string, { space }: Paths): boolean {
  const [scope] = space.scopes;
  const fact = scope?.factOf(field);
  if (!scope || fact === undefined || !condition.facts.length) return false;
  const { certain } = scope.decide(condition);
  return space.canHold(certain) && !space.canHold(space.diagrams.and(certain, space.is(fact, null)));
}
