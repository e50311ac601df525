import {
  type Act,
  findPhraseIn,
  type IntendedAct,
  type Milestone,
  type MustOfferRule,
  type MustSayRule,
  type PhraseList,
  readMessage,
} from '@poise/runtime';
import { EVERYWHERE } from '../diagrams/diagrams.ts';
import { unlessTooLarge } from '../diagrams/too-large.ts';
import type { Finding, RuleName } from '../finding.ts';
import { bringAbout, nearestState } from '../replay/bring-about.ts';
import { Replay } from '../replay/replay.ts';
import { carriedIn } from '../states/carried.ts';
import { phraseContainment } from '../states/phrase-containment.ts';
import { sampleMessage } from '../states/sample-message.ts';
import type { Scope, StateSpace } from '../states/state-space.ts';
import type { Assignment } from '../states/witness.ts';
import type { Subject } from '../subject.ts';
import { forbiddenBy, type Prohibition, prohibitionsOf } from './prohibitions.ts';

/** An `always` that asks for an act. */
interface Demand {
  readonly rule: MustOfferRule | MustSayRule;
  readonly boundary: RuleName;
  /** How somebody would do it. */
  readonly acts: readonly IntendedAct[];
  /** Whether an act that is forbidden covers it in every form that it can have. */
  readonly isCoveredBy: (forbidden: Act) => boolean;
}

/**
 * What is demanded where it is forbidden for good: nothing that can still happen would allow it, and no approval. That there is such a conversation, the engine
 * has to show.
 */
export function checkContradictions(subject: Subject, space: StateSpace): Finding[] {
  const [scope] = space.scopes;
  if (!scope) return [];
  const replay = new Replay(space);
  const prohibitions = prohibitionsOf(subject, scope);
  return demandsOf(subject).flatMap((demand) =>
    prohibitions
      .filter(({ rule }) => rule.acts.some(demand.isCoveredBy))
      .flatMap((prohibition): Finding[] => {
        const state = unlessTooLarge(() => contradicted(demand, prohibition, scope, space, replay));
        if (!state) return [];
        const { rule, boundary } = demand;
        const what = rule.kind === 'mustOffer' ? 'offer' : 'say';
        const name = rule.kind === 'mustOffer' ? rule.offer : (rule.wording ?? rule.phrases);
        const before: Milestone = rule.before ?? { kind: 'close' };
        const situation = space.circumstances(state);
        const data = {
          what,
          ...(name !== undefined && { name }),
          rule: boundary,
          by: prohibition.by,
          before,
          situation,
        } as const;
        return [{ code: 'contradicting-rules', at: rule.at, mark: 'line', related: forbiddenBy(prohibition), data }];
      }),
  );
}

function demandsOf({ boundaries, wordings, phrases }: Subject): readonly Demand[] {
  const lists = new Map(phrases.map((list, number) => [list.id, { list, number }]));
  const containment = phraseContainment(phrases);
  const isFoundIn = (text: string, ids: readonly string[]): boolean =>
    ids.some((id) => {
      const list = lists.get(id)?.list;
      return list !== undefined && findPhraseIn(readMessage(text), list) !== undefined;
    });
  const ofTexts = (texts: readonly string[], isIn: (ids: readonly string[]) => boolean) => ({
    acts: texts.map((text): IntendedAct => ({ type: 'agentSays', text })),
    isCoveredBy: (act: Act) => act.act === 'reply' || (act.act === 'say' && isIn(act.phrases)),
  });
  const partsOf = (rule: MustOfferRule | MustSayRule): Pick<Demand, 'acts' | 'isCoveredBy'> | undefined => {
    if (rule.kind === 'mustOffer') {
      const { offer } = rule;
      return {
        acts: [{ type: 'agentOffers', offer }],
        isCoveredBy: (act) => act.act === 'offer' && act.over === undefined && (act.offer ?? offer) === offer,
      };
    }
    if (rule.wording !== undefined) {
      const wording = wordings.find(({ id }) => id === rule.wording);
      const texts = wording ? [wording, ...wording.translations].map(({ text }) => text) : [];
      return ofTexts(texts, (ids) => texts.every((text) => isFoundIn(text, ids)));
    }
    const listed = rule.phrases === undefined ? undefined : lists.get(rule.phrases);
    const text = listed && sampleMessage(listed.list as PhraseList);
    if (!listed || text === undefined) return undefined;
    return ofTexts([text], (ids) =>
      containment(
        [listed.number],
        ids.flatMap((id) => lists.get(id)?.number ?? []),
      ),
    );
  };
  return boundaries.flatMap(({ id, rules }) =>
    rules.flatMap((rule): Demand[] => {
      if (rule.kind !== 'mustOffer' && rule.kind !== 'mustSay') return [];
      const parts = partsOf(rule);
      return parts && parts.acts.length > 0 ? [{ rule, boundary: { kind: 'boundary', name: id }, ...parts }] : [];
    }),
  );
}

/**
 * A state in which an act is demanded, and forbidden for good; only if a conversation comes to it.
 *
 * @throws TooLarge
 */
function contradicted(
  { rule, acts }: Demand,
  prohibition: Prohibition,
  scope: Scope,
  space: StateSpace,
  replay: Replay,
): readonly Assignment[] | undefined {
  const { diagrams } = space;
  const demanded = rule.when ? scope.decideAsJudged(rule.when).possible : EVERYWHERE;
  const goal = diagrams.and(demanded, carriedIn(space).forGood(prohibition.certain));
  const start = scope.starts();
  const together = space.witness(diagrams.and(goal, start));
  const state = space.witness(goal);
  if (!state) return undefined;
  const fixed = (together ?? state).flatMap(({ fact, value }) => {
    const origin = space.origin(fact);
    return origin.kind === 'signal' && origin.fixed && value !== null ? [[origin.name, value] as const] : [];
  });
  const player = replay.open(Object.fromEntries(fixed));
  if (!player) return undefined;
  // What comes up by itself is written down, too.
  for (const { id, kind } of player.document.facts) if (kind === 'field') player.gathered.add(id);
  for (const aim of [...(player.step === undefined ? [start] : []), goal]) {
    const wanted = nearestState(aim, player, space);
    if (!wanted || !bringAbout(wanted, player, space)) return undefined;
  }
  const isDemanded = player.guidance.obligations.some((obligation) => obligation.rule === rule.id);
  const isForbidden = acts.every((act) => player.blocksOf(act).includes(prohibition.rule.id));
  return isDemanded && isForbidden ? state : undefined;
}
