import { ast, linesOf, stringValue } from '@poise/language';
import { type AstNode, GrammarUtils } from 'langium';
import type { Hint } from './hint.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** The day of the week of each day on which a team is closed. */
export function hintsOfClosedDays(line: ast.ClosedDays): Hint[] {
  return line.dates.flatMap((date, index) => dayOf(date, line, 'dates', index));
}

/** The day of the week on which a scenario takes place. */
export function hintOfClock(clock: ast.ClockFact): Hint[] {
  return dayOf(clock.date, clock, 'date');
}

/** What hours leave unsaid: that they end on the next day, and the time zone, where another line of the team names it. */
export function hintOfHours(hours: ast.OpeningHours): Hint[] {
  const behind = GrammarUtils.findNodeForProperty(hours.$cstNode, 'closes');
  if (!behind) return [];
  const zone = hours.zone === undefined ? zoneOf(hours.$container) : undefined;
  const overnight = minutesOf(hours.closes) < minutesOf(hours.opens) ? 'next day' : undefined;
  const text = [overnight, zone].filter((part) => part !== undefined).join(', ');
  return text === '' ? [] : [{ behind, label: [{ text }] }];
}

function dayOf(date: string | undefined, node: AstNode, property: string, index?: number): Hint[] {
  const behind = GrammarUtils.findNodeForProperty(node.$cstNode, property, index);
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (!behind || date === undefined || Number.isNaN(midnight)) return [];
  const day = new Date(midnight);
  // 31 February would be some day in March.
  if (day.toISOString().slice(0, date.length) !== date) return [];
  return [{ behind, label: [{ text: DAYS[day.getUTCDay()] ?? '' }] }];
}

function zoneOf(team: AstNode | undefined): string | undefined {
  if (!ast.isTeam(team)) return undefined;
  const zone = linesOf(team, ast.isOpeningHours).find((line) => line.zone !== undefined)?.zone;
  return zone === undefined ? undefined : stringValue(zone);
}

/** No number where it is no time of day: then it is neither before nor after another one. */
function minutesOf(time: string | undefined): number {
  const [hours = Number.NaN, minutes = Number.NaN] = (time ?? '').split(':').map(Number);
  return hours * 60 + minutes;
}
