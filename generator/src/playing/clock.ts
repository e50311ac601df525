import type { Playbook } from '@poise/runtime';

/** Tells times as scenarios write them: in the playbook's time zone if it knows of just one, else in UTC. */
export interface Clock {
  /** `tuesday 12:00`. */
  readonly dayAndTime: (time: number) => string;
  /** `at 12:15, in 15 minutes`, with the date where it is another day. */
  readonly due: (time: number, now: number) => string;
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export function clockOf({ zones }: Pick<Playbook, 'zones'>): Clock {
  const zone = zones.length === 1 ? zones[0] : undefined;
  const local = (time: number): Date => {
    const offset = zone?.transitions.findLast(({ at }) => at * 1000 <= time)?.offset ?? zone?.offset ?? 0;
    return new Date(time + offset * 60_000);
  };
  const date = (time: number): string => local(time).toISOString().slice(0, 10);
  const clockTime = (time: number): string => local(time).toISOString().slice(11, 16);
  return {
    dayAndTime: (time) => `${WEEKDAYS[local(time).getUTCDay()]} ${clockTime(time)}`,
    due: (time, now) => {
      const day = date(time) === date(now) ? '' : `${WEEKDAYS[local(time).getUTCDay()]} ${date(time)} `;
      return `at ${day}${clockTime(time)}${time > now ? `, in ${lengthInWords((time - now) / 1000)}` : ''}`;
    },
  };
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** `1 day`, `2 hours 30 minutes`: the two largest units that it has. */
export function lengthInWords(seconds: number): string {
  let rest = Math.round(seconds);
  const words: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length);
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
    rest -= count * length;
    if (words.length === 2) break;
  }
  return words.join(' ') || '0 seconds';
}
