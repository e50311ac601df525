import { BOUNDARY_FAULTS } from './boundaries.ts';
import { CONDITION_FAULTS } from './conditions.ts';
import type { Fault } from './fault.ts';
import { HIDING_FAULTS } from './hiding.ts';
import { LADDER_FAULTS } from './ladders.ts';
import { ORDER_FAULTS } from './order.ts';
import { PHRASE_FAULTS } from './phrases.ts';
import { STAGE_FAULTS } from './stages.ts';
import { STEP_FAULTS } from './steps.ts';
import { WORDING_FAULTS } from './wordings.ts';

/** All kinds of mistakes that must be found. */
export const FAULTS: readonly Fault[] = [
  ...CONDITION_FAULTS,
  ...HIDING_FAULTS,
  ...STEP_FAULTS,
  ...ORDER_FAULTS,
  ...LADDER_FAULTS,
  ...BOUNDARY_FAULTS,
  ...WORDING_FAULTS,
  ...STAGE_FAULTS,
  ...PHRASE_FAULTS,
];
