import { compileWorkspace } from '@poise/generator';
import type { Condition, Logic } from '@poise/runtime';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Expression } from '../../generator/src/compile/expression.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { PATIENCE, runs } from '../harness/runs.ts';
import { shippedSources } from '../harness/shipped.ts';
import { disagreements } from './agreement.ts';
import { momentsFor } from './any-expression.ts';
import { unportableParts, variablesOf } from './portable-subset.ts';

/** What the compiler was asked to put into JsonLogic, by what came out: so that what a condition means is known from its source. */
const asked = vi.hoisted(() => ({
  certain: new Map<string, Set<Expression>>(),
  possible: new Map<string, Set<Expression>>(),
}));

vi.mock('../../generator/src/compile/expression.ts', async (original) => {
  const actual = await original<typeof import('../../generator/src/compile/expression.ts')>();
  const listening = (compile: (expression: Expression) => Logic, answers: Map<string, Set<Expression>>) => {
    return (expression: Expression): Logic => {
      const logic = compile(expression);
      const key = JSON.stringify(logic);
      answers.set(key, (answers.get(key) ?? new Set()).add(expression));
      return logic;
    };
  };
  return {
    ...actual,
    certainly: listening(actual.certainly, asked.certain),
    possibly: listening(actual.possibly, asked.possible),
  };
});

const sources = shippedSources();
const { outputs } = await compileWorkspace([...sources.keys()], memoryHost(sources), { today: '2026-11-22' });
const documents = outputs
  .filter(({ name }) => name !== 'index.json')
  .map(({ text }) => JSON.parse(text) as ShippedDocument);
const conditions = new Map(documents.flatMap(conditionsIn).map((condition) => [JSON.stringify(condition), condition]));

interface ShippedDocument {
  readonly id: string;
  readonly facts: readonly { readonly id: string }[];
}

/** Everything in a document that is shaped as a condition, wherever it stands. */
function conditionsIn(part: unknown): Condition[] {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(conditionsIn);
  return 'certain' in part || 'possible' in part ? [part as Condition, ...inner] : inner;
}

/** What the sources say where this condition came out. */
function meaningsOf({ certain, possible }: Condition): Expression[] {
  const candidates = asked.certain.get(JSON.stringify(certain)) ?? new Set();
  const others = asked.possible.get(JSON.stringify(possible)) ?? new Set();
  return [...candidates].filter((expression) => others.has(expression));
}

test('the shipped playbooks compile, and have conditions', () => {
  expect(documents.length).toBeGreaterThan(0);
  expect(conditions.size).toBeGreaterThan(0);
});

describe('every engine agrees with the source', () => {
  test.each([...conditions.values()])(
    '$text',
    (condition) => {
      const meanings = meaningsOf(condition);
      expect(meanings).not.toEqual([]);
      for (const expression of meanings) {
        const compiled = { expression, certain: condition.certain, possible: condition.possible };
        fc.assert(
          fc.property(momentsFor(expression, 20), (moments) => {
            expect(disagreements(compiled, moments)).toEqual([]);
          }),
          runs(5),
        );
      }
    },
    PATIENCE,
  );
});

describe('every condition is portable', () => {
  test.each(documents)('$id', (document) => {
    const declared = new Set(document.facts.map((fact) => fact.id));
    const problems = conditionsIn(document).flatMap(({ certain, possible, facts, text }) => {
      const variables = [...new Set([certain, possible].flatMap(variablesOf))].sort();
      expect(variables, `the facts of: ${text}`).toEqual(facts);
      const undeclared = variables
        .filter((variable) => !declared.has(variable))
        .map((variable) => `no fact ${variable}`);
      return [...undeclared, ...[certain, possible].flatMap((logic) => unportableParts(logic))].map(
        (why) => `${text}: ${why}`,
      );
    });
    expect(problems).toEqual([]);
  });
});
