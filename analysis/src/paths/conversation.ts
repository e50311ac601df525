import type { Boundary, BoundaryRule } from '@poise/runtime';
import type { FactValue } from '@poise/runtime/rules';
import { type Diagram, EVERYWHERE } from '../diagrams/diagrams.ts';
import type { Finding } from '../finding.ts';
import { bringAbout, nearestState } from '../replay/bring-about.ts';
import { follow, makeMove, type PlannedMove } from '../replay/follow.ts';
import type { Player } from '../replay/player.ts';
import type { Assignment } from '../states/witness.ts';
import type { PathMove } from './data.ts';
import type { Paths } from './paths.ts';
import type { Path, Search } from './search.ts';
import { asGathered } from './situations.ts';
import type { StepEdge } from './step-edges.ts';

/** What is so when a move is made the way it is meant: an exit is taken, or the step is done. */
export function meant({ how, guard, usual }: StepEdge): Diagram {
  return how === 'next' ? usual : guard;
}

/** In which states the playbook starts by itself; everywhere for one that only others start. @throws TooLarge */
export function startOf({ space }: Paths): Diagram {
  return space.scopes[0]?.starts() ?? EVERYWHERE;
}

/**
 * How a conversation goes through the steps, for a search: what carries over from event to event. The event that starts the playbook goes on to the exits of the
 * step where it begins; from there on each move is an event of its own.
 */
export function walk(paths: Paths): Pick<Search, 'begin' | 'go'> {
  const { space, carried, edges } = paths;
  const { diagrams } = space;
  return {
    begin: ({ guard }) => asGathered(diagrams.and(guard, startOf(paths)), [], paths),
    go: (before, edge, steps) => {
      const guard = asGathered(meant(edge), steps, paths);
      if (steps.length > 1) return carried.later(diagrams.and(before, guard));
      const begun = carried.inSameEvent(before);
      const stayed = carried.later(diagrams.and(begun, edges.staying(edge.from)));
      return carried.later(diagrams.and(edge.how === 'next' ? stayed : diagrams.or(begun, stayed), guard));
    },
  };
}

/** What stays as it is during a conversation: signals have their value from the beginning, fields get theirs at some time. */
export function lastingly(state: readonly Assignment[], { space }: Paths): Diagram {
  const { diagrams } = space;
  return diagrams.all(
    state.flatMap(({ fact, value }) => {
      const { kind } = space.origin(fact);
      if (kind === 'signal') return [space.is(fact, value)];
      return kind === 'field' ? [diagrams.or(space.is(fact, value), space.is(fact, null))] : [];
    }),
  );
}

/** A conversation that is to be played along a path. */
export interface Plan {
  readonly start: Diagram;
  readonly moves: readonly PlannedMove[];
  readonly answers: ReadonlyMap<string, FactValue>;
}

/**
 * What has to be so for each move of a path, such that those after it can be made, too.
 *
 * @param throughout what is so all the time
 * @throws TooLarge
 */
export function planOf(path: Path, throughout: Diagram, answers: Plan['answers'], paths: Paths): Plan {
  const { space, carried, edges } = paths;
  const { diagrams } = space;
  let after: Diagram = EVERYWHERE;
  const moves = path.moves
    .toReversed()
    .map((edge) => {
      after = diagrams.all([meant(edge), throughout, carried.earlier(after)]);
      return { from: edge.from, to: edge.to, how: edge.how, goal: after };
    })
    .reverse();
  const [first] = moves;
  // The event that starts it goes on to the first move, or to none.
  const stays = first ? diagrams.and(edges.staying(first.from), carried.earlier(first.goal)) : EVERYWHERE;
  const goesOn = first && first.how !== 'next' ? diagrams.or(stays, first.goal) : stays;
  const start = diagrams.all([path.start.guard, startOf(paths), throughout, carried.inSameEvent(goesOn)]);
  return { start, moves, answers };
}

/** Opens a conversation in which the playbook starts; nothing if it isn't known how. @throws TooLarge */
export function begin(
  { start }: Plan,
  throughout: readonly Assignment[],
  { space, replay }: Paths,
): Player | undefined {
  const state = [...throughout, ...(space.witness(start) ?? [])];
  const reports: Record<string, boolean | number | string> = {};
  for (const { fact, value } of state) {
    const origin = space.origin(fact);
    if (origin.kind === 'signal' && value !== null) reports[origin.name] ??= value;
  }
  const player = replay.open(reports);
  if (!player) return undefined;
  if (player.step === undefined && player.moves.length === 0) {
    const wanted = nearestState(start, player, space);
    if (!wanted || !bringAbout(wanted, player, space)) return undefined;
  }
  return player;
}

/** Plays a path to its end. Tells whether it was gone as planned. @throws TooLarge */
export function goAlong({ moves, answers }: Plan, player: Player, { space }: Paths, start: Path['start']): boolean {
  if (moves.length === 0) return player.moves.length === 0 && player.step === start.to;
  return follow(moves, player, space, answers);
}

/** Plays a path whose last move is held back, or whose start is crossed, by this rule. Tells whether it was. @throws TooLarge */
export function isHeldAtTheEnd(plan: Plan, rule: string, player: Player, paths: Paths, start: Path['start']): boolean {
  const { moves, answers } = plan;
  const last = moves.at(-1);
  if (!last) return player.isHeldBack(rule, undefined, 0);
  const isHeld = () => player.isHeldBack(rule, last.to, moves.length - 1);
  goAlong({ ...plan, moves: moves.slice(0, -1) }, player, paths, start);
  if (player.moves.length === moves.length - 1 && !isHeld()) makeMove(last, isHeld, player, paths.space, answers);
  // Where the last move was held back another one may have been made instead.
  const stood = [...player.moves.map(({ from }) => from), player.step].slice(0, moves.length);
  return isHeld() && player.isSound && stood.every((step, at) => step === moves[at]?.from);
}

/** Where a finding about a boundary's rule is: at its line; of a house rule, which is right for others, at the beginning of the playbook. */
export function placeOf(
  { at }: Pick<BoundaryRule, 'at'>,
  { origin }: Pick<Boundary, 'origin'>,
  { edges }: Paths,
): Pick<Finding, 'at' | 'mark' | 'related'> {
  const [first] = edges.steps;
  return origin === 'house' && first ? { at: first.at, related: [{ at, role: 'demands' }] } : { at, mark: 'line' };
}

/**
 * A path as a finding shows it: where it begins, and each move with what it takes.
 *
 * @param isShown of which facts; what is so all the time is told apart
 * @throws TooLarge
 */
export function shownPath(path: Path, plan: Plan, { space }: Paths, isShown = (_fact: number) => true): PathMove[] {
  const { diagrams } = space;
  const shown = (to: string | undefined, skipped: readonly string[], guard: Diagram, goal: Diagram): PathMove => {
    const matters = new Set(diagrams.supportOf(guard).filter(isShown));
    const state = matters.size === 0 ? [] : (space.witness(goal) ?? []).filter(({ fact }) => matters.has(fact));
    return { ...(to !== undefined && { step: to }), skipped, when: space.circumstances(state) };
  };
  return [
    shown(path.start.to, path.start.skipped, path.start.guard, plan.start),
    ...path.moves.map((edge, index) =>
      shown(
        edge.to,
        edge.skipped,
        edge.how === 'next' && edge.skipped.length === 0 ? EVERYWHERE : edge.guard,
        plan.moves[index]?.goal ?? EVERYWHERE,
      ),
    ),
  ];
}
