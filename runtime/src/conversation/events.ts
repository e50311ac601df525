/** What each event does to a conversation, before it is gone through. */
import type { Event, IntendedAct, Values } from '../generated/conversation.ts';
import { wordsOf } from '../phrases/index.ts';
import type { PreparedFact } from '../prepared/facts.ts';
import { type Value, valueAs } from '../prepared/values.ts';
import { totalWith, usualWorth } from './amounts.ts';
import { crossByBlocks } from './crossings.ts';
import { findWordsIn } from './draft.ts';
import { answer, beginHandover, endEscalation } from './escalations.ts';
import { decisionTarget, judge } from './judge.ts';
import { leadingFrame } from './runs.ts';
import { fault, happen, occur, type Session } from './session.ts';
import { completeStep } from './steps.ts';

/** The events that are acts: judged before they go out. */
type ActEvent = Extract<Event, { readonly done?: boolean }>;

/** Lets an event take effect. Tells whether a reply went out. */
export function take(event: Event, session: Session): { readonly isReply: boolean } {
  const { memory, moment } = session;
  switch (event.type) {
    case 'agentSays':
    case 'agentAsks':
    case 'agentOffers':
    case 'agentDoes':
    case 'agentWarns':
    case 'agentEscalates':
    case 'agentCloses':
      return { isReply: act(event, session) && event.type === 'agentSays' };
    case 'customerSays':
      report(event.reports ?? {}, session);
      memory.messages++;
      memory.unanswered = memory.now;
      moment.touchKind('builtin');
      hear('customer', event.text, session);
      moment.beginTurn();
      break;
    case 'reports':
      report(event.values, session);
      break;
    case 'agentRecords':
      give(event.field, event.value, 'field', session);
      break;
    case 'customerAccepts':
    case 'customerDeclines':
      if (event.offer === undefined && memory.offers.length === 0) {
        fault(session, 'noOffer');
      } else if (event.type === 'customerDeclines') {
        memory.declined++;
        moment.touchKind('builtin');
      }
      break;
    case 'agentCompletes':
      completeStep(event.step, event.playbook, session);
      break;
    case 'agentKeeps': {
      const index = memory.promises.findIndex(({ promise }) => promise === event.promise);
      if (index < 0) fault(session, 'notPromised', event.promise);
      else memory.promises.splice(index, 1);
      break;
    }
    case 'agentEnds':
      endEscalation(event.escalation, session);
      break;
    case 'teamAnswers':
      answer(event.team, session);
      break;
    case 'teamApproves':
    case 'teamDeclines': {
      const { team, offer, action } = event;
      const about = offer === undefined ? (action === undefined ? 'reply' : `action ${action}`) : `offer ${offer}`;
      forget(session, (decision) => decision.team === team && decision.about === about);
      memory.decisions.push({ team, about, approved: event.type === 'teamApproves' });
      break;
    }
    case 'customerLeaves':
      close(session);
      break;
    case 'timePasses':
      break;
  }
  return { isReply: false };
}

/** Judges an act; lets it take effect if it is allowed, or out already. Tells whether it did. */
function act(event: ActEvent, session: Session): boolean {
  const verdict = judge(event as IntendedAct, session);
  session.call.verdict = verdict;
  if (!verdict.allowed && event.done !== true) return false;
  crossByBlocks(verdict.blocks, session);
  const about = decisionTarget(event as IntendedAct);
  if (about !== undefined) forget(session, (decision) => decision.about === about);
  takeEffect(event, session);
  return true;
}

function takeEffect(event: ActEvent, session: Session): void {
  const { memory, moment, playbooks } = session;
  switch (event.type) {
    case 'agentSays': {
      const present = leadingFrame(session);
      if (present) present.frame.replies++;
      memory.unanswered = null;
      hear('agent', event.text, session);
      break;
    }
    case 'agentAsks':
      break;
    case 'agentOffers':
      memory.total = totalWith(event.worth ?? usualWorth(event.offer, session), session);
      memory.offers = [...memory.offers.filter((offer) => offer !== event.offer), event.offer];
      happen(session, 'offer', event.offer);
      break;
    case 'agentDoes':
      happen(session, 'action', event.action);
      break;
    case 'agentWarns':
      memory.warnings++;
      break;
    case 'agentEscalates': {
      const { team } = event;
      const playbook = playbooks.rules.playbooks.find(({ source }) => source.teams.some(({ id }) => id === team));
      beginHandover({ kind: 'agent', id: `agent ${team}`, team, playbook, at: undefined, because: {} }, session);
      break;
    }
    case 'agentCloses':
      close(session);
      break;
  }
  moment.touchKind('builtin');
}

