/**
 * Situations: what stays as it is during one conversation. Signals have one value from beginning to end; fields get theirs at some time. That there is such a
 * conversation is enough for who looks for one.
 */
import type { Line } from '@poise/runtime';
import { type Diagram, EVERYWHERE } from '../diagrams/diagrams.ts';
import { shownWhere } from '../states/shown-where.ts';
import type { Paths } from './paths.ts';

/** In which states a line is shown. @throws TooLarge */
export function lineGuard(line: Line, { space }: Paths): Diagram {
  const [scope] = space.scopes;
  return scope ? shownWhere(line, scope, space) : EVERYWHERE;
}

/** The situations in which some state holds at a given time. @throws TooLarge */
export function now(states: Diagram, { space }: Paths): Diagram {
  return space.diagrams.exists(space.within(states), (fact) => !isLasting(fact, space));
}

/** The situations in which some state may hold at some time: also before fields have got their values. @throws TooLarge */
export function sometime(states: Diagram, paths: Paths): Diagram {
  const { space, situations } = paths;
  const { diagrams } = space;
  const known = situations.get(states);
  if (known !== undefined) return known;
  let all = now(states, paths);
  for (const fact of diagrams.supportOf(all)) {
    if (space.origin(fact).kind !== 'field') continue;
    const stillUnknown = diagrams.and(all, space.is(fact, null));
    all = diagrams.or(
      all,
      diagrams.exists(stillUnknown, (one) => one === fact),
    );
  }
  situations.set(states, all);
  return all;
}

/**
 * The states in which no field is known that nothing has asked for.
 *
 * @param steps those that one has been in, the present one included
 * @throws TooLarge
 */
export function asGathered(states: Diagram, steps: readonly string[], { space, subject, edges }: Paths): Diagram {
  const { diagrams } = space;
  const others = [...subject.escalations, ...subject.followUps, ...subject.agentCare];
  const isGathered = (name: string) =>
    steps.some((id) => edges.stepOf(id)?.lines.some((line) => gathers(line, name))) ||
    others.some(({ lines }) => lines.some((line) => gathers(line, name)));
  return diagrams.all([
    states,
    ...diagrams.supportOf(states).flatMap((fact) => {
      const origin = space.origin(fact);
      return origin.kind === 'field' && !isGathered(origin.name) ? [space.is(fact, null)] : [];
    }),
  ]);
}

/** Whether a line asks for a field, or has it recorded. */
export function gathers(line: Line, field: string): boolean {
  return (line.kind === 'ask' && line.field === field) || (line.kind === 'record' && line.fields.includes(field));
}

/** The situations in which all signals that matter to these are known. */
export function withKnownSignals(diagrams: readonly Diagram[], { space }: Paths): Diagram {
  const signals = new Set(
    diagrams
      .flatMap((diagram) => space.diagrams.supportOf(diagram))
      .filter((fact) => space.origin(fact).kind === 'signal'),
  );
  return space.diagrams.all([...signals].map((fact) => space.diagrams.not(space.is(fact, null))));
}

/** Whether a fact has one value in a situation. */
export function isLasting(fact: number, space: Paths['space']): boolean {
  const { kind } = space.origin(fact);
  return kind === 'signal' || kind === 'field';
}
