import type { Step } from '@poise/runtime';
import { type Diagram, EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import { bringAbout, nearestState } from '../replay/bring-about.ts';
import { begin, goAlong, planOf, walk } from './conversation.ts';
import type { Paths } from './paths.ts';
import { type Path, pathsTo } from './search.ts';
import { lineGuard } from './situations.ts';
import type { StepEdge } from './step-edges.ts';

/** How many times the steps have to go round before it is taken for a circle. */
const ROUNDS = 3;

/** How many ways to a circle are played before one gives up: the shortest ones. */
const MOST_PLAYED = 4;

/** How many ways are followed at once: where more are open, nothing is said. */
const MOST_OPEN = 200;

/**
 * Steps that go round by jumps alone: whatever happens moves the conversation on to the next of them, and no word of ours holds it.
 *
 * @param told steps of which it is told already that they never end
 */
export function checkCircles(paths: Paths, told: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  const inCircles = new Set(told);
  for (const step of paths.edges.steps) {
    if (inCircles.has(step.id)) continue;
    const circle = unlessTooLarge(() => circleFrom(step, paths));
    if (!circle) continue;
    for (const { from } of circle.moves) inCircles.add(from);
    const steps = [...circle.moves.map(({ from }) => from), step.id];
    const when = paths.space.circumstances(paths.space.witness(circle.states) ?? []);
    found.push({ code: 'circle-without-progress', at: step.at, data: { circle: steps, when } });
  }
  return found;
}

/** Jumps that lead back to where they began, and the states in which all of them are made. */
interface Circle {
  readonly moves: readonly StepEdge[];
  readonly states: Diagram;
}

/** The shortest circle through a step that a conversation really goes round in. @throws TooLarge */
function circleFrom(step: Step, paths: Paths): Circle | undefined {
  const { edges, space } = paths;
  const { diagrams } = space;
  let open: readonly Circle[] = [{ moves: [], states: nothingSaid(paths) }];
  for (let length = 1; length <= edges.steps.length && open.length <= MOST_OPEN; length += 1) {
    const next: Circle[] = [];
    for (const { moves, states } of open) {
      const from = moves.at(-1)?.to ?? step.id;
      const idle = diagrams.and(states, standsIdle(from, paths));
      for (const edge of edges.from(from)) {
        if (edge.how !== 'goTo' || edge.to === undefined) continue;
        if (edge.to !== step.id && moves.some((move) => move.from === edge.to)) continue;
        const all = { moves: [...moves, edge], states: diagrams.and(idle, edge.guard) };
        if (!space.canHold(all.states)) continue;
        if (edge.to !== step.id) next.push(all);
        else if (goesRound(all, paths)) return all;
      }
    }
    open = next;
  }
  return undefined;
}

/** The states in which a step neither runs another playbook nor hands over: that would be no standing still. */
function standsIdle(step: string, paths: Paths): Diagram {
  const { diagrams } = paths.space;
  const acting = (paths.edges.stepOf(step)?.lines ?? []).filter(
    ({ kind }) => kind === 'complete' || kind === 'escalate',
  );
  return diagrams.all(acting.map((line) => diagrams.not(lineGuard(line, paths))));
}

/** The states in an event without words, in a step in which we haven't replied. */
function nothingSaid({ space }: Paths): Diagram {
  const { diagrams, facts } = space;
  return diagrams.all(
    facts.all.map(({ origin, number }) => {
      if (origin.kind === 'says') return space.is(number, false);
      const isAttempts = origin.kind === 'builtin' && origin.name === 'attempts';
      return isAttempts ? space.is(number, 0) : EVERYWHERE;
    }),
  );
}

/** Whether a conversation comes to the circle, and then goes round in it though nobody says or does anything. @throws TooLarge */
function goesRound(circle: Circle, paths: Paths): boolean {
  const [first] = circle.moves;
  if (!first) return false;
  let played = 0;
  for (const path of pathsToBegin(first.from, circle.states, paths)) {
    if (played === MOST_PLAYED) return false;
    played += 1;
    if (goesRoundAfter(path, circle, paths)) return true;
  }
  return false;
}

function goesRoundAfter(path: Path, circle: Circle, paths: Paths): boolean {
  const { space } = paths;
  const plan = planOf(path, paths.carried.earlier(circle.states), new Map(), paths);
  const player = begin(plan, [], paths);
  if (!player) return false;
  // What leads to the circle may go round in it already.
  goAlong(plan, player, paths, path.start);
  const before = path.moves.length;
  const inCircle = () =>
    player.moves.every(
      ({ from }, index) => from === (path.moves[index] ?? circle.moves[(index - before) % circle.moves.length])?.from,
    );
  if (player.moves.length < before || !inCircle()) return false;
  const wanted = nearestState(circle.states, player, space);
  if (!wanted || !bringAbout(wanted, player, space)) return false;
  const rounds = circle.moves.length * ROUNDS;
  for (let event = 0; event < rounds; event += 1) player.do({ type: 'reports', values: {} });
  return player.isSound && inCircle() && player.moves.length >= before + rounds;
}

/** Ways to a step after which something may be so, the shortest first. @throws TooLarge */
function* pathsToBegin(step: string, then: Diagram, paths: Paths): Generator<Path> {
  const { edges, space, carried } = paths;
  const found = pathsTo(edges, space, { ...walk(paths), isGoal: ({ to }) => to === step, mayPass: () => true });
  for (const path of found) if (space.canHold(space.diagrams.and(carried.later(path.end), then))) yield path;
}
