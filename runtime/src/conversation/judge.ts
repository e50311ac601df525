/** Verdicts: whether an act may go out, and which rules hold it back. */
import type { Block, IntendedAct, Verdict } from '../generated/conversation.ts';
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
  return verdictOn(act, session, act.type === 'agentCloses');
}

/** The `never` rules alone that hold back what a rule would do. */
export function blocksOfRuleActing(
  type: 'agentWarns' | 'agentEscalates' | 'agentCloses' | 'agentDoes' | 'agentAsks',
  session: Session,
  target = '',
): Block[] {
  const act: IntendedAct =
    type === 'agentDoes' ? { type, action: target } : type === 'agentAsks' ? { type, field: target } : { type };
  return verdictOn(act, session, false).blocks;
}

function verdictOn(act: IntendedAct, session: Session, isClose: boolean): Verdict {
  const { moment } = session;
  const worth = act.type === 'agentOffers' ? (act.worth ?? usualWorth(act.offer, session)) : null;
  const total = act.type === 'agentOffers' ? totalWith(worth, session) : null;
  const draft = act.type === 'agentSays' ? new Draft(act.text, session.playbooks.phraseLists) : undefined;
  const blocks = moment.withApprovals(decisionsAbout(act, session), () => [
    ...session.playbooks.rules.prohibitions[act.type].flatMap((rule): Block[] => {
      if (isDemand(rule)) return isClose ? blocksOfClose(rule, session) : [];
      return isInForce(rule, session) ? blocksOfNever(rule) : [];
    }),
    ...stepNevers(session).flatMap(blocksOfNever),
    ...(isClose ? unanswered(session) : []),
  ]);
  return {
    act: act.type,
    allowed: blocks.length === 0,
    blocks,
    ...(worth && { worth }),
    ...(total && { total }),
  };

  function blocksOfNever(rule: PreparedNever): Block[] {
    if (!moment.possible(rule.when)) return [];
    for (const forbidden of rule.source.acts) {
      const finding = findingOf(forbidden, rule.playbook);
      if (finding) return [blockOf(rule, finding, session)];
    }
    return [];
  }

  function findingOf(forbidden: FormatAct, playbook: PreparedPlaybook): Finding | undefined {
    switch (forbidden.act) {
      case 'say':
        return draft?.findList(forbidden.phrases, playbook.id);
      case 'mention':
        return draft && findMention(forbidden.facts, draft, playbook, session);
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
        const limit = amountOf(forbidden.over, playbook, moment);
        const judged = forbidden.inTotal ? total : worth;
        if (!isMore(judged, limit)) return undefined;
        return { ...(limit && { limit }), ...(isUncertain(judged, limit) && { unknownWorth: true }) };
      }
    }
  }
}

/**
 * The rules that hold words back, without regard to a reply as such: what guidance must not suggest. `isFixed`: no values have been filled in.
 */
export function blocksOfWords(text: string, isFixed: boolean, session: Session): Block[] {
  const { draft, rules } = suggestionOf(text, isFixed, session.playbooks);
  const find = (rule: PreparedNever): Block[] => {
    if (!session.moment.possible(rule.when)) return [];
    for (const act of rule.source.acts) {
      let finding: Finding | undefined;
      if (act.act === 'say') finding = draft.findList(act.phrases, rule.playbook.id);
      else if (act.act === 'mention') finding = findMention(act.facts, draft, rule.playbook, session);
      if (finding) return [blockOf(rule, finding, session)];
    }
    return [];
  };
  return [...rules.filter((rule) => isInForce(rule, session)), ...stepNevers(session)].flatMap(find);
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
