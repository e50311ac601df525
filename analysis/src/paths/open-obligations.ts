import type { BoundaryRule, Milestone, MustOfferRule, MustRecordRule, MustSayRule } from '@poise/runtime';
import { EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding } from '../finding.ts';
import { bringAbout, nearestState } from '../replay/bring-about.ts';
import { nameOf } from './broken-orders.ts';
import { goAlong, isHeldAtTheEnd, lastingly, placeOf, shownPath } from './conversation.ts';
import type { PathData } from './data.ts';
import { comesTo, isOf } from './milestones.ts';
import type { Paths } from './paths.ts';
import { demandOf, providersOf, type Wanted } from './providers.ts';
import { gathers, isLasting } from './situations.ts';
import { type Lack, pathsWithout } from './without.ts';

type ObligationRule = MustRecordRule | MustSayRule | MustOfferRule;

/** Obligations that somebody who does all that is shown would still be held up by. */
export function checkObligations(paths: Paths): Finding[] {
  // What is done in the rest of the conversation, before or after, only the playbook that runs this one knows.
  if (!paths.replay.startsItself) return [];
  return paths.subject.boundaries.flatMap((boundary) =>
    boundary.rules.flatMap((rule) =>
      isObligation(rule)
        ? wantedBy(rule).flatMap((wanted): Finding[] => {
            const data = unlessTooLarge(() => openObligation(rule, wanted, paths));
            return data ? [{ code: 'obligation-left-open', ...placeOf(rule, boundary, paths), data }] : [];
          })
        : [],
    ),
  );
}

function isObligation(rule: BoundaryRule): rule is ObligationRule {
  return rule.kind === 'mustRecord' || rule.kind === 'mustSay' || rule.kind === 'mustOffer';
}

function wantedBy(rule: ObligationRule): readonly Wanted[] {
  switch (rule.kind) {
    case 'mustRecord':
      return rule.fields.map((field) => ({ kind: 'record', field }));
    case 'mustOffer':
      return [{ kind: 'offer', offer: rule.offer }];
    case 'mustSay':
      if (rule.wording !== undefined) return [{ kind: 'say', wording: rule.wording }];
      return rule.phrases === undefined ? [] : [{ kind: 'say', phrases: rule.phrases }];
  }
}

function openObligation(
  rule: ObligationRule,
  wanted: Wanted,
  paths: Paths,
): PathData['obligation-left-open'] | undefined {
  const { edges, space } = paths;
  const { diagrams } = space;
  const [scope] = space.scopes;
  const before: Milestone = rule.before ?? { kind: 'close' };
  if (!scope || (before.kind !== 'close' && !edges.steps.some((step) => isOf(step, before)))) return undefined;
  const isDemanded = rule.when ? scope.decideAsJudged(rule.when).certain : EVERYWHERE;
  const field = 'field' in wanted ? scope.factOf(wanted.field) : undefined;
  const isMissing = field === undefined ? EVERYWHERE : space.is(field, null);
  // What can be asked for is known at last, so that "unless it is known to be" is a yes or a no.
  const asked = diagrams.supportOf(isDemanded).filter((fact) => fact !== field && isGathered(fact, paths));
  const lacks = pathsWithout(
    {
      providers: providersOf(wanted, paths),
      isGivenAtTheEnd: before.kind === 'close',
      atTheEnd: diagrams.and(isDemanded, isMissing),
      situations: diagrams.all(asked.map((fact) => diagrams.not(space.is(fact, null)))),
      isGoal: (landing, from) => comesTo(before, landing, from, edges),
    },
    paths,
  );
  for (const lack of lacks) {
    const end = diagrams.all([isDemanded, isMissing, lastingly(lack.situation, paths)]);
    if (!(before.kind === 'close' ? isOwedAtTheClose(rule, lack, end, paths) : isOwedBefore(rule, lack, end, paths)))
      continue;
    const { path, plan, situation, player } = lack;
    const lasting = situation.filter(({ fact }) => fact !== field);
    const passing = diagrams.supportOf(isDemanded).filter((fact) => !isLasting(fact, space));
    const when = space.circumstances([...lasting, ...passing.map((fact) => ({ fact, value: player.valueOf(fact) }))]);
    return {
      demand: demandOf(wanted),
      before: nameOf(before),
      path: shownPath(path, plan, paths, (fact) => !isLasting(fact, space)),
      when,
    };
  }
  return undefined;
}

function isGathered(fact: number, { space, subject }: Paths): boolean {
  const origin = space.origin(fact);
  if (origin.kind !== 'field') return false;
  const lines = [...subject.steps, ...subject.escalations, ...subject.followUps].flatMap(({ lines }) => lines);
  return lines.some((line) => gathers(line, origin.name));
}

function isOwedAtTheClose({ id }: ObligationRule, { plan, path, player }: Lack, end: number, paths: Paths): boolean {
  if (!goAlong(plan, player, paths, path.start)) return false;
  // What isn't known demands as well, but an example of what is asked for says more.
  const wanted = nearestState(end, player, paths.space);
  if (wanted) bringAbout(wanted, player, paths.space);
  return player.blocksOfClose().includes(id);
}

function isOwedBefore({ id }: ObligationRule, { plan, path, player }: Lack, end: number, paths: Paths): boolean {
  const { diagrams } = paths.space;
  const moves = plan.moves.map((move, index) =>
    index === plan.moves.length - 1 ? { ...move, goal: diagrams.and(move.goal, end) } : move,
  );
  return isHeldAtTheEnd({ ...plan, moves }, id, player, paths, path.start);
}
