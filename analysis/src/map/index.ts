/** What situations lead to, over a few chosen facts; and how long escalations wait for an answer, over a week. */
export { type AnswerHours, type EscalationTimes, type TimeMap, timeMap } from './answer-times.ts';
export type { Axis, Bound, NoAxis, Stretch } from './axes.ts';
export { type Box, boxesOf, sameLeads, unhandledIn } from './boxes.ts';
export type { Outcome, Way } from './outcomes.ts';
export {
  type Dependence,
  type Lead,
  type NoMap,
  type Situation,
  type SituationMap,
  situationMap,
} from './situation-map.ts';
export type { WeekStretch } from './week-stretches.ts';
