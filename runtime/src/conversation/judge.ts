/** Verdicts: whether an act may go out, and which rules hold it back. */
import type { Block, IntendedAct, Verdict, Worth } from '../generated/conversation.ts';
import type { Act as FormatAct } from '../generated/format.ts';
import { isDemand, type PreparedNever, type PreparedPlaybook } from '../prepared/rules.ts';
import { amountOf, isMore, isUncertain, totalWith, usualWorth } from './amounts.ts';
import { blocksOfClose, isInForce } from './demands.ts';
import { Draft } from './draft.ts';
import { atWork, runsInOrder } from './runs.ts';
import type { Session } from './session.ts';
import { suggestionOf } from './suggestions.ts';
import { fill, textOfFact, typeOf } from './texts.ts';

/** What a `never` found: what goes into its block besides the rule. */
type Finding = Pick<Block, 'span' | 'phrase' | 'fact' | 'limit' | 'unknownWorth'>;

/** Judges an act by the facts as they are. Changes nothing. */
export function judge(act: IntendedAct, session: Session): Verdict {
  const offered = worthOf(act, session);
  const blocks = blocksOf(act, offered, session, act.type === 'agentCloses');
  return {
    act: act.type,
    allowed: blocks.length === 0,
    blocks,
    ...(offered.worth && { worth: offered.worth }),
    ...(offered.total && { total: offered.total }),
  };
}

/** What holds an act back that a rule would do: `never` rules alone, not what is still owed. */
export function blocksOfRuleActing(act: IntendedAct, session: Session): Block[] {
  return blocksOf(act, worthOf(act, session), session, false);
}

/** What holds an offer of that worth back; null where that isn't known. */
export function blocksOfOffer(offer: string, worth: Worth | null, session: Session): Block[] {
  return blocksOf({ type: 'agentOffers', offer }, { worth, total: totalWith(worth, session) }, session, false);
}

/** What an offer is worth, and all offers with it; null where that isn't known. */
interface Offered {
  readonly worth: Worth | null;
  readonly total: Worth | null;
}

function worthOf(act: IntendedAct, session: Session): Offered {
  if (act.type !== 'agentOffers') return { worth: null, total: null };
  const worth = act.worth ?? usualWorth(act.offer, session);
  return { worth, total: totalWith(worth, session) };
}

/** `withDebts`: also what is still owed before the close. */
function blocksOf(act: IntendedAct, offered: Offered, session: Session, withDebts: boolean): Block[] {
  if (session.memory.state === 'closed') return [];
  const find = finderOf(act, offered, session);
  return session.moment.withApprovals(decisionsAbout(act, session), () => [
    ...session.playbooks.rules.prohibitions[act.type].flatMap((rule): Block[] => {
      if (isDemand(rule)) return withDebts ? blocksOfClose(rule, session) : [];
      return isInForce(rule, session) ? blocksOfNever(rule, find, session) : [];
    }),
    ...stepNevers(session).flatMap((rule) => blocksOfNever(rule, find, session)),
    ...(withDebts ? unanswered(session) : []),
  ]);
}

/** What of a forbidden act there is in an intended one; undefined if nothing. */
type Finder = (forbidden: FormatAct, playbook: PreparedPlaybook) => Finding | undefined;

/** The block of a rule that holds something back, by the first of its acts that applies. */
function blocksOfNever(rule: PreparedNever, find: Finder, session: Session): Block[] {
  if (!session.moment.possible(rule.when)) return [];
  for (const forbidden of rule.source.acts) {
    const finding = find(forbidden, rule.playbook);
    if (finding) return [blockOf(rule, finding, session)];
  }
  return [];
}

function finderOf(act: IntendedAct, { worth, total }: Offered, session: Session): Finder {
  const draft = act.type === 'agentSays' ? new Draft(act.text, session.playbooks.phraseLists) : undefined;
  return (forbidden, playbook) => {
    switch (forbidden.act) {
      case 'say':
      case 'mention':
        return draft && findInWords(forbidden, draft, playbook, session);
      case 'reply':
        return draft && {};
      case 'ask':
        return act.type === 'agentAsks' && (forbidden.fields as readonly string[]).includes(act.field)
          ? { fact: act.field }
          : undefined;
      case 'do':
        return act.type === 'agentDoes' && forbidden.action === act.action ? {} : undefined;
      case 'warn':
        return act.type === 'agentWarns' ? {} : undefined;
      case 'escalate':
        return act.type === 'agentEscalates' ? {} : undefined;
      case 'endConversation':
        return act.type === 'agentCloses' ? {} : undefined;
      case 'offer': {
        if (act.type !== 'agentOffers' || (forbidden.offer ?? act.offer) !== act.offer) return undefined;
        if (forbidden.over === undefined) return {};
        const limit = amountOf(forbidden.over, playbook, session.moment);
        const judged = forbidden.inTotal ? total : worth;
        if (!isMore(judged, limit)) return undefined;
        return { ...(limit && { limit }), ...(isUncertain(judged, limit) && { unknownWorth: true }) };
      }
    }
  };
}

