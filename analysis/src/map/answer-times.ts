/** How long it takes until a team answers, by when in the week an escalation begins. */
import { daysThatMatter } from '../ladders/days-that-matter.ts';
import { callsOfEscalation, handoversOf } from '../ladders/handovers.ts';
import { type AnswerTimes, type LongestAnswer, longestAnswers } from '../ladders/longest-answers.ts';
import { beginningsIn } from '../ladders/may-begin.ts';
import { DAY } from '../ladders/open-times.ts';
import { StateSpace } from '../states/state-space.ts';
import type { Subject } from '../subject.ts';
import { shownSubjects } from './shown-subjects.ts';
import { type WeekStretch, weekStretches } from './week-stretches.ts';

/** When the longest answer is the same. Without `seconds` and `team` nobody is sure to answer. */
export interface AnswerHours extends LongestAnswer {
  readonly times: readonly WeekStretch[];
}

/** The answers that an escalation gets over a week. */
export interface EscalationTimes {
  readonly escalation: string;
  readonly origin: 'house' | 'playbook';
  /** Those that have it: one, unless it is a rule of the house. */
  readonly playbooks: readonly string[];
  /** The zone of the hours; absent where they don't matter. */
  readonly zone?: string;
  /** Seconds by which it should be settled. */
  readonly resolveWithin?: number;
  /** The longest first. None where it waits for no answer. */
  readonly answers: readonly AnswerHours[];
  /** When it can't begin, for it asks whether teams are open. */
  readonly never: readonly WeekStretch[];
}

export interface TimeMap {
  readonly playbooks: readonly string[];
  readonly escalations: readonly EscalationTimes[];
}

/** Time zones are known for some years: with less than that of them left, all years count. */
const LEAST_DAYS = 366;

/**
 * For each escalation how long it takes until a team answers, over weeks without closed days and changes of clocks. A rule of the house is there once, however many
 * playbooks have it.
 *
 * @param today `2026-11-22`: weeks before it don't matter
 */
export function timeMap(given: readonly Subject[], today: string): TimeMap {
  const subjects = shownSubjects(given);
  const house = new Map<string, EscalationTimes>();
  const own: EscalationTimes[] = [];
  for (const subject of subjects) {
    for (const times of timesIn(subject, today)) {
      if (times.origin === 'playbook') {
        own.push(times);
        continue;
      }
      // Two houses may have rules of one name.
      const key = JSON.stringify({ ...times, playbooks: [] });
      const playbooks = [...(house.get(key)?.playbooks ?? []), subject.id];
      house.set(key, { ...times, playbooks });
    }
  }
  return { playbooks: subjects.map(({ id }) => id), escalations: [...house.values(), ...own] };
}

function timesIn(subject: Subject, today: string): readonly EscalationTimes[] {
  // What a week is like doesn't hang on when the playbook is valid.
  const { teams, zones } = subject;
  const rota = { teams, zones };
  const known = daysThatMatter(rota, today);
  const day = zones.length > 0 && known.until - known.from < LEAST_DAYS * DAY ? undefined : today;
  const beginningOf = beginningsIn(subject, new StateSpace([subject]));
  const handovers = handoversOf(subject);
  return subject.escalations.map((escalation) => {
    const { id, origin, resolveWithin } = escalation;
    const about = {
      escalation: id,
      origin,
      playbooks: [subject.id],
      ...(resolveWithin !== undefined && { resolveWithin }),
    };
    if (callsOfEscalation(escalation).length === 0) return { ...about, answers: [], never: [] };
    const handover = handovers.find(({ caller }) => 'escalation' in caller && caller.escalation === id);
    // The playbook may have started while other teams were open.
    const beginning = handover && beginningOf({ ...handover, own: false });
    const narrow = longestAnswers(rota, escalation, day, beginning);
    const canBegin = narrow.week.flat().some((answer) => answer !== undefined);
    return { ...about, ...stretchesOf(canBegin ? narrow : longestAnswers(rota, escalation, day)) };
  });
}

function stretchesOf({ zone, week }: AnswerTimes): Pick<EscalationTimes, 'zone' | 'answers' | 'never'> {
  const hours = week.flat();
  const keyOf = (answer: LongestAnswer | undefined) => answer && `${answer.seconds} ${answer.team}`;
  const different = new Map(hours.flatMap((answer) => (answer ? [[keyOf(answer), answer] as const] : [])));
  const length = ({ seconds = Number.POSITIVE_INFINITY }: LongestAnswer) => seconds;
  const never = weekStretches((hour) => hours[hour] === undefined);
  const isAlike = different.size === 1 && never.length === 0;
  return {
    ...(zone !== undefined && !isAlike && { zone }),
    answers: [...different]
      .map(([key, answer]) => ({ ...answer, times: weekStretches((hour) => keyOf(hours[hour]) === key) }))
      .sort((one, other) => (length(one) === length(other) ? 0 : length(other) - length(one))),
    never,
  };
}
