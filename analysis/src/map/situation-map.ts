/** A map of situations: what the values of a few chosen facts lead to, whatever else is so. */
import type { Origin } from '@poise/runtime/prepared';
import type { FactValue } from '@poise/runtime/rules';
import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import { settled } from '../states/settled.ts';
import { StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { isBeatenBy } from '../together/beats.ts';
import { type Axis, axisOf, type CutFact, cutFactOf, type NoAxis } from './axes.ts';
import { type Outcome, type OutcomeIn, startsIn, waysIn } from './outcomes.ts';
import { shownSubjects } from './shown-subjects.ts';

/** What a situation leads to. */
export interface Lead {
  readonly outcome: Outcome;
  /** `always`, whatever the other facts are; `may`, where it depends on them. */
  readonly how: 'always' | 'may';
  /** The other facts that it depends on; none where it is always so. */
  readonly dependsOn: readonly Dependence[];
  /** A playbook that always starts here too, and keeps this one from it. */
  readonly beatenBy?: string;
}

/** Another fact, by what kind it is and the name it has, if any. */
export interface Dependence {
  readonly kind: Origin['kind'];
  readonly name?: string;
}

/** One value of each fact, or rather one stretch of values. */
export interface Situation {
  /** For each axis, the place of one of its stretches. */
  readonly at: readonly number[];
  readonly leads: readonly Lead[];
}

export interface SituationMap {
  readonly playbooks: readonly string[];
  readonly axes: readonly Axis[];
  /** All situations that can be, by the first axis, then the second, and so on. */
  readonly situations: readonly Situation[];
  /** What the facts of the axes make no difference to. */
  readonly elsewhere: readonly Lead[];
}

/** Why there is no map. */
export type NoMap =
  | { readonly kind: 'axis'; readonly fact: string; readonly why: NoAxis }
  /** There would be more situations than anybody could look at, or find out about. */
  | { readonly kind: 'tooLarge' };

/** More situations than that are no map any more. */
const MOST_SITUATIONS = 2_000;

/**
 * Draws the map of some playbooks: of those that are active, unless none of them is. Where there is only one, the ways through its steps are on it, too.
 *
 * @param facts the names of those that it is drawn over
 */
export function situationMap(given: readonly Subject[], facts: readonly string[]): SituationMap | NoMap {
  const subjects = shownSubjects(given);
  const space = new StateSpace(subjects);
  const cut: CutFact[] = [];
  for (const fact of facts) {
    const found = cutFactOf(fact, space);
    if ('kind' in found) return { kind: 'axis', fact, why: found };
    cut.push(found);
  }
  return unlessTooLarge(() => draw(subjects, cut, space)) ?? { kind: 'tooLarge' };
}

/** An outcome, by the facts of the axes alone: where it may come about, and where it always does. */
interface Projected extends OutcomeIn {
  readonly may: Diagram;
  readonly always: Diagram;
}

function draw(subjects: readonly Subject[], cut: readonly CutFact[], space: StateSpace): SituationMap | undefined {
  const { diagrams } = space;
  const isOther = (fact: number) => !cut.some((axis) => axis.fact === fact);
  const [only] = subjects;
  const ways = subjects.length === 1 && only ? waysIn(only, 0, space) : [];
  const outcomes = [...startsIn(subjects, space), ...ways].map(
    (one): Projected => ({
      ...one,
      may: diagrams.exists(space.within(one.when), isOther),
      always: diagrams.not(diagrams.exists(space.within(diagrams.not(one.when)), isOther)),
    }),
  );
  const axes = cut.map((axis) => {
    const leadsTo = (value: FactValue) =>
      outcomes
        .flatMap(({ may, always }) => [may, always])
        .map((diagram) => settled(space, diagram, (fact) => (fact === axis.fact ? value : undefined)))
        .join();
    return axisOf(axis, space, leadsTo);
  });
  const sizes = axes.map(({ groups }) => groups.length);
  if (sizes.reduce((product, size) => product * size, 1) > MOST_SITUATIONS) return undefined;
  const oneOf = (fact: number, values: readonly FactValue[]) =>
    diagrams.any(values.map((value) => space.is(fact, value)));
  const canBe = space.within(diagrams.all(cut.map(({ fact, values }) => oneOf(fact, values))));
  const situations = placesOf(sizes)
    .map((at): Region => {
      const taken = at.map((place, axis) => ({ fact: cut[axis]?.fact ?? -1, values: axes[axis]?.groups[place] ?? [] }));
      const first = new Map(taken.map(({ fact, values: [value] }) => [fact, value]));
      return {
        at,
        // All values of a stretch lead to the same: one stands for them.
        valueFor: (fact) => first.get(fact),
        whole: diagrams.all(taken.map(({ fact, values }) => oneOf(fact, values))),
      };
    })
    .filter(({ valueFor }) => settled(space, canBe, valueFor) !== NOWHERE);
  const found = outcomes.map((outcome) => situations.map((region) => leadTo(outcome, region, isOther, space)));
  const isOnMap = found.map((leads) => new Set(leads.map((lead) => lead?.how)).size > 1);
  return {
    playbooks: subjects.map(({ id }) => id),
    axes: axes.map(({ axis }) => axis),
    situations: situations.map(({ at }, place) => ({
      at,
      leads: beaten(
        found.flatMap((leads, outcome) => (isOnMap[outcome] && leads[place]) || []),
        subjects,
      ),
    })),
    elsewhere: outcomes.flatMap((outcome, place) => (!isOnMap[place] && elsewhere(outcome, isOther, space)) || []),
  };
}

/** The values of the axes' facts in one situation. */
interface Region {
  readonly at: readonly number[];
  readonly valueFor: (fact: number) => FactValue | undefined;
  readonly whole: Diagram;
}

/** What an outcome is that is the same in all situations. */
function elsewhere(outcome: Projected, isOther: (fact: number) => boolean, space: StateSpace): Lead | undefined {
  const { when } = outcome;
  if (!space.canHold(when)) return undefined;
  if (!space.canHold(space.diagrams.not(when))) return { outcome: outcome.outcome, how: 'always', dependsOn: [] };
  return { outcome: outcome.outcome, how: 'may', dependsOn: dependencesIn(when, isOther, space) };
}

/** What an outcome is to a situation; nothing where it can't come about there. */
function leadTo(
  { outcome, may, always, when }: Projected,
  { valueFor, whole }: Region,
  isOther: (fact: number) => boolean,
  space: StateSpace,
): Lead | undefined {
  if (settled(space, may, valueFor) === NOWHERE) return undefined;
  if (settled(space, always, valueFor) !== NOWHERE) return { outcome, how: 'always', dependsOn: [] };
  return { outcome, how: 'may', dependsOn: dependencesIn(space.diagrams.and(whole, when), isOther, space) };
}

function dependencesIn(when: Diagram, isOther: (fact: number) => boolean, space: StateSpace): readonly Dependence[] {
  const others = space.diagrams.supportOf(when).filter(isOther);
  const named = others.map((fact) => dependenceOn(space.origin(fact)));
  return [...new Map(named.map((one) => [JSON.stringify(one), one])).values()];
}

function dependenceOn(origin: Origin): Dependence {
  const { kind } = origin;
  switch (kind) {
    case 'signal':
    case 'field':
    case 'builtin':
      return { kind, name: origin.name };
    case 'countWithin':
      return { kind, name: origin.signal };
    case 'approved':
      return { kind, name: origin.team };
    case 'isOpen':
      return { kind, name: origin.hours.team.id };
    default:
      return { kind };
  }
}

/** A playbook doesn't start where another one always starts that beats it. */
function beaten(leads: readonly Lead[], subjects: readonly Subject[]): readonly Lead[] {
  const starting = leads.flatMap(({ outcome, how }) =>
    outcome.kind === 'playbook' && how === 'always' ? [outcome.playbook] : [],
  );
  return leads.map((lead) => {
    const { outcome } = lead;
    if (outcome.kind !== 'playbook') return lead;
    const own = subjects.find(({ id }) => id === outcome.playbook);
    const by = subjects.find((other) => own && starting.includes(other.id) && isBeatenBy(own, other));
    return by ? { ...lead, beatenBy: by.id } : lead;
  });
}

/** All places in a grid of these sizes, the last changing fastest. */
function placesOf(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (places, size) => places.flatMap((at) => Array.from({ length: size }, (_, next) => [...at, next])),
    [[]],
  );
}