/** The rules that hold words back, without regard to a reply as such: what guidance must not suggest. `isFixed`: no values have been filled in. */
export function blocksOfWords(text: string, isFixed: boolean, session: Session): Block[] {
  const { draft, rules } = suggestionOf(text, isFixed, session.playbooks);
  const find: Finder = (forbidden, playbook) => findInWords(forbidden, draft, playbook, session);
  const inForce = [...rules.filter((rule) => isInForce(rule, session)), ...stepNevers(session)];
  return inForce.flatMap((rule) => blocksOfNever(rule, find, session));
}

function findInWords(
  forbidden: FormatAct,
  draft: Draft,
  playbook: PreparedPlaybook,
  session: Session,
): Finding | undefined {
  if (forbidden.act === 'say') return draft.findList(forbidden.phrases, playbook.id);
  if (forbidden.act === 'mention') return findMention(forbidden.facts, draft, playbook, session);
  return undefined;
}

/** The rules of the present steps of the run that leads, from the top down. */
function stepNevers(session: Session): readonly PreparedNever[] {
  const [run] = runsInOrder(session);
  return (run?.frames ?? []).toReversed().flatMap((frame) => (run && atWork(run, frame, session)?.step.never) ?? []);
}

function findMention(
  facts: readonly string[],
  draft: Draft,
  playbook: PreparedPlaybook,
  { moment }: Session,
): Finding | undefined {
  for (const fact of facts) {
    if (typeOf(fact, playbook.source)?.type === 'flag') continue;
    const text = textOfFact(fact, playbook, moment);
    const span = text === undefined ? undefined : draft.findWords(text);
    if (span) return { fact, span };
  }
  return undefined;
}

function blockOf(rule: PreparedNever, finding: Finding, { moment, playbooks }: Session): Block {
  const { boundary, step, playbook } = rule;
  const title = (boundary ?? step)?.title;
  const teamOf = (number: number): string | undefined => {
    const origin = playbooks.facts.all[number]?.origin;
    return origin?.kind === 'approved' ? origin.team : undefined;
  };
  const facts = rule.when?.facts ?? [];
  const approvals = facts.flatMap(({ number }) => (moment.value(number) === true ? [] : (teamOf(number) ?? [])));
  const missing = facts.filter(({ number }) => moment.value(number) === null && teamOf(number) === undefined);
  const isOfWords = finding.span !== undefined;
  return {
    by: boundary ? 'boundary' : 'step',
    id: boundary?.id ?? step?.id ?? '',
    ...(title !== undefined && { title }),
    rule: rule.rule,
    playbook: playbook.id,
    at: rule.at,
    because: moment.because(rule.when),
    missing: missing.map(({ id }) => id),
    ...finding,
    ...(approvals.length > 0 && { approvals }),
    ...(isOfWords && boundary?.sayInstead && { instead: fill(boundary.sayInstead, playbook, moment) }),
  };
}

/** What teams have decided about such an act, by team. */
function decisionsAbout(act: IntendedAct, { memory }: Session): ReadonlyMap<string, boolean> {
  const about = decisionTarget(act);
  return new Map(
    memory.decisions.filter((decision) => decision.about === about).map(({ team, approved }) => [team, approved]),
  );
}

/** What a decision about an act is kept under; undefined for acts that no team decides about. */
export function decisionTarget(act: IntendedAct): string | undefined {
  switch (act.type) {
    case 'agentSays':
      return 'reply';
    case 'agentOffers':
      return `offer ${act.offer}`;
    case 'agentDoes':
      return `action ${act.action}`;
    default:
      return undefined;
  }
}

/** Escalations in which the agent stays until somebody has answered. */
function unanswered({ memory, playbooks }: Session): Block[] {
  return playbooks.rules.escalations.flatMap((rule) => {
    const running = memory.escalations.find(({ kind, id }) => kind === 'escalation' && id === rule.key);
    if (!running || !rule.source.stayUntilAnswered) return [];
    const asked = [...running.asked, ...running.told.flat()].flatMap(({ asked: team }) => team ?? []);
    return [
      {
        by: 'escalation',
        id: rule.source.id,
        ...(rule.source.title !== undefined && { title: rule.source.title }),
        rule: rule.rule,
        playbook: rule.playbook.id,
        at: rule.at,
        because: { ...running.because },
        missing: [],
        needs: { kind: 'answer', ids: [...new Set(asked)] },
      },
    ];
  });
}
