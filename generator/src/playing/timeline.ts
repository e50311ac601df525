import type { Guidance, Playbook } from '@poise/runtime';
import { knownFact } from '../scenarios/index.ts';
import { factWords, listed, quoted } from '../words/index.ts';
import { askedWords, newsOf } from './asked.ts';
import { type CardItem, named, ownFirst, type View } from './card-item.ts';
import { type Clock, lengthInWords } from './clock.ts';
import { typeOf } from './event-lines.ts';
import type { PlayedEvents } from './play-events.ts';
import { eventItems } from './situation-items.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import { teamDoes } from './team-does.ts';
import type { UntimedEvent } from './untimed-event.ts';
import { verdictItems } from './verdict-items.ts';
import { whyOf } from './whys.ts';

/** An event of a conversation that is tried out, and what came of it. */
export interface TimelineEntry {
  readonly who: 'customer' | 'agent' | 'team' | 'tools' | 'time';
  /** Whether `text` is what somebody says, word for word; else it says what happens. */
  readonly isSaid: boolean;
  /** What is said, or happens, cut where a rule forbids words of it. */
  readonly text: readonly Stretch[];
  /** What the tools report with a message. */
  readonly reported: readonly string[];
  /** `tuesday 12:00`. */
  readonly time: string;
  /** An act that was held back: nothing came of it. */
  readonly isHeldBack: boolean;
  readonly caused: readonly CardItem[];
}

/** All events that were played, in order, each with what it brought about. */
export function timelineOf(
  events: readonly UntimedEvent[],
  { run, opening }: PlayedEvents,
  clock: Clock,
): readonly TimelineEntry[] {
  const documents = ownFirst(run);
  return events.slice(0, opening + run.turns.length).map((event, index) => {
    const turn = index - opening;
    const moment = run.turns[turn] ?? run.opening;
    const story = { ...run, turns: run.turns.slice(0, Math.max(0, turn + 1)) };
    const view: View = { run: story, guidance: moment.guidance, lately: [moment.guidance], clock };
    // What is known from the first moment is known together.
    const isCause = index >= opening - 1;
    const before = turn < 0 ? undefined : (run.turns[turn - 1] ?? run.opening).guidance;
    const verdict = turn < 0 ? undefined : moment.guidance.verdict;
    const isHeldBack = verdict?.allowed === false;
    const said = event.type === 'customerSays' || event.type === 'agentSays';
    return {
      who: whoOf(event),
      isSaid: said,
      text: said ? stretchesOf(event.text, verdict?.blocks ?? []) : plainly(happening(event, documents)),
      reported: event.type === 'customerSays' ? factsIn(event.reports ?? {}, documents) : [],
      time: clock.dayAndTime(moment.guidance.time),
      isHeldBack,
      caused: isHeldBack ? verdictItems(view) : isCause ? [...eventItems(view), ...peopleItems(view, before)] : [],
    };
  });
}

function plainly(text: string): readonly Stretch[] {
  return [{ text, isForbidden: false }];
}

function whoOf({ type }: UntimedEvent): TimelineEntry['who'] {
  if (type.startsWith('customer')) return 'customer';
  if (type.startsWith('agent')) return 'agent';
  if (type.startsWith('team')) return 'team';
  return type === 'reports' ? 'tools' : 'time';
}

/** What happens, where nobody says anything. */
function happening(event: UntimedEvent, documents: readonly Playbook[]): string {
  switch (event.type) {
    case 'customerSays':
    case 'agentSays':
      return event.text;
    case 'reports':
      return listed(factsIn(event.values, documents));
    case 'customerAccepts':
      return `accepts ${event.offer === undefined ? 'the offer' : quoted(event.offer)}`;
    case 'customerDeclines':
      return `declines ${event.offer === undefined ? 'the offer' : quoted(event.offer)}`;
    case 'agentOffers': {
      const worth = event.worth ? ` worth ${event.worth.amount} ${event.worth.currency}` : '';
      return `offers ${quoted(event.offer)}${worth}`;
    }
    case 'agentDoes':
      return `does ${quoted(event.action)}`;
    case 'agentRecords':
      return `notes that ${factsIn({ [event.field]: event.value }, documents).join('')}`;
    case 'agentCompletes':
      return `is done with ${quoted(event.step)}`;
    case 'agentEnds':
      return `has settled ${quoted(event.escalation)}`;
    case 'agentCloses':
      return 'closes the conversation';
    case 'teamAnswers':
      return teamDoes(quoted(event.team), 'answer');
    case 'teamApproves':
      return `${teamDoes(quoted(event.team), 'approve')} ${quoted(event.offer ?? 'the reply')}`;
    case 'teamDeclines':
      return `${teamDoes(quoted(event.team), 'decline')} ${quoted(event.offer ?? 'the reply')}`;
    case 'timePasses':
      return lengthInWords(event.seconds);
  }
}

function factsIn(values: object, documents: readonly Playbook[]): readonly string[] {
  return Object.entries(values).map(([fact, value]) => {
    const document = documents.find((one) => typeOf(fact, [one]));
    return factWords(knownFact(fact, value, document));
  });
}

/** Who has just been brought in, and by what. */
function peopleItems({ guidance, run, clock }: View, before: Guidance | undefined): readonly CardItem[] {
  return guidance.escalations.flatMap((running): readonly CardItem[] => {
    const { isNew, asked } = newsOf(running, before);
    const began: readonly CardItem[] = isNew
      ? [{ label: 'escalates', text: named(running.id, running.title), tone: 'bad', why: whyOf(running, run) }]
      : [];
    const who = asked.map((one): CardItem => {
      return { label: 'asked', text: `${askedWords(one)}, ${clock.due(one.time, one.time)}`, tone: 'plain' };
    });
    return [...began, ...who];
  });
}
