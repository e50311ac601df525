import type { Step } from '@poise/runtime';
import { EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import { shownWhere } from '../states/shown-where.ts';
import type { Scope, StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';

/** Steps that have words for the customer on some channels, and on another one on which they can be entered no line at all. */
export function checkSilentChannels(subject: Subject, space: StateSpace): Finding[] {
  const [scope] = space.scopes;
  const channel = scope?.factOf('channel');
  const declared = subject.facts.find(({ id }) => id === 'channel');
  if (!scope || channel === undefined || !declared || !('type' in declared) || declared.type.type !== 'choice')
    return [];
  const { choices } = declared.type as { readonly choices: readonly string[] };
  const found = unlessTooLarge(() => {
    const looks = choices.map((name) => ({ name, look: lookOn(channel, name, scope, space) }));
    const entered = looks.map(({ name, look }) => ({ name, look, steps: enteredSteps(subject, look) }));
    return subject.steps.flatMap((step): Finding[] => {
      const speaks = looks.some(({ look }) => look.hasWords(step));
      const silent = entered.filter(({ look, steps }) => steps.has(step.id) && look.isSilent(step));
      if (!speaks || silent.length === 0) return [];
      const data = { step: step.id, channels: silent.map(({ name }) => name) };
      return [{ code: 'channel-without-words', at: step.at, data }];
    });
  });
  return found ?? [];
}

/** A playbook as it is on one channel. */
interface Look {
  readonly starts: (subject: Subject) => boolean;
  readonly isSkipped: (step: Step) => boolean;
  /** The steps that exits may lead to. */
  readonly exits: (step: Step) => readonly string[];
  /** Whether its ways out are always taken, so that it doesn't come to the next step. */
  readonly isLeftByExits: (step: Step) => boolean;
  readonly hasWords: (step: Step) => boolean;
  /** Whether nobody who is in the step sees any line, nor is it left by itself. */
  readonly isSilent: (step: Step) => boolean;
}

function lookOn(channel: number, name: string, scope: Scope, space: StateSpace): Look {
  const { diagrams } = space;
  const here = space.is(channel, name);
  const certain = ({ when }: Pick<Step['exits'][number], 'when'>) => (when ? scope.decide(when).certain : EVERYWHERE);
  const canBe = (holds: number) => space.canHold(diagrams.and(holds, here));
  const isLeftByExits = (step: Step) => space.includes(diagrams.any(step.exits.map(certain)), here);
  const isShown = (line: Step['lines'][number]) => canBe(shownWhere(line, scope, space));
  return {
    starts: ({ triggers }) => triggers.length === 0 || triggers.some((trigger) => canBe(certain(trigger))),
    isSkipped: ({ skip }) => skip !== undefined && space.includes(scope.decide(skip).certain, here),
    exits: (step) => step.exits.flatMap((exit) => (exit.kind === 'goTo' && canBe(certain(exit)) ? [exit.step] : [])),
    isLeftByExits,
    hasWords: ({ lines }) => lines.some((line) => (line.kind === 'say' || line.kind === 'ask') && isShown(line)),
    isSilent: (step) =>
      !step.lines.some(isShown) &&
      !isLeftByExits(step) &&
      !(step.done && space.includes(scope.decide(step.done).certain, here)),
  };
}

/** The steps that can be entered on a channel, as far as conditions on the channel tell. */
function enteredSteps(subject: Subject, look: Look): ReadonlySet<string> {
  const [first] = subject.steps;
  const byId = new Map(subject.steps.map((step) => [step.id, step]));
  const reached = new Set<string>(first && look.starts(subject) ? [first.id] : []);
  const entered = new Set<string>();
  for (const id of reached) {
    const step = byId.get(id);
    if (!step) continue;
    const isSkipped = look.isSkipped(step);
    if (!isSkipped) {
      entered.add(id);
      for (const other of look.exits(step)) reached.add(other);
    }
    if (step.next !== undefined && (isSkipped || !look.isLeftByExits(step))) reached.add(step.next);
  }
  return entered;
}
