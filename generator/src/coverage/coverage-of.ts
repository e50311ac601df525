import type { Id, Playbook } from '@poise/runtime';
import type { ScenarioRun } from '../scenarios/run.ts';
import { COVERAGE_KINDS, type Coverage, type CoveredItem, type ScenarioName } from './coverage.ts';
import { linePoints } from './line-points.ts';
import { type Look, looksAt } from './look.ts';
import type { Point, Side } from './point.ts';
import { reactionPoints } from './reaction-points.ts';
import { rulePoints } from './rule-points.ts';
import { continuationPoints, stepPoints } from './step-points.ts';
import { thresholdPoints } from './threshold-points.ts';

/**
 * What scenarios cover of playbooks, by nothing but the documents and the guidance that they gave.
 *
 * What a library says is one thing, however many of the documents use it, and any scenario can cover it.
 *
 * @param documents what is to be covered
 * @param runs played with these documents and others
 */
export function coverageOf(documents: readonly Playbook[], runs: readonly ScenarioRun[]): Coverage {
  return { items: coveredItems(documents, runs).map(({ item }) => item) };
}

/** The same, each with all the scenarios that cover it. */
export function coveredItems(documents: readonly Playbook[], runs: readonly ScenarioRun[]): readonly CoveredItem[] {
  const tallies = new Map<string, Tally>();
  const pointsOf = new Map<Id, readonly Known[]>();
  for (const document of documents) {
    const known = pointsIn(document).map((point) => ({ point, key: keyOf(point) }));
    pointsOf.set(document.id, known);
    for (const { key, point } of known) tallies.set(key, tallies.get(key) ?? newTally(point));
  }
  for (const run of runs) tally(run, pointsOf, tallies);
  return [...tallies].map(([key, found]) => itemOf(key, found)).sort(inOrder);
}

interface Known {
  readonly point: Point;
  readonly key: string;
}

/** What has been found out so far of one thing. */
interface Tally {
  readonly point: Point;
  readonly scenarios: ScenarioName[];
  nearest: { readonly value: number; readonly distance: number } | undefined;
}

function pointsIn(document: Playbook): readonly Point[] {
  return [
    ...rulePoints(document),
    ...stepPoints(document),
    ...continuationPoints(document),
    ...linePoints(document),
    ...reactionPoints(document),
    ...thresholdPoints(document),
  ];
}

/** The same for what a library says in one document and in another. */
function keyOf({ kind, at, rule, name, missing }: Point): string {
  return JSON.stringify([kind, at.file, at.line, at.column, rule, name, missing]);
}

function newTally(point: Point): Tally {
  return { point, scenarios: [], nearest: undefined };
}

function tally(
  run: ScenarioRun,
  pointsOf: ReadonlyMap<Id, readonly Known[]>,
  tallies: ReadonlyMap<string, Tally>,
): void {
  const { playbook, title, at } = run.scenario;
  const covered = new Set<Tally>();
  for (const document of run.documents) {
    const looks = looksAt(document, run);
    for (const { point, key } of pointsOf.get(document.id) ?? []) {
      const found = tallies.get(key);
      if (!found) continue;
      const isCovered = 'seenIn' in point ? looks.some((look) => point.seenIn(look)) : isSeenClose(point, looks, found);
      if (isCovered) covered.add(found);
    }
  }
  for (const { scenarios } of covered) scenarios.push({ playbook, title, at });
}

/** Keeps the nearest value on the way. */
function isSeenClose(side: Side, looks: readonly Look[], found: Tally): boolean {
  let isClose = false;
  for (const value of looks.flatMap((look) => side.valuesIn(look))) {
    const distance = side.distanceOf(value);
    if (distance === undefined) continue;
    if (distance < (found.nearest?.distance ?? Number.POSITIVE_INFINITY)) found.nearest = { value, distance };
    isClose ||= distance <= side.reach;
  }
  return isClose;
}

function itemOf(id: string, { point, scenarios, nearest }: Tally): CoveredItem {
  const { kind, rule, playbook, at, name, missing } = point;
  const [first] = scenarios;
  const item = {
    kind,
    rule,
    ...(playbook !== undefined && { playbook }),
    at,
    name,
    missing,
    ...(nearest && 'inWords' in point && { nearest: point.inWords(nearest.value) }),
    hits: scenarios.length,
    ...(first && { coveredBy: first }),
  };
  return { id, item, scenarios };
}

function inOrder({ item: a }: CoveredItem, { item: b }: CoveredItem): number {
  const { at: one, kind: oneKind } = a;
  const { at: other, kind: otherKind } = b;
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return (
    one.line - other.line ||
    one.column - other.column ||
    COVERAGE_KINDS.indexOf(oneKind) - COVERAGE_KINDS.indexOf(otherKind)
  );
}
