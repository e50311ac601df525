import type { Step } from '@poise/runtime';
import { NOWHERE } from '../diagrams/diagrams.ts';
import type { Finding } from '../finding.ts';
import type { Paths } from './paths.ts';

/** Steps that no path reaches, and circles of steps that no path leaves. @throws TooLarge */
export function checkStepGraph(paths: Paths): Finding[] {
  const { edges, reached } = paths;
  const { steps } = edges;
  const isReached = ({ id }: Step) => reached.at(id) !== NOWHERE;
  const taken = new Map(steps.map(({ id }) => [id, edges.from(id).filter(reached.isTaken)]));
  const following = (id: string) => (taken.get(id) ?? []).flatMap(({ to }) => to ?? []);
  const into = new Map<string, string[]>(steps.map(({ id }) => [id, []]));
  for (const { id } of steps) for (const to of following(id)) into.get(to)?.push(id);
  // Handing the conversation over is a way out, too.
  const leadsOut = ({ id, lines }: Step) =>
    lines.some(({ kind }) => kind === 'escalate') || (taken.get(id) ?? []).some(({ to }) => to === undefined);
  const leadingOut = closure(
    steps.filter(leadsOut).map(({ id }) => id),
    (id) => into.get(id) ?? [],
  );
  const stuck = steps.filter((step) => isReached(step) && !leadingOut.has(step.id));
  const around = (id: string): Set<string> => closure(following(id), following);
  // Of all that is stuck, what the others run into: each step of such a circle leads back to every other.
  const circles = stuck.filter((step, index) => {
    const circle = around(step.id);
    const isFirst = !stuck.slice(0, index).some((earlier) => circle.has(earlier.id));
    return isFirst && [...circle].every((id) => around(id).has(step.id));
  });
  return [
    ...steps
      .filter((step) => !isReached(step))
      .map(
        (step): Finding => ({
          code: 'unreachable-step',
          at: step.at,
          data: {
            step: step.id,
            ways: steps.filter((from) => isReached(from) && names(from, step)).map(({ id }) => id),
          },
        }),
      ),
    ...circles.map((step): Finding => {
      const circle = [...closure([step.id], following), step.id];
      return { code: 'no-way-out', at: step.at, data: { step: step.id, circle } };
    }),
  ];
}

/** Whether a step would lead to another one, if its conditions could come true there. */
function names({ exits, next }: Step, { id }: Step): boolean {
  const always = exits.findIndex(({ when }) => when === undefined);
  const open = always < 0 ? exits : exits.slice(0, always + 1);
  return open.some((exit) => exit.kind === 'goTo' && exit.step === id) || (always < 0 && next === id);
}

function closure(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const id of reached) for (const following of next(id)) reached.add(following);
  return reached;
}
