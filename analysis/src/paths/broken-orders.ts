import type { Milestone, OrderRule } from '@poise/runtime';
import { EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import type { Player } from '../replay/player.ts';
import { begin, goAlong, isHeldAtTheEnd, type Plan, placeOf, planOf, shownPath, walk } from './conversation.ts';
import type { MilestoneName, PathData } from './data.ts';
import { comesTo, isOf } from './milestones.ts';
import type { Paths } from './paths.ts';
import { type Path, pathsTo } from './search.ts';

/** How many paths are played before one gives up: the shortest ones. */
const MOST_PLAYED = 4;

/** Boundaries that say what comes before what, where a path comes to the later without the first. */
export function checkOrders(paths: Paths): Finding[] {
  return paths.subject.boundaries.flatMap((boundary) =>
    boundary.rules.flatMap((rule) => {
      const data = rule.kind === 'order' ? unlessTooLarge(() => brokenOrder(rule, paths)) : undefined;
      return data ? [{ code: 'order-broken' as const, ...placeOf(rule, boundary, paths), data }] : [];
    }),
  );
}

function brokenOrder(rule: OrderRule, paths: Paths): PathData['order-broken'] | undefined {
  const { edges, space, replay } = paths;
  const { first, later } = rule;
  const isThere = (milestone: Milestone) =>
    milestone.kind === 'close' ? replay.startsItself : edges.steps.some((step) => isOf(step, milestone));
  if (first.kind === 'close' || !isThere(first) || !isThere(later)) return undefined;
  const found = pathsTo(edges, space, {
    ...walk(paths),
    isGoal: (landing, from) => comesTo(later, landing, from, edges),
    mayPass: (id) => edges.steps.every((step) => step.id !== id || !isOf(step, first)),
  });
  let played = 0;
  for (const path of found) {
    if (played === MOST_PLAYED) break;
    played += 1;
    const plan = planOf(path, EVERYWHERE, new Map(), paths);
    const player = begin(plan, [], paths);
    if (!player || !isBroken(rule, path, plan, player, paths)) continue;
    return { first: nameOf(first), later: nameOf(later), path: shownPath(path, plan, paths) };
  }
  return undefined;
}

function isBroken({ id, later }: OrderRule, path: Path, plan: Plan, player: Player, paths: Paths): boolean {
  if (later.kind !== 'close') return isHeldAtTheEnd(plan, id, player, paths, path.start);
  return goAlong(plan, player, paths, path.start) && player.blocksOfClose().includes(id);
}

export function nameOf({ kind, id }: Milestone): MilestoneName {
  return { kind, ...(id !== undefined && { id }) };
}
