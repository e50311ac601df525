import type { Origin } from '@poise/runtime/prepared';
import type { FactValue } from '@poise/runtime/rules';
import type { Diagram, Diagrams } from '../diagrams/diagrams.ts';
import { EVERYWHERE, NOWHERE } from '../diagrams/diagrams.ts';

/** One fact of a state, by its number, and its value; `null` is unknown. */
export interface Assignment {
  readonly fact: number;
  readonly value: FactValue;
}

/**
 * One state in which a diagram holds: the facts that matter to it, as few and as plain as can be. Facts that aren't named may be as they like.
 *
 * @returns `undefined` for a diagram that never holds
 */
export function plainestState(
  diagram: Diagram,
  diagrams: Diagrams,
  origin: (variable: number) => Origin,
  domain: (variable: number) => readonly FactValue[],
): readonly Assignment[] | undefined {
  const best = new Map<Diagram, { readonly cost: number; readonly cell: number; readonly to: Diagram }>();
  const costOf = (node: Diagram): number => {
    if (node === EVERYWHERE) return 0;
    if (node === NOWHERE) return Infinity;
    const known = best.get(node);
    if (known) return known.cost;
    const variable = diagrams.variableOf(node);
    const values = domain(variable);
    let found = { cost: Infinity, cell: 0, to: NOWHERE };
    let cell = 0;
    for (const { end, to } of diagrams.branchesOf(node)) {
      const rest = costOf(to);
      for (; cell < end; cell += 1) {
        const value = values[cell];
        if (value === undefined) continue;
        const cost = rest + trouble(origin(variable), value);
        if (cost < found.cost) found = { cost, cell, to };
      }
    }
    best.set(node, found);
    return found.cost;
  };
  if (costOf(diagram) === Infinity) return undefined;
  const state: Assignment[] = [];
  for (let node = diagram; node !== EVERYWHERE; ) {
    const choice = best.get(node);
    if (!choice) break;
    const variable = diagrams.variableOf(node);
    state.push({ fact: variable, value: domain(variable)[choice.cell] ?? null });
    node = choice.to;
  }
  return state;
}

/** How much there is to say, or to bring about, so that a fact has this value. What a conversation begins with costs nothing. */
function trouble({ kind }: Origin, value: FactValue): number {
  switch (kind) {
    case 'signal':
    case 'field':
      return value === null ? 1.5 : 1;
    case 'builtin':
    case 'countWithin':
      return value === 0 ? 0 : 1.5;
    case 'hasHappened':
      return value === false ? 0 : 4;
    case 'hasBeen':
    case 'streak':
      return value === false ? 0 : value === null ? 5 : 3;
    case 'isOpen':
      return value === true ? 0.5 : value === null ? 5 : 1;
    case 'approved':
      return value === null ? 0 : 2;
    default:
      return value === false ? 0 : 1;
  }
}
