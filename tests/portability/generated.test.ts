import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certainly, factsOf, possibly } from '../../generator/src/compile/expression.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { disagreements } from './agreement.ts';
import { anyExpression, momentsFor } from './any-expression.ts';
import { unportableParts, variablesOf } from './portable-subset.ts';

const compiledMoments = anyExpression.chain((expression) =>
  fc.record({
    compiled: fc.constant({ expression, certain: certainly(expression), possible: possibly(expression) }),
    moments: momentsFor(expression, 8),
  }),
);

test(
  'every condition means the same to all engines as to three-valued logic',
  () => {
    fc.assert(
      fc.property(compiledMoments, ({ compiled, moments }) => {
        expect(disagreements(compiled, moments)).toEqual([]);
      }),
      runs(2000),
    );
  },
  PATIENCE,
);

test(
  'a condition uses only what all engines share, and asks for the facts it names',
  () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        for (const logic of [certainly(expression), possibly(expression)]) {
          expect(unportableParts(logic)).toEqual([]);
          expect([...new Set(variablesOf(logic))].sort()).toEqual(factsOf(expression));
        }
      }),
      runs(1000),
    );
  },
  PATIENCE,
);

test(
  'a condition is no longer than what it says: each comparison becomes at most three',
  () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const comparisons = leavesOf(expression);
        for (const logic of [certainly(expression), possibly(expression)]) {
          expect(variablesOf(logic).length).toBeLessThanOrEqual(3 * comparisons);
        }
      }),
      runs(500),
    );
  },
  PATIENCE,
);

function leavesOf(expression: Parameters<typeof certainly>[0]): number {
  const sum = (parts: readonly (typeof expression)[]) => parts.reduce((total, part) => total + leavesOf(part), 0);
  if ('all' in expression) return sum(expression.all);
  if ('any' in expression) return sum(expression.any);
  if ('not' in expression) return leavesOf(expression.not);
  return 'unless' in expression ? leavesOf(expression.unless) : 1;
}
