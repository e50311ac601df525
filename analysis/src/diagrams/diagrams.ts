/**
 * Multi-valued decision diagrams: functions from the cells of some variables to yes or no, as a graph that asks one variable after the other.
 *
 * They are ordered and hash-consed (Bryant 1986; with more than two branches: Srinivasan and others 1990), so that equal functions are the same node, and
 * "can it hold", "is it the same" cost nothing once a diagram is there. Branches are stretches of cells, since conditions ask about stretches: a variable
 * with a thousand cells has as many branches as there are answers.
 */
import { PairTable } from './pair-table.ts';
import { TooLarge } from './too-large.ts';

/** A function, by the number of its node. Only of the diagrams that made it. */
export type Diagram = number;

/** What never holds. */
export const NOWHERE: Diagram = 0;
/** What always holds. */
export const EVERYWHERE: Diagram = 1;

/** One branch of a node: the cells up to `end` (exclusive), from where the branch before it ended. */
export interface Branch {
  readonly end: number;
  readonly to: Diagram;
}

/** Where the two that hold everywhere or nowhere stand in the order: after all variables. */
const LAST = Number.POSITIVE_INFINITY;
/** One for all: it is thrown again and again once there are too many nodes, and where it was made is of no use to anybody. */
const TOO_LARGE = new TooLarge();
const FIRST_SLOTS = 2 ** 10;

/** Makes diagrams over variables that are numbered in their order. */
export class Diagrams {
  private readonly sizes: readonly number[];
  private most: number;
  private readonly variables: number[] = [LAST, LAST];
  private readonly branches: (readonly Branch[])[] = [[], []];
  /** The nodes by their hashes, so that each is made once: 0 where there is none. Always a power of two, and at least half empty. */
  private slots = new Int32Array(FIRST_SLOTS);
  private readonly conjunctions = new PairTable();
  private readonly disjunctions = new PairTable();
  private readonly negations: Diagram[] = [EVERYWHERE, NOWHERE];
  private readonly supports = new Map<Diagram, readonly number[]>();

  /**
   * @param sizes how many cells each variable has
   * @param most how many nodes there may be
   */
  constructor(sizes: readonly number[], most: number) {
    this.sizes = sizes;
    this.most = most;
  }

  /** How many nodes there are. */
  get size(): number {
    return this.variables.length;
  }

  /** Makes something that may need so many nodes more, so that what is too large leaves room for others. @throws TooLarge */
  within<Made>(more: number, make: () => Made): Made {
    const { most } = this;
    this.most = Math.min(most, this.size + more);
    try {
      return make();
    } finally {
      this.most = most;
    }
  }

  /** The variable that a diagram asks first; infinite for one that asks none. */
  variableOf(diagram: Diagram): number {
    return this.variables[diagram] as number;
  }

  branchesOf(diagram: Diagram): readonly Branch[] {
    return this.branches[diagram] as readonly Branch[];
  }

  /** That a variable is in one of these cells: where the first stretch begins, where it ends (exclusive), where the second begins, and so on, ascending. */
  where(variable: number, cells: readonly number[]): Diagram {
    const branches: Branch[] = [];
    for (const [index, bound] of cells.entries()) {
      if (bound > 0) branches.push({ end: bound, to: index % 2 === 0 ? NOWHERE : EVERYWHERE });
    }
    const size = this.sizes[variable] as number;
    if (branches.at(-1)?.end !== size) branches.push({ end: size, to: cells.length % 2 === 0 ? NOWHERE : EVERYWHERE });
    return this.node(variable, branches);
  }

  /** @throws TooLarge */
  and(a: Diagram, b: Diagram): Diagram {
    if (a === b || b === EVERYWHERE) return a;
    if (a === EVERYWHERE) return b;
    if (a === NOWHERE || b === NOWHERE) return NOWHERE;
    const known = this.conjunctions.get(a, b);
    if (known !== undefined) return known;
    const made = this.joined(a, b, (one, other) => this.and(one, other));
    this.conjunctions.set(a, b, made);
    return made;
  }

