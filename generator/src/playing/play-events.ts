import type { Opening, Values, Zone } from '@poise/runtime';
import type { ScenarioEvent, ScenarioRun } from '../scenarios/index.ts';
import { onDate } from '../scenarios/local-time.ts';
import { scenarioPlayer } from '../scenarios/run-scenario.ts';
import { faultWords } from '../words/index.ts';
import type { Cast } from './cast.ts';
import type { UntimedEvent } from './untimed-event.ts';

/** When a conversation that is tried out begins, on the clock of the playbook's teams: `2026-11-27 19:50`. */
export type LocalTime = string;

/** A conversation that is tried out, as far as it could be played. */
export interface PlayedEvents {
  readonly run: ScenarioRun;
  /** How many of the events the conversation opened with: what tools report before anything happens is known from the first moment. */
  readonly opening: number;
  /** The first event that can't happen, by its place among all, and why. It and what comes after it isn't played. */
  readonly stopped?: { readonly event: number; readonly because: string };
}

export type EventPlayer = (opening: LocalTime, events: readonly UntimedEvent[]) => PlayedEvents;

/** Makes a playbook ready. What comes of the same events is always the same. */
export function eventPlayer(cast: Cast): EventPlayer {
  const play = scenarioPlayer(cast);
  const zone = zoneOf(cast);
  return (opening, events) => {
    const begins = openingEvents(events);
    const scenario = (some: readonly UntimedEvent[]) => ({
      playbook: cast.playbook,
      title: '',
      at: placeOf(-1),
      opening: openingOf(opening, some.slice(0, begins), zone),
      items: timed(some, begins, onClock(opening, zone)),
    });
    const run = play(scenario(events));
    const { failure } = run;
    if (!failure) return { run, opening: begins };
    const { line } = failure.line.at;
    // What it opens with is given all at once: which of it can't be is seen when it is given bit by bit.
    const opensBadly = (_: UntimedEvent, index: number) => play(scenario(events.slice(0, index + 1))).failure;
    const event = line > 0 ? line - 1 : Math.max(0, events.findIndex(opensBadly));
    const because = failure.kind === 'fault' ? failure.faults.map(faultWords).join('; ') : '';
    // Of what can't happen nothing must be left.
    const sound = play(scenario(events.slice(0, event)));
    return { run: sound, opening: Math.min(begins, event), stopped: { event, because } };
  };
}

/** How many reports come before anything else. */
function openingEvents(events: readonly UntimedEvent[]): number {
  const first = events.findIndex(({ type }) => type !== 'reports');
  return first < 0 ? events.length : first;
}

function openingOf(time: LocalTime, given: readonly UntimedEvent[], zone: Zone | undefined): Opening {
  const reports: Values = Object.assign({}, ...given.map((event) => (event.type === 'reports' ? event.values : {})));
  return { time: onClock(time, zone), ...(given.length > 0 && { reports }) };
}

function timed(events: readonly UntimedEvent[], from: number, opening: number): ScenarioEvent[] {
  let at = opening;
  return events.slice(from).map((event, index): ScenarioEvent => {
    const source = { kind: 'event', at: placeOf(from + index), text: '' } as const;
    if (event.type !== 'timePasses') return { ...source, event: { ...event, at } };
    at += event.seconds * 1000;
    return { ...source, event: { type: 'timePasses', at } };
  });
}

/** Events stand in no file: their lines count them. */
function placeOf(event: number): ScenarioEvent['at'] {
  return { file: '', line: event + 1, column: 1 };
}

function onClock(time: LocalTime, zone: Zone | undefined): number {
  const [date = '', clock = ''] = time.split(' ');
  return onDate(date, clock, zone);
}

function zoneOf({ playbook, documents }: Cast): Zone | undefined {
  const zones = documents.find(({ id }) => id === playbook)?.zones ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}
