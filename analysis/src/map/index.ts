/** What situations lead to, over a few chosen facts. */
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
