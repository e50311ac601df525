import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Diagram, Diagrams, EVERYWHERE, NOWHERE } from '../../../analysis/src/diagrams/diagrams.ts';
import { TooLarge, unlessTooLarge } from '../../../analysis/src/diagrams/too-large.ts';
import { runs } from '../../harness/runs.ts';

/** How many cells each variable has: one of them can't be asked anything. */
const SIZES = [3, 2, 5, 1, 4];
const MANY = 100_000;

/** A function, as it is asked for. */
type Formula =
  | { readonly variable: number; readonly cells: readonly number[] }
  | { readonly not: Formula }
  | { readonly and: readonly Formula[] }
  | { readonly or: readonly Formula[] }
  | { readonly exists: readonly number[]; readonly of: Formula };

const leaf: fc.Arbitrary<Formula> = fc
  .nat({ max: SIZES.length - 1 })
  .chain((variable) =>
    fc.subarray([...Array((SIZES[variable] ?? 0) + 1).keys()]).map((bounds): Formula => ({ variable, cells: bounds })),
  );

const { formula } = fc.letrec<{ formula: Formula }>((again) => {
  const parts = fc.array(again('formula'), { maxLength: 4 });
  return {
    formula: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'formula' },
      leaf,
      again('formula').map((not): Formula => ({ not })),
      parts.map((and): Formula => ({ and })),
      parts.map((or): Formula => ({ or })),
      fc.tuple(fc.subarray([...SIZES.keys()]), again('formula')).map(([exists, of]): Formula => ({ exists, of })),
    ),
  };
});

function diagramOf(asked: Formula, diagrams: Diagrams): Diagram {
  if ('variable' in asked) return diagrams.where(asked.variable, asked.cells);
  if ('not' in asked) return diagrams.not(diagramOf(asked.not, diagrams));
  if ('and' in asked) return diagrams.all(asked.and.map((part) => diagramOf(part, diagrams)));
  if ('or' in asked) return diagrams.any(asked.or.map((part) => diagramOf(part, diagrams)));
  return diagrams.exists(diagramOf(asked.of, diagrams), (variable) => asked.exists.includes(variable));
}

/** All there is: a cell for each variable. */
const STATES = SIZES.reduce<readonly (readonly number[])[]>(
  (states, size) => states.flatMap((state) => Array.from({ length: size }, (_, cell) => [...state, cell])),
  [[]],
);

/** What a formula comes to in each state: by looking. */
function tableOf(asked: Formula): readonly boolean[] {
  if ('variable' in asked)
    return STATES.map((state) => asked.cells.filter((bound) => bound <= (state[asked.variable] ?? 0)).length % 2 === 1);
  if ('not' in asked) return tableOf(asked.not).map((holds) => !holds);
  if ('exists' in asked) {
    const inner = tableOf(asked.of);
    const rest = (state: readonly number[]) => state.filter((_, variable) => !asked.exists.includes(variable)).join();
    const some = new Set(STATES.filter((_, index) => inner[index]).map(rest));
    return STATES.map((state) => some.has(rest(state)));
  }
  const tables = ('and' in asked ? asked.and : asked.or).map(tableOf);
  return STATES.map((_, index) =>
    'and' in asked ? tables.every((table) => table[index]) : tables.some((table) => table[index]),
  );
}

function holdsIn(state: readonly number[], diagram: Diagram, diagrams: Diagrams): boolean {
  let at = diagram;
  while (at > EVERYWHERE) {
    const cell = state[diagrams.variableOf(at)] ?? 0;
    at = diagrams.branchesOf(at).find(({ end }) => cell < end)?.to ?? NOWHERE;
  }
  return at === EVERYWHERE;
}

test('a diagram says in every state what its formula says', () => {
  fc.assert(
    fc.property(formula, (asked) => {
      const diagrams = new Diagrams(SIZES, MANY);
      const diagram = diagramOf(asked, diagrams);
      expect(STATES.map((state) => holdsIn(state, diagram, diagrams))).toEqual(tableOf(asked));
    }),
    runs(500),
  );
});

