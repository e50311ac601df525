import { nearest } from '@poise/language';
import { SERIES, ZONES } from './generated/time-zones.ts';

export { HORIZON } from './generated/time-zones.ts';

/** From this moment on local time is this many minutes ahead of UTC. */
export interface OffsetTransition {
  /** UTC seconds. */
  readonly at: number;
  /** Minutes, east of Greenwich positive. */
  readonly offset: number;
}

/** How a zone's local time differs from UTC over the horizon. */
export interface ZoneOffsets {
  /** The offset at the beginning of the horizon, in minutes. */
  readonly initial: number;
  readonly transitions: readonly OffsetTransition[];
}

/** The names of all time zones, in alphabetical order. */
export function zoneNames(): readonly string[] {
  return Object.keys(ZONES);
}

/**
 * When a zone's clocks change, from the pinned data and nothing of the machine.
 *
 * @throws Error where there is no such zone: the checks of the sources have said so before anything is compiled
 */
export function offsetTransitions(zone: string): ZoneOffsets {
  const series = Object.hasOwn(ZONES, zone) ? SERIES[ZONES[zone] ?? -1] : undefined;
  if (!series) throw new Error(`there is no time zone ${zone}`);
  const [initial = 0, ...changes] = series;
  const transitions: OffsetTransition[] = [];
  for (let index = 0; index + 1 < changes.length; index += 2) {
    transitions.push({ at: changes[index] ?? 0, offset: changes[index + 1] ?? 0 });
  }
  return { initial, transitions };
}

/** Whether there is a time zone of that name. */
export function isZone(name: string): boolean {
  return Object.hasOwn(ZONES, name);
}

/** What people write for a zone that has a name of its own. */
const NICKNAMES: Readonly<Record<string, string>> = {
  bst: 'Europe/London',
  cest: 'Europe/Berlin',
  edt: 'America/New_York',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  z: 'UTC',
};

/** The zone most likely meant: the one in other letters, the one of that city, else the nearest. */
export function zoneLike(written: string): string | undefined {
  const plain = plainly(written);
  if (Object.hasOwn(NICKNAMES, plain)) return NICKNAMES[plain];
  const names = zoneNames();
  const cityOf = (name: string) => plainly(name.slice(name.lastIndexOf('/') + 1));
  return (
    names.find((name) => plainly(name) === plain) ??
    names.find((name) => name.includes('/') && cityOf(name) === cityOf(written)) ??
    nearest(written, names)
  );
}

function plainly(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}