  /** @throws TooLarge */
  or(a: Diagram, b: Diagram): Diagram {
    if (a === b || b === NOWHERE) return a;
    if (a === NOWHERE) return b;
    if (a === EVERYWHERE || b === EVERYWHERE) return EVERYWHERE;
    const known = this.disjunctions.get(a, b);
    if (known !== undefined) return known;
    const made = this.joined(a, b, (one, other) => this.or(one, other));
    this.disjunctions.set(a, b, made);
    return made;
  }

  /** @throws TooLarge */
  not(diagram: Diagram): Diagram {
    const known = this.negations[diagram];
    if (known !== undefined) return known;
    const branches = this.branchesOf(diagram).map(({ end, to }) => ({ end, to: this.not(to) }));
    const made = this.node(this.variableOf(diagram), branches);
    this.negations[diagram] = made;
    this.negations[made] = diagram;
    return made;
  }

  /** Where the one doesn't hold, or the other does, too. @throws TooLarge */
  implies(condition: Diagram, consequence: Diagram): Diagram {
    return this.not(this.and(condition, this.not(consequence)));
  }

  /** What holds where all of them do. @throws TooLarge */
  all(diagrams: readonly Diagram[]): Diagram {
    return twoByTwo(diagrams, EVERYWHERE, (a, b) => this.and(a, b));
  }

  /** What holds where any of them does. @throws TooLarge */
  any(diagrams: readonly Diagram[]): Diagram {
    return twoByTwo(diagrams, NOWHERE, (a, b) => this.or(a, b));
  }

  /** Whether something makes both hold. It makes no nodes: for what is asked only once. */
  canMeet(a: Diagram, b: Diagram): boolean {
    const apart = new Set<string>();
    const go = (one: Diagram, other: Diagram): boolean => {
      if (one === NOWHERE || other === NOWHERE) return false;
      if (one === EVERYWHERE || other === EVERYWHERE || one === other) return true;
      const key = `${one},${other}`;
      if (apart.has(key)) return false;
      const variable = Math.min(this.variableOf(one), this.variableOf(other));
      const found = sideBySide(this.branchesAt(one, variable), this.branchesAt(other, variable), go);
      if (!found) apart.add(key);
      return found;
    };
    return go(a, b);
  }

  /** One state in which a diagram holds: of each variable that it asks on the way, one cell. Nowhere for what never holds. */
  someState(diagram: Diagram): Diagram {
    if (diagram <= EVERYWHERE) return diagram;
    const branches = this.branchesOf(diagram);
    const index = branches.findIndex(({ to }) => to !== NOWHERE);
    const from = branches[index - 1]?.end ?? 0;
    const there = this.someState(branches[index]?.to ?? NOWHERE);
    const size = this.sizes[this.variableOf(diagram)] as number;
    const around = [
      { end: from, to: NOWHERE },
      { end: from + 1, to: there },
      { end: size, to: NOWHERE },
    ];
    return this.node(
      this.variableOf(diagram),
      around.filter(({ end }, at) => end > (around[at - 1]?.end ?? 0)),
    );
  }

  /** What holds where some cells of these variables make it hold. @throws TooLarge */
  exists(diagram: Diagram, isFree: (variable: number) => boolean): Diagram {
    const made = new Map<Diagram, Diagram>();
    const go = (node: Diagram): Diagram => {
      if (node <= EVERYWHERE) return node;
      const found = made.get(node);
      if (found !== undefined) return found;
      const variable = this.variableOf(node);
      const branches = this.branchesOf(node).map(({ end, to }) => ({ end, to: go(to) }));
      const result = isFree(variable) ? this.any(branches.map(({ to }) => to)) : this.node(variable, branches);
      made.set(node, result);
      return result;
    };
    return go(diagram);
  }

