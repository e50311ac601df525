/// <reference types="node" />
/**
 * Writes `generator/src/generated/time-zones.ts`: when each time zone's clocks change from 2020 to 2037, from the time zone database as `moment-timezone`
 * packs it. Only this part is needed, and reading the whole of it would cost each start of the command more than checking a playbook.
 *
 * Run it with `node generator/scripts/time-zones.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import moment from 'moment-timezone';
import packed from 'moment-timezone/data/packed/latest.json' with { type: 'json' };

const FROM = Date.UTC(2020, 0, 1) / 1000;
const UNTIL = Date.UTC(2038, 0, 1) / 1000;

/** The offset in minutes at the beginning, then the moment in seconds and the new offset of each change. */
type Series = readonly number[];

function seriesOf(name: string): Series {
  const { untils, offsets } = moment.tz.unpack(packed.zones.find((zone) => zone.startsWith(`${name}|`)) ?? '');
  let current = Number.NaN;
  const changes: number[] = [];
  for (const [index, westward] of offsets.entries()) {
    // Each period begins where the one before it ends, in milliseconds; the data count minutes behind UTC.
    const begins = index === 0 ? Number.NEGATIVE_INFINITY : (untils[index - 1] ?? Number.POSITIVE_INFINITY) / 1000;
    const offset = westward === 0 ? 0 : -westward;
    if (begins >= UNTIL) break;
    // A change of name alone, from winter time to standard time, changes no clock.
    if (begins > FROM && offset !== current) changes.push(begins, offset);
    else if (begins <= FROM) changes.splice(0, changes.length, offset);
    current = offset;
  }
  return changes;
}

const names = new Map(packed.zones.map((zone) => [zone.slice(0, zone.indexOf('|')), zone.slice(0, zone.indexOf('|'))]));
for (const link of packed.links) {
  const [zone = '', alias = ''] = link.split('|');
  if (names.has(zone) && !names.has(alias)) names.set(alias, zone);
}

const series: string[] = [];
const zones: [string, number][] = [];
for (const [name, zone] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const text = JSON.stringify(seriesOf(zone));
  if (!series.includes(text)) series.push(text);
  zones.push([name, series.indexOf(text)]);
}

const folder = new URL('../src/generated/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(
  new URL('time-zones.ts', folder),
  `// Written by generator/scripts/time-zones.ts from the time zone database ${packed.version}; do not edit.
/** The span of time that is covered, in UTC seconds. */
export const HORIZON = { from: ${FROM}, until: ${UNTIL} } as const;
/** How local time runs: the offset in minutes east of Greenwich at the beginning, then the UTC second and the new offset of each change. */
export const SERIES: readonly (readonly number[])[] = [
${series.map((text) => `  ${text},\n`).join('')}];
/** By the name of a zone: which of these it has. */
export const ZONES: Readonly<Record<string, number>> = ${JSON.stringify(Object.fromEntries(zones))};
`,
);