function close({ memory }: Session): void {
  memory.state = 'closed';
  memory.runs.length = 0;
  memory.escalations.length = 0;
}

function forget({ memory }: Session, isMeant: (decision: Session['memory']['decisions'][number]) => boolean): void {
  const kept = memory.decisions.filter((decision) => !isMeant(decision));
  memory.decisions.splice(0, memory.decisions.length, ...kept);
}

/** Values of signals, as tools report them: in the order of their names, since JSON keeps none. */
export function report(values: Values, session: Session): void {
  for (const name of Object.keys(values).sort()) give(name, values[name], 'signal', session);
}

/** A signal or field gets a value, if it is one of its type: for each meaning that documents give the name, by itself. */
function give(name: string, reported: unknown, kind: 'signal' | 'field', session: Session): void {
  const { memory, moment, playbooks } = session;
  const facts = playbooks.facts.named.get(name) ?? [];
  if (facts.length === 0) return;
  const meant = facts.flatMap(({ number, key, origin }) => {
    if (origin.kind !== kind || !('type' in origin)) return [];
    const value = valueAs(origin.type, reported);
    const before = memory.values[key];
    return [{ number, key, value, isKept: origin.fixed && before !== undefined && before !== value }];
  });
  if (meant.length === 0) {
    fault(session, 'wrongKind', name);
    return;
  }
  if (reported !== null && meant.every(({ value }) => value === null)) fault(session, 'badValue', name);
  if (meant.some(({ isKept }) => isKept)) fault(session, 'fixedValue', name);
  const taken = meant.filter(({ isKept }) => !isKept);
  for (const { number, key, value } of taken) {
    if (value === null) delete memory.values[key];
    else memory.values[key] = value;
    moment.touch(number);
  }
  const value = taken.find((one) => one.value !== null)?.value ?? null;
  if (value === null) return;
  for (const fact of playbooks.facts.byKind.countWithin) if (isCountOf(fact, name, value)) occur(session, fact);
}

function isCountOf({ origin }: PreparedFact, name: string, value: Value): boolean {
  return origin.kind === 'countWithin' && origin.signal === name && valueAs(origin.type, value) !== null;
}

/** A message: what is found in it is said now, and has been said. */
function hear(speaker: 'customer' | 'agent', text: string, session: Session): void {
  const { memory, moment, playbooks } = session;
  const found = playbooks.phraseLists.find(text);
  const heard = new Set<PreparedFact>();
  for (const list of found.keys()) {
    for (const fact of playbooks.facts.byList[speaker].get(list) ?? []) heard.add(fact);
  }
  const numbersOf = (kind: 'says' | 'answers'): number[] =>
    [...heard].flatMap(({ origin, number }) => (origin.kind === kind ? [number] : []));
  for (const fact of heard) if (fact.origin.kind === 'hasSaid') occur(session, fact);
  memory.says = numbersOf('says');
  // A reply answers the customer's message, whatever it says.
  for (const number of memory.answers) moment.touch(number);
  memory.answers = numbersOf('answers');
  for (const number of [...memory.says, ...memory.answers]) moment.touch(number);
  if (speaker === 'customer') return;
  const words = playbooks.rules.demands.some(({ wordings }) => wordings.length > 0) ? wordsOf(text) : [];
  for (const { number, list, wordings } of playbooks.rules.demands) {
    if (memory.said.includes(number)) continue;
    const isSaid = wordings.some((wording) => findWordsIn(words, wording) !== undefined);
    if (isSaid || (list !== undefined && found.has(list))) memory.said.push(number);
  }
}

/** The message of the last event is over. Tells whether there was one that mattered. */
export function endMessage({ memory, moment }: Session): boolean {
  if (memory.says.length === 0) return false;
  for (const number of memory.says) moment.touch(number);
  memory.says = [];
  return true;
}
