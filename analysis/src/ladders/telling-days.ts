import type { Zone } from '@poise/runtime';
import { type Calendar, DAY, type Stretch, weekday } from './open-times.ts';

/** Some days in a row (of UTC) that have to be looked at. */
export interface TellingDays extends Stretch {
  /** No clock is changed and no team has a closed day while something that begins on them goes on: whole weeks are like this. */
  readonly ordinary: boolean;
}

/** What is near a day. */
const ORDINARY = 0;
const CLOCK_CHANGE = 1;
const CLOSED_DAY = 2;

/**
 * Days enough to see everything that can happen to what begins on any day of a time and looks at the teams for so many seconds from then on: each day of
 * the week once for each way in which the zones' clocks stand to each other, and for each way in which a change of clocks lies to it; and whatever is near a
 * closed day. Every other day is like one of these to the second.
 *
 * @param within from midnight to midnight of UTC
 */
export function tellingDays(teams: readonly Calendar[], seconds: number, within: Stretch): TellingDays[] {
  const zones = [...new Set(teams.flatMap(({ zone }) => zone ?? []))];
  const first = within.from / DAY;
  const count = within.until / DAY - first;
  if (count <= 0) return [];
  if (zones.length === 0) return [{ from: within.from, until: within.from + DAY, ordinary: true }];

  const kinds = new Uint8Array(count);
  /** Marks the days on which something begins that may see what lies between two moments. */
  const mark = (from: number, until: number, kind: number): void => {
    const earliest = Math.floor((from - seconds) / DAY) - first;
    kinds.fill(kind, Math.max(0, earliest), Math.max(0, Math.ceil(until / DAY) - first));
  };
  for (const { transitions, from, until } of zones) {
    for (const at of [from, until, ...transitions.map(({ at }) => at)]) mark(at, at, CLOCK_CHANGE);
  }
  for (const { zone, closed } of teams) {
    if (zone === undefined || closed.size === 0) continue;
    const offsets = [zone.offset, ...zone.transitions.map(({ offset }) => offset)];
    const [least, most] = [Math.min(...offsets) * 60, Math.max(...offsets) * 60];
    for (const day of closed) mark(day * DAY - most, (day + 1) * DAY - least, CLOSED_DAY);
  }

  const seen = new Set<string>();
  const found: TellingDays[] = [];
  let clocks = '';
  for (let index = 0; index < count; index += 1) {
    const kind = kinds[index];
    const from = (first + index) * DAY;
    if (kind !== CLOSED_DAY) {
      // Between two changes the clocks stand as they do.
      if (kind !== ORDINARY || index === 0 || kinds[index - 1] !== ORDINARY) {
        clocks = zones.map((zone) => clocksOf(zone, from, from + DAY + seconds)).join(';');
      }
      const like = `${weekday(first + index)} ${clocks}`;
      if (seen.has(like)) continue;
      seen.add(like);
    }
    const ordinary = kind === ORDINARY;
    const last = found.at(-1);
    if (last?.until === from && last.ordinary === ordinary) found[found.length - 1] = { ...last, until: from + DAY };
    else found.push({ from, until: from + DAY, ordinary });
  }
  return found;
}

/** How a zone's clock stands at a moment, and how it is changed up to another: `60`, `60 3600:0`. */
function clocksOf({ from, until, offset, transitions }: Zone, begin: number, end: number): string {
  const before = transitions.findLast(({ at }) => at <= begin);
  const changes = transitions.filter(({ at }) => at > begin && at < end);
  const edges = [from, until].filter((at) => at > begin && at < end);
  const known = begin >= from && begin < until;
  return [
    known ? (before?.offset ?? offset) : 'unknown',
    ...changes.map((change) => `${change.at - begin}:${change.offset}`),
    ...edges.map((at) => `${at - begin}:edge`),
  ].join(' ');
}
