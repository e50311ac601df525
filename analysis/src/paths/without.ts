import { type Diagram, NOWHERE } from '../diagrams/diagrams.ts';
import type { Player } from '../replay/player.ts';
import type { Assignment } from '../states/witness.ts';
import { begin, lastingly, meant, type Plan, planOf, startOf } from './conversation.ts';
import type { Paths } from './paths.ts';
import type { Providers } from './providers.ts';
import { type Path, pathsTo, type Search } from './search.ts';
import { asGathered, now, sometime, withKnownSignals } from './situations.ts';
import type { Landing } from './step-edges.ts';

/** A path on which nothing gives what is wanted, in one situation; and a conversation that has begun that way. */
export interface Lack {
  readonly path: Path;
  readonly plan: Plan;
  /** What is so all the time. */
  readonly situation: readonly Assignment[];
  readonly player: Player;
}

/** What is looked for: where a path ends, and in which states. */
export interface Sought extends Pick<Search, 'isGoal'> {
  /** What isn't given before a path's end, and by what it could be. */
  readonly providers: Providers;
  /** Whether the step at the end may give it, too. */
  readonly isGivenAtTheEnd: boolean;
  /** The states at the end of the path. */
  readonly atTheEnd: Diagram;
  /** The situations that come into question at all. */
  readonly situations: Diagram;
}

/** How many conversations are begun before one gives up: along the shortest paths. */
const MOST_PLAYED = 4;

/**
 * Paths on which nothing that is shown gives what is wanted, each in a situation in which all of it can be, the shortest first.
 *
 * @throws TooLarge
 */
export function* pathsWithout(sought: Sought, paths: Paths): Generator<Lack> {
  const { edges, space } = paths;
  const { diagrams } = space;
  const { providers, isGoal } = sought;
  const end = now(sought.atTheEnd, paths);
  const given = edges.steps.map(({ id }) => providers.inStep(id));
  const known = withKnownSignals([end, providers.elsewhere, ...given], paths);
  const all = diagrams.all([end, known, sought.situations, diagrams.not(providers.elsewhere)]);
  const without = (states: Diagram, to: string | undefined): Diagram =>
    to === undefined ? states : diagrams.and(states, diagrams.not(providers.inStep(to)));
  // What the step at the end gives comes too late, unless it counts there.
  const arrive = (states: Diagram, landing: Landing, from: string | undefined, steps: readonly string[]): Diagram => {
    if (!isGoal(landing, from)) return without(states, landing.to);
    const at = sought.isGivenAtTheEnd && landing.to !== undefined ? [...steps, landing.to] : steps;
    const atTheEnd = now(asGathered(sought.atTheEnd, at, paths), paths);
    return diagrams.and(sought.isGivenAtTheEnd ? without(states, landing.to) : states, atTheEnd);
  };
  const found = pathsTo(edges, space, {
    begin: (landing) => {
      const start = asGathered(diagrams.and(landing.guard, startOf(paths)), [], paths);
      return arrive(diagrams.and(all, sometime(start, paths)), landing, undefined, []);
    },
    go: (before, edge, steps) => {
      const guard = asGathered(meant(edge), steps, paths);
      return arrive(diagrams.and(before, sometime(guard, paths)), edge, edge.from, steps);
    },
    isGoal,
    mayPass: () => true,
  });
  let played = 0;
  for (const path of found) {
    if (played === MOST_PLAYED) return;
    played += 1;
    const situation = whatMatters(path.end, paths);
    const answers = new Map(
      situation.flatMap(({ fact, value }) => {
        const origin = space.origin(fact);
        return origin.kind === 'field' && value !== null ? [[origin.name, value] as const] : [];
      }),
    );
    const plan = planOf(path, lastingly(situation, paths), answers, paths);
    const player = begin(plan, situation, paths);
    if (player) yield { path, plan, situation, player };
  }
}

/** A situation: of signals only those that have to be known, and nothing of facts that may be anything in it, or anything known. */
function whatMatters(situations: Diagram, { space }: Paths): readonly Assignment[] {
  const { diagrams } = space;
  let left = space.within(situations);
  for (const fact of diagrams.supportOf(left)) {
    const unknown = diagrams.and(left, space.is(fact, null));
    if (space.origin(fact).kind === 'signal' && unknown !== NOWHERE) left = unknown;
    const withAny = diagrams.exists(left, (one) => one === fact);
    const values = space.valuesOf(fact).map((value) => space.is(fact, value));
    const anything = diagrams.and(withAny, diagrams.any(values));
    const anythingKnown = diagrams.and(anything, diagrams.not(space.is(fact, null)));
    if (left === anything || left === anythingKnown) left = withAny;
  }
  return (space.witness(left) ?? []).filter(({ fact, value }) => value !== null || space.origin(fact).kind === 'field');
}