test('functions that say the same are one diagram, and only those', () => {
  const diagrams = new Diagrams(SIZES, MANY);
  const byTable = new Map<string, Diagram>();
  const byDiagram = new Map<Diagram, string>();
  fc.assert(
    fc.property(formula, (asked) => {
      const diagram = diagramOf(asked, diagrams);
      const table = tableOf(asked).map(Number).join('');
      expect(byTable.get(table) ?? diagram).toBe(diagram);
      expect(byDiagram.get(diagram) ?? table).toBe(table);
      byTable.set(table, diagram);
      byDiagram.set(diagram, table);
    }),
    runs(1000),
  );
});

test('a diagram depends on a variable where changing that alone can change the answer', () => {
  fc.assert(
    fc.property(formula, (asked) => {
      const diagrams = new Diagrams(SIZES, MANY);
      const table = tableOf(asked);
      const matters = [...SIZES.keys()].filter((variable) => {
        const answers = new Map<string, boolean>();
        return STATES.some((state, index) => {
          const rest = state.with(variable, 0).join();
          const before = answers.get(rest) ?? table[index];
          answers.set(rest, before === true);
          return before !== table[index];
        });
      });
      expect(diagrams.supportOf(diagramOf(asked, diagrams))).toEqual(matters);
    }),
    runs(300),
  );
});

test('nodes are made in the same order each time, and one too many is too large', () => {
  fc.assert(
    fc.property(formula, fc.double({ min: 0, max: 1, noNaN: true }), (asked, share) => {
      const free = new Diagrams(SIZES, MANY);
      const diagram = diagramOf(asked, free);
      expect(diagramOf(asked, new Diagrams(SIZES, free.size))).toBe(diagram);
      const most = 2 + Math.floor((free.size - 2) * share);
      if (most < free.size) expect(() => diagramOf(asked, new Diagrams(SIZES, most))).toThrow(TooLarge);
    }),
    runs(300),
  );
});

test('whether two can meet, and where one holds, are told without more nodes than a state has', () => {
  fc.assert(
    fc.property(formula, formula, (one, other) => {
      const diagrams = new Diagrams(SIZES, MANY);
      const [a, b] = [diagramOf(one, diagrams), diagramOf(other, diagrams)];
      const before = diagrams.size;
      expect(diagrams.canMeet(a, b)).toBe(STATES.some((state) => [a, b].every((of) => holdsIn(state, of, diagrams))));
      expect(diagrams.size).toBe(before);
      const state = diagrams.someState(a);
      expect(diagrams.size).toBeLessThanOrEqual(before + SIZES.length);
      expect(diagrams.and(state, a)).toBe(state);
      expect(state === NOWHERE).toBe(a === NOWHERE);
      // Each variable is asked for one cell at most.
      for (let at = state; at > EVERYWHERE; ) {
        const ways = diagrams.branchesOf(at).filter(({ to }) => to !== NOWHERE);
        expect(ways.length).toBe(1);
        at = ways[0]?.to ?? NOWHERE;
      }
    }),
    runs(500),
  );
});

test('something that may take only so many nodes more leaves the rest to others', () => {
  const diagrams = new Diagrams([4, 4], 100);
  const steps = () => [1, 2, 3].map((cell) => diagrams.where(0, [0, cell]));
  expect(() => diagrams.within(2, steps)).toThrow(TooLarge);
  expect(diagrams.size).toBe(4);
  expect(diagrams.within(1, steps).length).toBe(3);
  expect(() => diagrams.within(0, () => diagrams.where(1, [0, 1]))).toThrow(TooLarge);
  expect(diagrams.where(1, [0, 1])).toBe(5);
});

test('what is too large has no answer; any other error stays one', () => {
  expect(unlessTooLarge(() => 'decided')).toBe('decided');
  expect(
    unlessTooLarge(() => {
      throw new TooLarge();
    }),
  ).toBeUndefined();
  expect(() =>
    unlessTooLarge(() => {
      throw new RangeError('wrong');
    }),
  ).toThrow(RangeError);
});

test('a function that needs a diagram of exponential size is too large, soon', () => {
  // The first half of the variables has to be remembered until the second is asked (Bryant 1986).
  const pairs = 30;
  const diagrams = new Diagrams(
    Array.from({ length: 2 * pairs }, () => 2),
    10_000,
  );
  const yes = (variable: number) => diagrams.where(variable, [1, 2]);
  const asked = () =>
    diagrams.any(Array.from({ length: pairs }, (_, pair) => diagrams.and(yes(pair), yes(pair + pairs))));
  expect(asked).toThrow(TooLarge);
  expect(diagrams.size).toBe(10_000);
});
