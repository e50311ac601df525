import { ast, linesOf, stringValue } from '@poise/language';
import type { Hours, Team } from '@poise/runtime';
import { atLeastOne } from './acts.ts';
import { seconds, target } from './conditions.ts';
import type { CompileContext } from './context.ts';
import { described } from './named.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A team, with its hours as minutes of days. The team that stands in for it becomes part of the document, too. */
export function compileTeam(team: ast.Team, context: CompileContext): Team {
  const [answers] = linesOf(team, ast.isAnswers);
  const hours = linesOf(team, ast.isOpeningHours);
  const zone = hours.find((line) => line.zone !== undefined)?.zone;
  const [otherwise] = linesOf(team, ast.isOtherwise);
  if (!answers) throw new Error(`team ${team.name} has no answer time`);
  if (hours.length > 0) context.require('team-hours');
  return {
    ...described(team, context),
    answersWithin: seconds(answers.within),
    ...(zone !== undefined && { zone: stringValue(zone) }),
    hours: hours.map(compileHours),
    closed: linesOf(team, ast.isClosedDays).flatMap((line) => line.dates),
    ...(otherwise && { otherwise: context.refer(target(otherwise.team)) }),
    at: context.position(team),
  };
}

function compileHours(line: ast.OpeningHours): Hours {
  const days = new Set(line.days.flatMap(daysOf));
  return { days: atLeastOne([...days].sort()), from: minutes(line.opens), to: minutes(line.closes) };
}

/** 1 is Monday. A range may run over the end of the week. */
function daysOf({ daily, first, last }: ast.DayRange): number[] {
  const from = daily ? 0 : WEEKDAYS.indexOf(first as 'monday');
  const to = daily ? 6 : last === undefined ? from : WEEKDAYS.indexOf(last as 'monday');
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ((from + index) % 7) + 1);
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number);
  return hours * 60 + rest;
}
