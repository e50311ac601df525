import type { Crossing, GuidanceLine, Handover, Happened, HeldBack, Id, Move, Playbook, Verdict } from '@poise/runtime';
import type { FactValues, Moment, Turn } from './run.ts';
import type { ExpectedVerdict, Scenario } from './scenario.ts';

/** What has happened in a scenario so far. */
export interface Story {
  readonly scenario: Scenario;
  readonly documents: readonly Playbook[];
  readonly opening: Moment;
  readonly turns: readonly Turn[];
}

/** How it stands now. */
export function present(story: Story): Moment {
  return story.turns.at(-1) ?? story.opening;
}

/** What came of the last line: it may be several events. */
export function lastTurns({ opening, turns }: Story): readonly Moment[] {
  const last = turns.at(-1);
  if (!last) return [opening];
  const first = turns.findIndex(({ at }) => at.line === last.at.line && at.column === last.at.column);
  return turns.slice(first);
}

/** Lists in the guidance that say what came of one event. */
interface Lists {
  readonly happened: Happened;
  readonly crossings: Crossing;
  readonly moves: Move;
  readonly handovers: Handover;
  readonly heldBack: HeldBack;
  readonly lines: GuidanceLine;
}

/** Everything of one kind in the guidance from the beginning on: what has happened, say. */
export function soFar<Part extends keyof Lists>({ opening, turns }: Story, part: Part): readonly Lists[Part][] {
  return listsIn([opening, ...turns], part);
}

/** The same of the last line only. */
export function lately<Part extends keyof Lists>(story: Story, part: Part): readonly Lists[Part][] {
  return listsIn(lastTurns(story), part);
}

function listsIn<Part extends keyof Lists>(moments: readonly Moment[], part: Part): readonly Lists[Part][] {
  return moments.flatMap(({ guidance }) => {
    const lists: { readonly [One in keyof Lists]: readonly Lists[One][] } = guidance;
    return lists[part];
  });
}

export function isHappening(kind: Happened['kind'], id: Id, playbook?: Id): (happened: Happened) => boolean {
  return (one) => one.kind === kind && one.id === id && (playbook === undefined || one.playbook === playbook);
}

/** The verdict on the last act of that kind, if there has been one. */
export function lastVerdict({ turns }: Story, act: ExpectedVerdict['act']): Verdict | undefined {
  return turns.findLast(({ guidance }) => guidance.verdict && actOf(guidance.verdict) === act)?.guidance.verdict;
}

/** What kind of act a verdict is on, as scenarios call it. */
export function actOf({ act }: Verdict): ExpectedVerdict['act'] {
  return act === 'agentOffers' ? 'offer' : act === 'agentSays' ? 'reply' : 'action';
}

export function documentOf({ documents }: Story, id: Id): Playbook | undefined {
  return documents.find((document) => document.id === id);
}

/** The values that the facts of a document have now. */
export function factsOf(story: Story, playbook: Id): FactValues {
  return present(story).facts[playbook] ?? {};
}
