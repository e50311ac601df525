import type { PlayedScenario, ScenarioFailure, Stop } from '@poise/server/protocol';

/** A line at which somebody who goes through a scenario comes to a halt, and how the conversation stands there. */
export interface Halt extends Stop {
  /** Here the scenario fails: this is the last one. */
  readonly failure?: ScenarioFailure;
}

/** All lines at which one can halt, in order. */
export function haltsOf({ stops, failure }: PlayedScenario): readonly Halt[] {
  if (!failure) return stops;
  const last = stops.at(-1);
  const isAtFailure = last && JSON.stringify(last.place) === JSON.stringify(failure.place);
  const before = isAtFailure ? stops.slice(0, -1) : stops;
  return [...before, { place: failure.place, groups: last?.groups ?? [], failure }];
}

/** Whether a halt is on one of these lines of a file, which count from 0. */
export function isOn({ place }: Halt, uri: string, lines: ReadonlySet<number>): boolean {
  if (place.uri !== uri) return false;
  for (let line = place.range.start.line; line <= place.range.end.line; line += 1) if (lines.has(line)) return true;
  return false;
}
