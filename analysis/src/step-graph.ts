import type { Playbook, Step } from '@poise/runtime';
import type { Finding } from './finding.ts';

/** Where a step can lead: other steps, by id, and whether out of the playbook. */
interface Ways {
  readonly steps: readonly string[];
  readonly out: boolean;
}

/**
 * Every way that a step's conditions don't rule out by their form: an exit without condition is always taken, so that nothing after it is; one with a
 * condition may be taken or not.
 */
function waysFrom(step: Step): Ways {
  const steps: string[] = [];
  for (const exit of step.exits) {
    if (exit.kind === 'goTo') steps.push(exit.step);
    else if (!exit.when) return { steps, out: true };
    if (!exit.when) return { steps, out: false };
  }
  const leaves = step.exits.some((exit) => exit.kind === 'continueWith') || step.lines.some((line) => line.kind === 'escalate');
  if (step.next === undefined) return { steps, out: true };
  return { steps: [...steps, step.next], out: leaves };
}

/** Steps that no path reaches, and circles of steps that no path leaves. */
export function checkStepGraph({ steps }: Playbook): Finding[] {
  const [first] = steps;
  if (!first) return [];
  const ways = new Map(steps.map((step) => [step.id, waysFrom(step)]));
  const waysOf = (id: string): Ways => ways.get(id) ?? { steps: [], out: true };
  const reached = closure([first.id], (id) => waysOf(id).steps);
  const into = new Map<string, string[]>(steps.map((step) => [step.id, []]));
  for (const step of steps) for (const following of waysOf(step.id).steps) into.get(following)?.push(step.id);
  const leadingOut = closure(
    steps.filter((step) => waysOf(step.id).out).map((step) => step.id),
    (id) => into.get(id) ?? [],
  );
  const unreachable = steps.filter((step) => !reached.has(step.id));
  const stuck = steps.filter((step) => reached.has(step.id) && !leadingOut.has(step.id));
  const circles = stuck.filter((step, index) => {
    const around = closure([step.id], (id) => waysOf(id).steps);
    return !stuck.slice(0, index).some((earlier) => around.has(earlier.id));
  });
  return [
    ...unreachable.map((step): Finding => ({ code: 'unreachable-step', at: step.at, data: { step: step.id } })),
    ...circles.map((step): Finding => {
      const circle = [...closure([step.id], (id) => waysOf(id).steps)];
      return { code: 'no-way-out', at: step.at, data: { step: step.id, circle } };
    }),
  ];
}

function closure(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const id of reached) for (const following of next(id)) reached.add(following);
  return reached;
}
