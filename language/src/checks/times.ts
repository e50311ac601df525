import type * as ast from '../generated/ast.ts';
import type { Check, CheckContext } from './check.ts';

/** Opening and closing are times of a day, and some time lies between them: over midnight it may. */
export const hoursMustBeTimes: Check<ast.OpeningHours> = (hours, context) => {
  const { opens, closes } = hours;
  const fine = [timeMustExist(hours, 'opens', opens, context), timeMustExist(hours, 'closes', closes, context)];
  if (fine.every(Boolean) && opens === closes)
    context.report('bad-hours', { time: closes }, { node: hours, property: 'closes' });
};

/** A scenario begins at a time of a day. */
export const clockMustShowATime: Check<ast.ClockFact> = (clock, context) => {
  timeMustExist(clock, 'time', clock.time, context);
};

/** Whether the time is there and all right. Midnight at the end of a day is the time to close, and nothing else. */
function timeMustExist(
  node: ast.OpeningHours | ast.ClockFact,
  property: 'opens' | 'closes' | 'time',
  written: string | undefined,
  { report }: CheckContext,
): boolean {
  if (written === undefined || written === '') return false;
  const proposal = written
    .split(':')
    .map((number) => number.padStart(2, '0'))
    .join(':');
  const exists = /^([01]\d|2[0-3]):[0-5]\d$/.test(proposal);
  const isEndOfDay = proposal === '24:00';
  if (!exists && !isEndOfDay) report('bad-time', { written, problem: 'none' }, { node, property });
  else if (written !== proposal) report('bad-time', { written, problem: 'form', proposal }, { node, property });
  else if (isEndOfDay && property !== 'closes')
    report('bad-time', { written, problem: 'closing-only' }, { node, property });
  else return true;
  return false;
}
