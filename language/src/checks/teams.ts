import * as ast from '../generated/ast.ts';
import { stringValue } from '../parsing/strings.ts';
import { linesOf } from '../structure/placement.ts';
import type { Check } from './check.ts';

/** A team's hours and closed days are those of one place. Lines that name no time zone take the team's, if it has just one. */
export const hoursMustHaveATimeZone: Check<ast.Team> = (team, { report }) => {
  const hours = linesOf(team, ast.isOpeningHours);
  const zones = [...new Set(hours.flatMap((line) => (line.zone === undefined ? [] : [stringValue(line.zone)])))];
  const without = hours.filter((line) => line.zone === undefined);
  if (zones.length === 0 && without[0]) report('missing-time-zone', { line: 'open', zones }, { node: without[0] });
  if (zones.length > 1) for (const node of without) report('missing-time-zone', { line: 'open', zones }, { node });
  const [closed] = linesOf(team, ast.isClosedDays);
  if (hours.length === 0 && closed)
    report('missing-time-zone', { line: 'closed', zones }, { node: closed, keyword: 'closed' });
};

/** From a day to the same day is one day to some and a week to others. */
export const daysMustBeClear: Check<ast.DayRange> = (range, { report }) => {
  if (range.first !== undefined && range.first === range.last)
    report('bad-days', { day: range.first }, { node: range });
};
