import * as ast from '../generated/ast.ts';
import { stringValue } from '../parsing/strings.ts';
import { linesOf } from '../structure/placement.ts';
import type { Check } from './check.ts';

/** A team's hours and closed days are in one time zone, which one of its lines names. */
export const hoursMustHaveOneTimeZone: Check<ast.Team> = (team, { report }) => {
  const hours = linesOf(team, ast.isOpeningHours);
  const [named, ...others] = hours.filter((line) => line.zone !== undefined);
  const [closed] = linesOf(team, ast.isClosedDays);
  if (hours[0] && !named) report('missing-time-zone', { line: 'open' }, { node: hours[0] });
  if (!hours[0] && closed) report('missing-time-zone', { line: 'closed' }, { node: closed, keyword: 'closed' });
  const first = stringValue(named?.zone);
  for (const node of others) {
    const second = stringValue(node.zone);
    if (second !== first) report('second-time-zone', { first, second }, { node, property: 'zone' });
  }
};

/** From a day to the same day is one day to some and a week to others. */
export const daysMustBeClear: Check<ast.DayRange> = (range, { report }) => {
  if (range.first !== undefined && range.first === range.last)
    report('bad-days', { day: range.first }, { node: range });
};
