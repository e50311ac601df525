/** Some hours of the week in a row, on each of some days. */
export interface WeekStretch {
  /** The days on which it begins, in order: 1 is Monday, 7 is Sunday. */
  readonly days: readonly number[];
  /** The hour in which it begins: 0 to 23. */
  readonly from: number;
  /** How long it lasts: maybe into the next days, and 168 for the whole week. */
  readonly hours: number;
}

const DAY = 24;
const WEEK = 7 * DAY;

/**
 * The hours of a week as stretches that are as long as they can be, those that begin and last alike on several days as one.
 *
 * @param isOne whether an hour is one of them, counted from Monday's midnight
 */
export function weekStretches(isOne: (hour: number) => boolean): readonly WeekStretch[] {
  const first = Array.from({ length: WEEK }, (_, hour) => hour).find(
    (hour) => isOne(hour) && !isOne((hour + WEEK - 1) % WEEK),
  );
  if (first === undefined) return isOne(0) ? [{ days: [1], from: 0, hours: WEEK }] : [];
  const found = new Map<string, WeekStretch>();
  for (let hour = first; hour < first + WEEK; ) {
    let hours = 0;
    while (isOne((hour + hours) % WEEK)) hours += 1;
    if (hours > 0) {
      const day = Math.floor((hour % WEEK) / DAY) + 1;
      const from = hour % DAY;
      const key = `${from} ${hours}`;
      const days = [...(found.get(key)?.days ?? []), day].sort();
      found.set(key, { days, from, hours });
    }
    hour += Math.max(1, hours);
  }
  return [...found.values()];
}
