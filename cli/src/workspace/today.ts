/** The day it is now, in UTC, `YYYY-MM-DD`. The one place where a check's result could come to depend on the clock. */
export function todayInUtc(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}

/** Whether the text names a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // 2026-02-30 is read as 2 March.
  return !Number.isNaN(day.getTime()) && todayInUtc(day) === text;
}
