/** What stands on a map of answer times, in words. */
import type { AnswerHours, EscalationTimes, TimeMap, WeekStretch } from '@poise/analysis/map';
import { daysFrom, daysWords, listed, nameOfDay, quoted } from '@poise/generator/words';
import { lengthOfTime } from '@poise/language/words';

const DAY = 24;
const WEEK = 7 * DAY;
/** More playbooks than that are counted. */
const MOST_NAMED = 3;

/** `How long a team may take to answer, in 15 playbooks`. */
export function timesTitle({ playbooks }: TimeMap, mark: (name: string) => string = quoted): string {
  const where = playbooks.length === 1 ? mark(playbooks[0] ?? '') : `${playbooks.length} playbooks`;
  return `How long a team may take to answer, in ${where}`;
}

/** What the times are of. */
export const TIMES_NOTE =
  'By the hour of the week in which an escalation begins; days on which a team is closed and changes of clocks are left out.';

/** `escalation boiling_over of the house, resolve within 20 minutes (Europe/London)`. */
export function escalationWords(
  times: EscalationTimes,
  { playbooks }: TimeMap,
  mark: (name: string) => string = quoted,
): string {
  const { resolveWithin, zone } = times;
  const within = resolveWithin === undefined ? '' : `, resolve within ${lengthOfTime(resolveWithin)}`;
  return `${whichWords(times, playbooks, mark)}${within}${zone === undefined ? '' : ` (${zone})`}`;
}

export const NO_ESCALATION = 'There is no escalation in these playbooks.';

function whichWords(
  { escalation, origin, playbooks: having }: EscalationTimes,
  playbooks: readonly string[],
  mark: (name: string) => string,
): string {
  const name = `escalation ${mark(escalation)}`;
  const which = having.length > MOST_NAMED ? `${having.length} playbooks` : listed(having.map(mark));
  if (origin === 'playbook') return playbooks.length === 1 ? name : `${name} of ${which}`;
  return `${name} of the house${having.length === playbooks.length ? '' : `, in ${which}`}`;
}

/** Those that nobody has to answer: they only tell a team something. */
export function unansweredWords(map: TimeMap, mark: (name: string) => string = quoted): string | undefined {
  const unanswered = map.escalations.filter(({ answers }) => answers.length === 0);
  if (unanswered.length === 0) return undefined;
  return `${unanswered.length === 1 ? 'This waits' : 'These wait'} for no answer: ${unanswered.map((times) => whichWords(times, map.playbooks, mark)).join('; ')}`;
}

/** An answer in a few words, with when it is so. */
export interface ShownAnswer {
  readonly mark: ReturnType<typeof markWords>;
  /** `duty_manager within 10 minutes`. */
  readonly answer: string;
  /** `Monday to Friday 19:00–20:00; Saturday 16:00–17:00`. */
  readonly times: string;
}

/** The answers of an escalation, and when it can't begin. Of those with many times, the one with the most hours comes last, as what holds at any other; but the longest is told in full. */
export function shownAnswers(escalation: EscalationTimes): readonly ShownAnswer[] {
  const { answers, never } = escalation;
  const longest = answers[0]?.seconds;
  const [rest] = answers
    .filter(({ seconds, times }) => seconds !== longest && times.length > 2)
    .sort((one, other) => hoursIn(other) - hoursIn(one));
  const shown = (one: AnswerHours, times = timesWords(one.times)) => ({
    mark: markWords(one, escalation),
    answer: answerWords(one),
    times,
  });
  return [
    ...answers.filter((one) => one !== rest).map((one) => shown(one)),
    ...(never.length > 0 ? [{ mark: '' as const, answer: 'can’t begin', times: timesWords(never) }] : []),
    ...(rest ? [shown(rest, 'at any other time')] : []),
  ];
}

function hoursIn({ times }: AnswerHours): number {
  return times.reduce((sum, { days, hours }) => sum + days.length * hours, 0);
}

/** Whether an answer comes later than what it is about should be resolved, or is the worst of different ones. */
export function markWords(answer: AnswerHours, { answers, resolveWithin }: EscalationTimes): '' | 'too late' | 'worst' {
  if (answer.seconds !== undefined && resolveWithin !== undefined && answer.seconds > resolveWithin) return 'too late';
  const seconds = answer.seconds ?? Number.POSITIVE_INFINITY;
  const others = answers.map((other) => other.seconds ?? Number.POSITIVE_INFINITY);
  return others.some((other) => other < seconds) && others.every((other) => other <= seconds) ? 'worst' : '';
}

/** `supervisors within 2 minutes`. */
export function answerWords({ seconds, team }: Pick<AnswerHours, 'seconds' | 'team'>): string {
  if (seconds === undefined || team === undefined) return 'nobody is sure to answer';
  return `${team} within ${lengthOfTime(seconds)}`;
}

/** `Monday to Friday 08:00–09:00 and 18:00–19:00; Saturday 09:00–16:00`. */
export function timesWords(times: readonly WeekStretch[]): string {
  const inDays = times.filter(({ hours }) => hours < DAY);
  const words = times.map((stretch): string => {
    if (!inDays.includes(stretch)) return stretchWords(stretch);
    const { days } = stretch;
    const alike = inDays.filter((other) => other.days.join() === days.join());
    if (alike[0] !== stretch) return '';
    return `${daysWords(days)} ${listed(alike.map(({ from, hours }) => `${clock(from)}–${clock(untilHour(from, hours))}`))}`;
  });
  return words.filter((word) => word !== '').join('; ');
}

/** One of a day or more. */
function stretchWords({ days, from, hours }: WeekStretch): string {
  if (hours === WEEK) return 'at any time';
  if (from === 0 && hours % DAY === 0) return days.map((day) => daysWords(daysFrom(day, hours / DAY))).join('; ');
  return days
    .map((day) => {
      const last = daysFrom(day, Math.floor((from + hours - 1) / DAY) + 1).at(-1) ?? day;
      return `${nameOfDay(day)} ${clock(from)} to ${nameOfDay(last)} ${clock(untilHour(from, hours))}`;
    })
    .join('; ');
}

/** Midnight is the end of a day. */
function untilHour(from: number, hours: number): number {
  return ((from + hours - 1) % DAY) + 1;
}

export function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
