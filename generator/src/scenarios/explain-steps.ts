import type { Condition, Move, Playbook, Step } from '@poise/runtime';
import { startOf } from './explain-rules.ts';
import type { Reason } from './failure.ts';
import { blockedBy, conditionOf, didIt, reason } from './reasons.ts';
import type { Expectation } from './scenario.ts';
import { documentOf, isHappening, present, type Story, soFar } from './story.ts';

/** Why the playbook is at its step, and not at the one that was expected; or the other way round, where it should be anywhere else. */
export function explainStep(
  { step: expected }: Extract<Expectation, { kind: 'step' }>,
  story: Story,
): readonly Reason[] {
  const { playbook } = story.scenario;
  const document = documentOf(story, playbook);
  if (!document) return [];
  const moves = soFar(story, 'moves').filter((move) => move.playbook === playbook);
  const atWork = present(story).guidance.playbooks.find(({ id }) => id === playbook);
  const moved = (move: Move | undefined) => (move ? [decided(move, document)] : []);
  if (atWork?.step === expected) {
    return [...moved(moves.findLast(({ to }) => to === expected)), ...waysOut(expected, document, story)];
  }
  const left = moves.findLast(({ from }) => from === expected);
  if (left) return moved(left);
  if (!atWork) return startOf(document, story);
  return waysOut(atWork.step, document, story, expected);
}

/** What keeps the playbook in a step: of its exits those that lead to the one that was expected, or all, then how it ends. */
function waysOut(id: string, document: Playbook, story: Story, expected?: string): readonly Reason[] {
  const step = document.steps.find((one) => one.id === id);
  if (!step) return [];
  const { guidance } = present(story);
  const handover = guidance.escalations.find((running) => running.handover);
  if (handover) return [reason(step, document, { kind: 'paused', by: handover.id })];
  const held = guidance.heldBack.filter(({ what, step: to }) => what === 'move' && to !== undefined);
  if (held.length > 0) return held.flatMap(({ blocks }) => blockedBy(blocks));
  const { verdict } = guidance;
  if (verdict?.act === 'agentSays' && !verdict.allowed) return blockedBy(verdict.blocks);
  const exits = step.exits.filter((exit) => exit.kind === 'goTo' && (expected === undefined || exit.step === expected));
  return [
    ...exits.flatMap((exit) => conditionOf(exit, exit.when, document, present(story))),
    ...endOf(step, document, story),
  ];
}

function endOf(step: Step, document: Playbook, story: Story): readonly Reason[] {
  const open = step.done ? [] : openIn(step, story);
  if (open.length > 0) return [reason(step, document, { kind: 'open', fields: open })];
  const done = conditionOf(step, step.done, document, present(story));
  const isDone = done.every((one) => one.kind === 'condition' && one.answer === 'yes');
  return isDone && !hasReplied(step, story) ? [reason(step, document, { kind: 'reply' })] : done;
}

/** What the present step still asks for or wants recorded. */
function openIn(step: Step, story: Story): readonly string[] {
  const { lines } = present(story).guidance;
  const facts = present(story).facts[story.scenario.playbook] ?? {};
  return lines
    .filter(({ from }) => from.kind === 'step' && from.id === step.id)
    .flatMap((line) => (line.kind === 'record' ? line.open : line.kind === 'ask' ? [line.field] : []))
    .filter((field) => facts[field] === null);
}

function hasReplied(step: Step, { turns, scenario }: Story): boolean {
  const entered = turns.findLastIndex(({ guidance }) =>
    guidance.happened.some(isHappening('step', step.id, scenario.playbook)),
  );
  return turns
    .slice(entered + 1)
    .some(({ guidance }) => guidance.verdict?.act === 'agentSays' && guidance.verdict.allowed);
}

/** What a move was decided by. */
function decided(move: Move, document: Playbook): Reason {
  const made = didIt(move, [document], conditionBehind(move, document));
  if (move.how === 'completed') return { ...made, kind: 'did', by: 'agent', facts: [] };
  return move.how === 'reply' ? { ...made, kind: 'did', by: 'reply', facts: [] } : made;
}

/** The same, if it was a condition. */
function conditionBehind({ from, how, rule }: Move, { steps }: Playbook): Condition | undefined {
  const step = steps.find(({ id }) => id === from);
  if (how === 'skip') return step?.skip;
  if (how === 'done') return step?.done;
  return step?.exits.find(({ id }) => id === rule)?.when;
}
