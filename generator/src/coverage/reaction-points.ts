import type { Asked, Boundary, EachTimeRule, Playbook, Reaction, Rung } from '@poise/runtime';
import { isAbout, isSamePlace } from './look.ts';
import { type Occurrence, ownerOf, partOf, placeOf } from './point.ts';

/** How boundaries react, crossing by crossing, and whom ladders reach, rung by rung. */
export function reactionPoints(document: Playbook): readonly Occurrence[] {
  return [...document.boundaries.flatMap((boundary) => gradedReactions(document, boundary)), ...ladderRungs(document)];
}

function gradedReactions(document: Playbook, boundary: Boundary): Occurrence[] {
  return boundary.rules.flatMap((rule) =>
    rule.kind === 'eachTime'
      ? rule.reactions.map((reaction): Occurrence => {
          const at = placeOf(document, rule.at);
          return {
            kind: 'reactions',
            rule: rule.id,
            ...ownerOf(document, reaction.at),
            at: placeOf(document, reaction.at),
            name: `boundary ${boundary.id}: \`${reactionWords(reaction)}\` from crossing ${reaction.from} on`,
            missing: 'never came',
            seenIn: ({ guidance }) =>
              guidance.crossings.some(
                (crossing) =>
                  isAbout(crossing, rule.id, at) &&
                  crossing.reaction !== undefined &&
                  reactionTo(rule, crossing.times ?? 0) === reaction,
              ),
          };
        })
      : [],
  );
}

/** The last one that begins with that crossing or an earlier one. */
function reactionTo({ reactions }: EachTimeRule, times: number): Reaction | undefined {
  return reactions.findLast(({ from }) => from <= times);
}

function reactionWords({ response }: Reaction): string {
  switch (response.kind) {
    case 'warn':
      return 'warn';
    case 'escalate':
      return `escalate to ${response.team}`;
    case 'endConversation':
      return 'end conversation';
  }
}

function ladderRungs(document: Playbook): Occurrence[] {
  return document.escalations.flatMap(({ id, at, ladder, tell }) => {
    const place = placeOf(document, at);
    const running = ({ guidance }: Parameters<Occurrence['seenIn']>[0]) =>
      guidance.escalations.filter(
        (each) => each.kind === 'escalation' && each.id === id && each.at !== undefined && isSamePlace(each.at, place),
      );
    return [
      ...ladder.map(
        (rung, index): Occurrence => ({
          kind: 'ladders',
          rule: id,
          ...ownerOf(document, at),
          at: place,
          name: `escalation ${id}: ${rung.team}`,
          missing: 'never asked',
          seenIn: (look) => running(look).some(({ asked }) => hasReached(asked, index, rung)),
        }),
      ),
      ...tell.flatMap((told) =>
        told.ladder.map(
          (rung, index): Occurrence => ({
            kind: 'ladders',
            ...partOf(document, told),
            name: `escalation ${id}: ${rung.team}`,
            missing: 'never told',
            seenIn: (look) =>
              running(look).some((each) =>
                each.told.some(({ rule, asked }) => rule === told.id && hasReached(asked, index, rung)),
              ),
          }),
        ),
      ),
    ];
  });
}

/** Rungs are reached in order, each once. */
function hasReached(asked: readonly Asked[], index: number, { team }: Rung): boolean {
  return asked[index]?.team === team;
}
