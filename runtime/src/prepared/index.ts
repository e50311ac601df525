/** Documents made ready: their facts, each once, and what conditions, phrases and hours come to. For whoever looks at documents without running them. */
export { conditionsIn } from './condition-visitor.ts';
export type { FactCondition } from './conditions.ts';
export { type Facts, type Origin, type PreparedFact, prepareFacts } from './facts.ts';
export { isOpen, nextChange, type TeamHours } from './hours.ts';
export { type PhraseLists, preparePhraseLists } from './phrase-lists.ts';
export { valueAs } from './values.ts';
