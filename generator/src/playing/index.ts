/** Conversations tried out: what the agent would see, in words, and how they are kept as scenarios. */

export { playbooksAround } from '../scenarios/scenario-documents.ts';
export { type CardItem, type CardText, documentOf, type Label, type View, type Why } from './card-item.ts';
export { cardItems } from './card-items.ts';
export { type Cast, castOf } from './cast.ts';
export { clockOf } from './clock.ts';
export { factsNow } from './facts-now.ts';
export type { LocalTime } from './play-events.ts';
export { inScenario, quotedText, scenarioOf, scenarioSoFar } from './scenario-text.ts';
export type { SettableFact } from './settable-facts.ts';
export { silentRules } from './silent-rules.ts';
export { createSimulator, type JudgedDraft, type Simulation, type Simulator } from './simulation.ts';
export { createStage, type Played, type SoundlyPlayed, type Stage } from './stage.ts';
export { type StopGroup, stopsOf } from './stops.ts';
export type { Stretch } from './stretches.ts';
export type { Suggestion } from './suggestion.ts';
export type { TimelineEntry } from './timeline.ts';
export type { UntimedEvent } from './untimed-event.ts';
