import type { Guidance, Id, Playbook, Verdict } from '@poise/runtime';
import { actOf } from '../scenarios/story.ts';
import { newsOf } from './asked.ts';
import { documentOf, ownFirst } from './card-item.ts';
import { lineOf, openingLine } from './event-lines.ts';
import type { LocalTime, PlayedEvents } from './play-events.ts';
import type { UntimedEvent } from './untimed-event.ts';

/**
 * The lines of a scenario that tells of a conversation, and expects of it what came: which playbook starts, which step is reached, what is held back, who is
 * brought in. So it fails as soon as something else comes.
 *
 * @param events those that were played
 */
export function recordedLines(
  time: LocalTime,
  events: readonly UntimedEvent[],
  { run, opening }: PlayedEvents,
): readonly string[] {
  const document = documentOf(run);
  const documents = ownFirst(run);
  const lineOfEvent = (event: UntimedEvent) => lineOf(event, documents);
  const begins = expectationsOf(undefined, run.opening.guidance, document);
  const later = events.slice(opening).flatMap((event, index) => {
    const turn = run.turns[index];
    const before = (run.turns[index - 1] ?? run.opening).guidance;
    return [lineOfEvent(event), ...(turn ? expectationsOf(before, turn.guidance, document) : [])];
  });
  return [openingLine(time), ...events.slice(0, opening).map(lineOfEvent), ...begins, ...later];
}

/** What is worth being expected of what has just come, as far as the playbook's own file has the names. */
function expectationsOf(before: Guidance | undefined, now: Guidance, document: Playbook): readonly string[] {
  const isBoundary = (id: Id) => document.boundaries.some((boundary) => boundary.id === id);
  const came = now.happened.flatMap(({ kind, id, playbook }): readonly string[] => {
    switch (kind) {
      case 'playbook':
        return [`playbook ${id}`];
      case 'boundary':
        return isBoundary(id) ? [`boundary ${id}`] : [];
      case 'followUp':
        return playbook === document.id ? [`follow up ${id}`] : [];
      default:
        return [];
    }
  });
  const step = stepOf(now, document.id);
  const expected = [
    ...(now.verdict && !now.verdict.allowed ? [blockedWords(now.verdict, isBoundary)] : []),
    ...came,
    ...asked(before, now, document),
    ...(step !== undefined && step !== (before && stepOf(before, document.id)) ? [`step ${step}`] : []),
    ...(now.state === 'closed' && before?.state !== 'closed' ? ['end'] : []),
  ];
  return [...new Set(expected)].map((one) => `expect ${one}`);
}

/** The step that the playbook is at, whether or not it leads. */
function stepOf({ playbooks }: Guidance, id: Id): Id | undefined {
  return playbooks.find((playbook) => playbook.id === id)?.step;
}

function blockedWords(verdict: Verdict, isBoundary: (id: Id) => boolean): string {
  const boundary = verdict.blocks.find(({ by, id }) => by === 'boundary' && isBoundary(id));
  return `${actOf(verdict)} blocked${boundary ? ` by ${boundary.id}` : ''}`;
}

/** The escalations that have just asked somebody. */
function asked(before: Guidance | undefined, now: Guidance, { escalations }: Playbook): readonly string[] {
  return now.escalations.flatMap((running) => {
    const { id, kind } = running;
    if (kind !== 'escalation' || !escalations.some((escalation) => escalation.id === id)) return [];
    const { asked: lately } = newsOf(running, before);
    return lately.map(({ asked: there }) => `escalation ${id}${there === null ? '' : ` to ${there}`}`);
  });
}
