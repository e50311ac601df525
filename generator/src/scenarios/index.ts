/** Scenarios as data, and played. Apart from the compiler, which doesn't need the engine. */
export { explain } from './explain.ts';
export type * from './failure.ts';
export { knownFact } from './reasons.ts';
export type * from './run.ts';
export { scenarioPlayer } from './run-scenario.ts';
export type * from './scenario.ts';
export { scenariosOf } from './scenario-documents.ts';
export { lastTurns } from './story.ts';
