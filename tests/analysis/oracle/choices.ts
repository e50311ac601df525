import fc from 'fast-check';
import { Choices } from '../../harness/sound-workspace/choices.ts';

/** Choices for one playbook: many at once, so that there is something to decide. */
export const anyDecisions: fc.Arbitrary<Choices> = fc
  .limitShrink(fc.array(fc.nat({ max: 9999 }), { minLength: 400, maxLength: 2000, size: 'max' }), 300)
  .map((numbers) => new Choices(numbers));
