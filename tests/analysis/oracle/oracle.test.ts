import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { StateSpace } from '../../../analysis/src/states/state-space.ts';
import { type Solver, startSolver } from '../../../bench/analysis/solver.ts';
import { PATIENCE, runs } from '../../harness/runs.ts';
import { anyDecisions } from './choices.ts';
import { type Asked, askedOf } from './workspace.ts';

/** One question that both can decide: in words, for a solver, and as the analysis answers it. */
interface Verdict {
  readonly asked: string;
  readonly formula: string;
  readonly canHold: boolean;
}

let solver: Solver;
beforeAll(async () => {
  solver = await startSolver();
});
afterAll(() => solver.end());

/** Whether each condition can be a yes, can be a no; whether two can both hold, and whether one of two is the other, or part of it. */
function verdictsOf({ playbook, questions }: Asked): readonly Verdict[] {
  const space = new StateSpace([playbook]);
  const { diagrams } = space;
  const decided = questions.flatMap(({ text, meaning }, index) => {
    const condition = playbook.triggers[index]?.when;
    const [scope] = space.scopes;
    return condition && scope ? [{ text, meaning, ...scope.decide(condition) }] : [];
  });
  expect(decided.length).toBe(questions.length);
  return decided.flatMap((one, index) => {
    const alone = [
      { asked: `“${one.text}” is a yes`, formula: one.meaning.yes, canHold: space.canHold(one.certain) },
      { asked: `“${one.text}” is a no`, formula: one.meaning.no, canHold: space.canHold(diagrams.not(one.possible)) },
      {
        asked: `“${one.text}” is unknown`,
        formula: `(not (or ${one.meaning.yes} ${one.meaning.no}))`,
        canHold: space.canHold(diagrams.and(one.possible, diagrams.not(one.certain))),
      },
    ];
    const next = decided[index + 1];
    if (!next) return alone;
    return [
      ...alone,
      {
        asked: `“${one.text}” and “${next.text}” are both a yes`,
        formula: `(and ${one.meaning.yes} ${next.meaning.yes})`,
        canHold: space.canHold(diagrams.and(one.certain, next.certain)),
      },
      ...[[one, next] as const, [next, one] as const].map(([a, b]) => ({
        asked: `“${a.text}” is a yes, “${b.text}” isn't`,
        formula: `(and ${a.meaning.yes} (not ${b.meaning.yes}))`,
        canHold: !space.includes(b.certain, a.certain),
      })),
      {
        asked: `only one of “${one.text}” and “${next.text}” is no sure no`,
        formula: `(not (= ${one.meaning.no} ${next.meaning.no}))`,
        canHold: !(space.includes(one.possible, next.possible) && space.includes(next.possible, one.possible)),
      },
    ];
  });
}

test(
  'of what is so now, the analysis and somebody else’s solver decide the same',
  async () => {
    let decided = 0;
    let impossible = 0;
    await fc.assert(
      fc.asyncProperty(anyDecisions, async (choices) => {
        const asked = await askedOf(choices, solver, 'now');
        const verdicts = verdictsOf(asked);
        const theirs = solver.canHold(
          asked.given,
          verdicts.map(({ formula }) => formula),
        );
        expect(verdicts.filter(({ canHold }, index) => canHold !== theirs[index])).toEqual([]);
        decided += verdicts.length;
        impossible += theirs.filter((canHold) => !canHold).length;
      }),
      runs(12),
    );
    console.log(`${decided} questions decided alike, ${impossible} of them with “never”`);
    expect(impossible).toBeGreaterThan(decided / 20);
  },
  PATIENCE,
);

test(
  'of what has been, the analysis never takes for impossible what isn’t',
  async () => {
    let decided = 0;
    let impossible = 0;
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyDecisions, async (choices) => {
        const asked = await askedOf(choices, solver, 'past');
        const verdicts = verdictsOf(asked);
        const theirs = solver.canHold(
          asked.given,
          verdicts.map(({ formula }) => formula),
        );
        expect(verdicts.filter(({ canHold }, index) => !canHold && theirs[index])).toEqual([]);
        decided += verdicts.length;
        impossible += theirs.filter((canHold) => !canHold).length;
        found += verdicts.filter(({ canHold }) => !canHold).length;
      }),
      runs(12),
    );
    // Of what is left out the relations between three facts, or more, are most.
    expect(found).toBeGreaterThan(impossible * 0.95);
    console.log(`${decided} questions about the past, ${found} of ${impossible} that are never so were found`);
  },
  PATIENCE,
);
