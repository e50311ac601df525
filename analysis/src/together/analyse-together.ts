/** Playbooks that start together although nothing says which of them leads. */
import type { Position } from '@poise/runtime';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import { StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import type { TogetherData } from './data.ts';
import { type Meeting, Meetings } from './meetings.ts';
import { occasionsOf } from './occasions.ts';
import { startersOf } from './starters.ts';

/** Two playbooks that start together: at the trigger of the one whose id comes later, with that of the other. */
export interface TogetherFinding<Playbook extends Subject = Subject> {
  readonly code: 'unclear-lead';
  readonly playbook: Playbook;
  readonly at: Position;
  readonly other: { readonly playbook: Playbook; readonly at: Position };
  readonly data: TogetherData['unclear-lead'];
}

/** How large the diagrams of all triggers may become together, in nodes. */
const MOST_NODES = 1_000_000;
/** How many pairs of playbooks are looked at, and how many are found: whoever has more sees what is wrong by these. */
const MOST_PAIRS = 100_000;
const MOST_FOUND = 200;
/** How many others are told to one playbook. */
const MOST_OTHERS = 5;

/**
 * Finds the pairs of playbooks that one and the same thing starts at once: a fact that comes to be known, or one phrase, whatever else is known already.
 * Each has been played by the engine. Two facts that come to be known at once, or two phrases in one message, are chance, and no finding.
 *
 * @param today `2026-11-22`: what can be only on days before it is left out
 */
export function analyseTogether<Playbook extends Subject>(
  playbooks: readonly Playbook[],
  today?: string,
): TogetherFinding<Playbook>[] {
  const starters = startersOf(playbooks, today);
  const space = new StateSpace(
    starters.map(({ triggersOnly }) => triggersOnly),
    MOST_NODES,
  );
  const found = new Map<string, TogetherFinding<Playbook>>();
  const told = new Map<Playbook, number>();
  // What is found before it becomes too large is found.
  unlessTooLarge(() => {
    const meetings = new Meetings(space, starters);
    let pairs = 0;
    for (const occasion of occasionsOf(space, meetings.conditions)) {
      for (const [earlier, later] of meetings.pairsOf(occasion)) {
        const [first, second] = [starters[earlier]?.subject, starters[later]?.subject];
        if (!first || !second) continue;
        if (pairs >= MOST_PAIRS || found.size >= MOST_FOUND) return;
        pairs += 1;
        const times = told.get(second) ?? 0;
        if (times >= MOST_OTHERS || found.has(`${earlier} ${later}`)) continue;
        const meeting = meetings.find(occasion, earlier, later);
        if (!meeting) continue;
        found.set(`${earlier} ${later}`, findingOf(first, second, meeting));
        told.set(second, times + 1);
      }
    }
  });
  return [...found.values()];
}

function findingOf<Playbook extends Subject>(
  first: Playbook,
  second: Playbook,
  { triggers, circumstances }: Meeting,
): TogetherFinding<Playbook> {
  return {
    code: 'unclear-lead',
    playbook: second,
    at: triggers[1].at,
    data: { playbook: second.id, other: first.id, circumstances },
    other: { playbook: first, at: triggers[0].at },
  };
}