  /** The variables that a diagram depends on, in order. */
  supportOf(diagram: Diagram): readonly number[] {
    if (diagram <= EVERYWHERE) return [];
    const found = this.supports.get(diagram);
    if (found) return found;
    const variables = new Set<number>();
    const seen = new Set<Diagram>([diagram]);
    for (const node of seen) {
      if (node <= EVERYWHERE) continue;
      variables.add(this.variableOf(node));
      for (const { to } of this.branchesOf(node)) seen.add(to);
    }
    const support = [...variables].sort((a, b) => a - b);
    this.supports.set(diagram, support);
    return support;
  }

  /** Two diagrams put together branch by branch. */
  private joined(a: Diagram, b: Diagram, join: (a: Diagram, b: Diagram) => Diagram): Diagram {
    const variable = Math.min(this.variableOf(a), this.variableOf(b));
    const branches: Branch[] = [];
    sideBySide(this.branchesAt(a, variable), this.branchesAt(b, variable), (one, other, end) => {
      branches.push({ end, to: join(one, other) });
      return false;
    });
    return this.node(variable, branches);
  }

  private branchesAt(diagram: Diagram, variable: number): readonly Branch[] {
    return this.variableOf(diagram) === variable
      ? this.branchesOf(diagram)
      : [{ end: this.sizes[variable] as number, to: diagram }];
  }

  /** The one node that has these branches: neighbours that lead to the same are one branch, and a node with one branch is none. */
  private node(variable: number, given: Branch[]): Diagram {
    let length = 0;
    for (const [index, branch] of given.entries()) if (given[index + 1]?.to !== branch.to) given[length++] = branch;
    given.length = length;
    const [only] = given;
    if (only && length === 1) return only.to;
    const slot = this.slotOf(variable, given);
    const known = this.slots[slot] as Diagram;
    if (known !== 0) return known;
    if (this.size >= this.most) throw TOO_LARGE;
    const made = this.variables.push(variable) - 1;
    this.branches.push(given);
    this.slots[slot] = made;
    if (this.size * 2 > this.slots.length) this.makeRoom();
    return made;
  }

  /** Where the node with these branches is, or would be. */
  private slotOf(variable: number, branches: readonly Branch[]): number {
    let hash = variable;
    for (const { end, to } of branches)
      hash = Math.imul(Math.imul(hash ^ end, 0x85ebca6b) ^ to, 0xc2b2ae35) ^ (hash >>> 15);
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (let node = this.slots[slot] as Diagram; node !== 0; node = this.slots[slot] as Diagram) {
      if (this.variables[node] === variable && areSame(this.branchesOf(node), branches)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private makeRoom(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let node = 2; node < this.size; node += 1)
      this.slots[this.slotOf(this.variableOf(node), this.branchesOf(node))] = node;
  }
}

/** Goes through the stretches in which neither of two nodes changes, until one is found. */
function sideBySide(
  a: readonly Branch[],
  b: readonly Branch[],
  isFound: (a: Diagram, b: Diagram, end: number) => boolean,
): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const left = a[i] as Branch;
    const right = b[j] as Branch;
    if (isFound(left.to, right.to, Math.min(left.end, right.end))) return true;
    if (left.end <= right.end) i += 1;
    if (right.end <= left.end) j += 1;
  }
  return false;
}

/** Put together in pairs, and these in pairs again, so that what is combined stays small. */
function twoByTwo(diagrams: readonly Diagram[], none: Diagram, join: (a: Diagram, b: Diagram) => Diagram): Diagram {
  let left = diagrams;
  while (left.length > 1) {
    const halved: Diagram[] = [];
    for (let i = 0; i < left.length; i += 2) halved.push(join(left[i] as Diagram, left[i + 1] ?? none));
    left = halved;
  }
  return left[0] ?? none;
}

function areSame(a: readonly Branch[], b: readonly Branch[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) {
    if (a[index]?.end !== b[index]?.end || a[index]?.to !== b[index]?.to) return false;
  }
  return true;
}
