import { type Guidance, prepare } from '@poise/runtime';
import { answersToOffers } from './answers-to-offers.ts';
import { type CardItem, documentOf, type View } from './card-item.ts';
import { standingItems } from './card-items.ts';
import type { Cast } from './cast.ts';
import { type Clock, clockOf } from './clock.ts';
import { forbiddenItems } from './forbidden-items.ts';
import { otherActs } from './other-acts.ts';
import { eventPlayer, type LocalTime, type PlayedEvents } from './play-events.ts';
import { recordedLines } from './recorded-lines.ts';
import { type SettableFact, settableFacts } from './settable-facts.ts';
import { silentRules } from './silent-rules.ts';
import { type Stretch, stretchesOf } from './stretches.ts';
import type { Suggestion } from './suggestion.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import type { UntimedEvent } from './untimed-event.ts';
import { verdictItems } from './verdict-items.ts';

/** A conversation that is tried out, for whoever shows it: plain data. */
export interface Simulation {
  readonly playbook: { readonly id: string; readonly title: string; readonly version: string };
  readonly opening: LocalTime;
  /** The time now: `tuesday 12:00`. */
  readonly time: string;
  /** When something comes due by itself, and in how many seconds. */
  readonly nextDue?: { readonly words: string; readonly seconds: number };
  readonly state: Guidance['state'];
  readonly timeline: readonly TimelineEntry[];
  /** See `PlayedEvents`. */
  readonly stopped?: PlayedEvents['stopped'];
  /** How it stands, and what the agent is to do, in the order in which one looks at it. */
  readonly card: readonly CardItem[];
  /** What must not happen now. */
  readonly forbidden: readonly CardItem[];
  /** What the customer can say to offers. */
  readonly answers: readonly Suggestion[];
  /** What the agent can do besides what the card says. */
  readonly otherActs: readonly Suggestion[];
  readonly facts: readonly SettableFact[];
  /** What becomes of a reply that isn't out yet; absent where there is none. */
  readonly draft?: JudgedDraft;
}

export interface JudgedDraft {
  readonly isAllowed: boolean;
  readonly text: readonly Stretch[];
  /** Why it is held back, and what to say instead. */
  readonly items: readonly CardItem[];
}

/** Plays conversations with one playbook, as often as one likes. */
export interface Simulator {
  /** @param draft a reply that the agent is writing */
  simulate(opening: LocalTime, events: readonly UntimedEvent[], draft?: string): Simulation;
  /** The lines of a scenario that tells of the conversation, as far as it can be played. */
  record(opening: LocalTime, events: readonly UntimedEvent[]): readonly string[];
}

/** Makes a playbook ready to be tried out. The same events always give the same. */
export function createSimulator(cast: Cast): Simulator {
  const play = eventPlayer(cast);
  const playbooks = prepare(cast.documents);
  return {
    simulate(opening, events, draft) {
      const played = play(opening, events);
      const { run, stopped } = played;
      const document = documentOf(run);
      const clock = clockOf(document);
      const { guidance } = run.turns.at(-1) ?? run.opening;
      const view: View = { run, guidance, lately: [guidance], clock };
      const { id, title, version } = document;
      const { time, nextDue } = guidance;
      const sound = stopped ? events.slice(0, stopped.event) : events;
      const judged =
        draft === undefined || draft === ''
          ? undefined
          : judgedDraft(draft, play(opening, [...sound, says(draft)]), clock);
      return {
        playbook: { id, title, version },
        opening,
        time: clock.dayAndTime(time),
        ...(nextDue !== null && {
          nextDue: { words: clock.due(nextDue, time), seconds: Math.ceil((nextDue - time) / 1000) },
        }),
        state: guidance.state,
        timeline: timelineOf(events, played, clock),
        ...(stopped && { stopped }),
        card: standingItems(view),
        forbidden: forbiddenItems(view),
        answers: answersToOffers(run),
        otherActs: otherActs(run, guidance),
        facts: settableFacts(run, silentRules(run, playbooks)),
        ...(judged && { draft: judged }),
      };
    },
    record(opening, events) {
      const played = play(opening, events);
      return recordedLines(opening, events.slice(0, played.stopped?.event), played);
    },
  };
}

function says(text: string): UntimedEvent {
  return { type: 'agentSays', text };
}

/** @param played the conversation with the draft at its end, if anything can be said there */
function judgedDraft(draft: string, { run, stopped }: PlayedEvents, clock: Clock): JudgedDraft | undefined {
  if (stopped) return undefined;
  const guidance = run.turns.at(-1)?.guidance;
  const verdict = guidance?.verdict;
  if (!guidance || !verdict) return undefined;
  const items = verdictItems({ run, guidance, lately: [guidance], clock });
  return { isAllowed: verdict.allowed, text: stretchesOf(draft, verdict.blocks), items };
}
