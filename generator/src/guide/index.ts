/** A playbook as a card for the people who work by it. */
export type * from './guide.ts';
export { guideOf } from './guide-of.ts';
