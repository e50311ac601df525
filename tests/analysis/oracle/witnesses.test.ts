import type { Condition, Playbook } from '@poise/runtime';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Diagram, NOWHERE } from '../../../analysis/src/diagrams/diagrams.ts';
import { StateSpace } from '../../../analysis/src/states/state-space.ts';
import { type Solver, startSolver } from '../../../bench/analysis/solver.ts';
import { compileLogic, type FactValue } from '../../../runtime/src/rules/index.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { ENGINES } from '../../portability/engines.ts';
import { anyDecisions } from './choices.ts';
import { type Asked, askedOf } from './workspace.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await startSolver();
});
afterAll(() => solver.end());

type Facts = Readonly<Record<string, FactValue>>;
type Evaluate = (condition: Condition, facts: Facts) => { readonly certain: unknown; readonly possible: unknown };

/** Other people's implementations of JsonLogic, and ours. */
const EVALUATORS: Readonly<Record<string, Evaluate>> = {
  ...Object.fromEntries(
    Object.entries(ENGINES).map(([name, read]): [string, Evaluate] => [
      name,
      ({ certain, possible }, facts) => ({ certain: read(certain)(facts), possible: read(possible)(facts) }),
    ]),
  ),
  ours: ({ certain, possible, facts: ids }, facts) => {
    const holds = (logic: Condition['certain']) =>
      compileLogic(logic, (id) => ids.indexOf(id))(ids.map((id) => facts[id] ?? null));
    return { certain: holds(certain), possible: holds(possible) };
  },
};

/** What is claimed of a condition where a diagram holds. */
interface Claim {
  readonly condition: Condition;
  readonly where: Diagram;
  readonly answer: { readonly certain: boolean; readonly possible: boolean };
}

function claimsOf({ triggers }: Playbook, space: StateSpace): readonly Claim[] {
  const { diagrams, scopes } = space;
  return triggers.flatMap(({ when: condition }) => {
    const decided = scopes[0]?.decide(condition);
    if (!decided) return [];
    const { certain, possible } = decided;
    return [
      { condition, where: certain, answer: { certain: true, possible: true } },
      { condition, where: diagrams.not(possible), answer: { certain: false, possible: false } },
      { condition, where: diagrams.and(possible, diagrams.not(certain)), answer: { certain: false, possible: true } },
    ];
  });
}

/** The facts of a witness by their ids: those that it doesn't name are as they like, situations as they follow. */
function factsOf(
  named: ReadonlyMap<number, FactValue>,
  others: number,
  { playbook }: Asked,
  space: StateSpace,
  evaluate: Evaluate,
): Facts {
  const facts: Record<string, FactValue> = {};
  for (const fact of playbook.facts) {
    if (fact.kind === 'situation') {
      const { certain, possible } = evaluate(fact.when, facts);
      facts[fact.id] = certain === true ? true : possible === true ? null : false;
      continue;
    }
    const number = space.scopes[0]?.factOf(fact.id) ?? -1;
    const values = space.valuesOf(number);
    facts[fact.id] = named.has(number) ? (named.get(number) ?? null) : (values[others % values.length] ?? null);
  }
  return facts;
}

test(
  'every witness does what is claimed of it, to everybody who reads the compiled condition, whatever the facts that it doesn’t name',
  async () => {
    let executed = 0;
    await fc.assert(
      fc.asyncProperty(anyDecisions, fc.constantFrom('now', 'past'), async (choices, about) => {
        const asked = await askedOf(choices, solver, about);
        const space = new StateSpace([asked.playbook]);
        for (const { condition, where, answer } of claimsOf(asked.playbook, space)) {
          const witness = space.witness(where);
          expect(witness === undefined).toBe(!space.canHold(where));
          if (!witness) continue;
          const named = new Map(witness.map(({ fact, value }) => [fact, value]));
          // Whatever else is so: wherever the facts have these values, it is as claimed.
          const state = space.diagrams.all(witness.map(({ fact, value }) => space.is(fact, value)));
          expect(space.diagrams.and(state, space.diagrams.not(space.within(where)))).toBe(NOWHERE);
          for (const [name, evaluate] of Object.entries(EVALUATORS)) {
            for (const others of [0, 1, 2, 5]) {
              const facts = factsOf(named, others, asked, space, evaluate);
              const found = { name, text: condition.text, facts, ...evaluate(condition, facts) };
              expect(found).toEqual({ name, text: condition.text, facts, ...answer });
              executed += 1;
            }
          }
        }
      }),
      runs(12),
    );
    expect(executed).toBeGreaterThan(1000);
    console.log(`${executed} executions of witnesses`);
  },
  PATIENCE,
);
