import { nearest } from '@poise/language';
import packed from 'moment-timezone/data/packed/latest.json' with { type: 'json' };
// Without its data (`moment-timezone` itself would load them into every program): only the reader of the packed form is needed.
import moment from 'moment-timezone/moment-timezone.js';

/** The span of time for which offsets are compiled, in UTC seconds: the first moment of 2020 up to the last of 2037, where the data end. */
export const HORIZON = { from: Date.UTC(2020, 0, 1) / 1000, until: Date.UTC(2038, 0, 1) / 1000 } as const;

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

/** Zones by name, in packed form. Several names may stand for one zone. */
const ZONES: ReadonlyMap<string, string> = readZones();

function readZones(): ReadonlyMap<string, string> {
  const zones = new Map(packed.zones.map((zone) => [zone.slice(0, zone.indexOf('|')), zone]));
  for (const link of packed.links) {
    const [zone = '', alias = ''] = link.split('|');
    const target = zones.get(zone);
    if (target !== undefined && !zones.has(alias)) zones.set(alias, target);
  }
  return zones;
}

/** The names of all time zones, in alphabetical order. */
export function zoneNames(): readonly string[] {
  return [...ZONES.keys()].sort();
}

/**
 * When a zone's clocks change, from the pinned data and nothing of the machine.
 *
 * @throws Error where there is no such zone: the checks of the sources have said so before anything is compiled
 */
export function offsetTransitions(zone: string): ZoneOffsets {
  const source = ZONES.get(zone);
  if (source === undefined) throw new Error(`there is no time zone ${zone}`);
  const { untils, offsets } = moment.tz.unpack(source);
  let initial: number | undefined;
  let current: number | undefined;
  const transitions: OffsetTransition[] = [];
  for (const [index, westward] of offsets.entries()) {
    // Each period begins where the one before it ends, in milliseconds; the data count minutes behind UTC.
    const begins = index === 0 ? Number.NEGATIVE_INFINITY : (untils[index - 1] ?? Number.POSITIVE_INFINITY) / 1000;
    const offset = westward === 0 ? 0 : -westward;
    if (begins >= HORIZON.until) break;
    if (begins <= HORIZON.from) initial = offset;
    // A change of name alone, from winter time to standard time, changes no clock.
    else if (offset !== current) transitions.push({ at: begins, offset });
    current = offset;
  }
  return { initial: initial ?? 0, transitions };
}

/** Whether there is a time zone of that name. */
export function isZone(name: string): boolean {
  return ZONES.has(name);
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
