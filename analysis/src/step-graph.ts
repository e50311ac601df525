import type { Step } from '@poise/runtime';
import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';

/** Where a step can lead: other steps, by id, and whether out of the playbook. */
interface Ways {
  readonly steps: readonly string[];
  readonly out: boolean;
}

/**
 * Every way that a step's conditions don't rule out by their form: an exit without condition is always taken, so that nothing after it is; one
 * with a condition may be taken or not. Handing the conversation over is a way out, too.
 */
function waysFrom(step: Step): Ways {
  const handsOver = step.lines.some((line) => line.kind === 'escalate');
  const always = step.exits.findIndex((exit) => !exit.when);
  const exits = always < 0 ? step.exits : step.exits.slice(0, always + 1);
  const steps = exits.flatMap((exit) => (exit.kind === 'goTo' ? [exit.step] : []));
  const leaves = handsOver || exits.some((exit) => exit.kind === 'continueWith');
  if (always >= 0) return { steps, out: leaves };
  return step.next === undefined ? { steps, out: true } : { steps: [...steps, step.next], out: leaves };
}

/** Steps that no path reaches, and circles of steps that no path leaves. */
export function checkStepGraph({ steps }: Subject): Finding[] {
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
  const around = (id: string): Set<string> => closure(waysOf(id).steps, (following) => waysOf(following).steps);
  // Of all that is stuck, what the others run into: each step of such a circle leads back to every other.
  const circles = stuck.filter((step, index) => {
    const circle = around(step.id);
    const isFirst = !stuck.slice(0, index).some((earlier) => circle.has(earlier.id));
    return isFirst && [...circle].every((id) => around(id).has(step.id));
  });
  return [
    ...unreachable.map((step): Finding => ({ code: 'unreachable-step', at: step.at, data: { step: step.id } })),
    ...circles.map((step): Finding => {
      const circle = [...closure([step.id], (id) => waysOf(id).steps), step.id];
      return { code: 'no-way-out', at: step.at, data: { step: step.id, circle } };
    }),
  ];
}

function closure(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const id of reached) for (const following of next(id)) reached.add(following);
  return reached;
}
