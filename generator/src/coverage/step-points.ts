import type { Exit, Move, Playbook, Position, Step } from '@poise/runtime';
import { hasHappened } from './look.ts';
import { type Occurrence, ownerOf, partOf, placeOf } from './point.ts';

/** The steps of a document, and the ways out of them. */
export function stepPoints(document: Playbook): readonly Occurrence[] {
  return document.steps.flatMap((step) => {
    const about = (rule: string, at: Position) => ({ rule, ...ownerOf(document, at), at: placeOf(document, at) });
    const transition = (rule: string, at: Position, missing: string, isTaken: (move: Move) => boolean): Occurrence => ({
      kind: 'transitions',
      ...about(rule, at),
      name: `step ${step.id}`,
      missing,
      seenIn: ({ guidance }) =>
        guidance.moves.some((move) => move.playbook === document.id && move.from === step.id && isTaken(move)),
    });
    return [
      {
        kind: 'steps',
        ...about(step.id, step.at),
        name: `step ${step.id}`,
        missing: 'never entered',
        seenIn: ({ guidance }) => hasHappened(guidance, 'step', step.id, document.id),
      },
      ...(step.skip ? [transition(step.id, step.at, 'never skipped', ({ how }) => how === 'skip')] : []),
      ...step.exits.map((exit) =>
        transition(exit.id, exit.at, `never left by \`${exitWords(exit)}\``, ({ rule }) => rule === exit.id),
      ),
      ...ends(step).map(({ missing, hows }) => transition(step.id, step.at, missing, ({ how }) => hows.includes(how))),
    ];
  });
}

function exitWords(exit: Exit): string {
  return exit.kind === 'goTo' ? `go to ${exit.step}` : `continue with ${exit.playbook}`;
}

/** How a step comes to its end by itself. A step that one of its exits always leaves doesn't. */
function ends({ done, exits }: Step): readonly { readonly missing: string; readonly hows: readonly Move['how'][] }[] {
  if (exits.some(({ when }) => !when)) return [];
  if (done) return [{ missing: 'never left by `done when`', hows: ['done'] }];
  return [{ missing: 'never left with all of it done', hows: ['reply', 'completed'] }];
}

/** The ways from an escalation into another playbook. */
export function continuationPoints(document: Playbook): readonly Occurrence[] {
  return document.escalations.flatMap(({ id, origin, continueWith, at }) =>
    continueWith.map(({ playbook }): Occurrence => {
      const owner = origin === 'playbook' ? document.id : undefined;
      return {
        kind: 'transitions',
        ...partOf(document, { id, at }),
        name: `escalation ${id}`,
        missing: `never continued with ${playbook}`,
        seenIn: ({ guidance }) =>
          hasHappened(guidance, 'escalation', id, owner) && hasHappened(guidance, 'playbook', playbook),
      };
    }),
  );
}
