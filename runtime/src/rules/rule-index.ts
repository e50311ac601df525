/** Many expressions at once: what holds now, and after a change only what may have changed. */
import { clearBit, hasBit, lowestBit, setBit, WORD } from './bits.ts';
import { type Cells, cellOf } from './cells.ts';
import { compileExpression, type Holds } from './compile-logic.ts';
import type { Expression, FactValue } from './expression.ts';
import { layOut } from './layout.ts';
import { GROUP, GROUP_WORDS } from './rows.ts';

/**
 * What holds, of a fixed list of expressions over a fixed list of facts; both go by their numbers.
 *
 * There is one moment in it, which all conversations share: whoever asks for one calls `reset`, then `set` for each fact that has another value than at first.
 * Nothing is allocated once it is made.
 */
export interface RuleIndex {
  /** Goes back to the values that the facts have at first. */
  reset(): void;
  /** Gives a fact a value. What rests on it is looked at again when somebody asks. */
  set(fact: number, value: FactValue): void;
  /** Whether an expression holds; looks at no more than it must. */
  holds(expression: number): boolean;
  /** All expressions that hold, as bits (`eachBit`). The array is the index's own, and good until the next call. */
  holding(): Uint32Array;
}

/**
 * Makes an index, in memory and time that are about linear in the expressions.
 *
 * Each fact's domain is cut into cells by the constants that the fact is compared with, and expressions become clauses, each of which is a bit. Which clauses
 * a fact leaves, by the cell that its value is in, is worked out beforehand, as masks; what holds is the `and` of the masks of all facts. Expressions that come to
 * too many clauses are evaluated by themselves, when a fact has changed.
 *
 * @param initial the value of each fact at first
 * @throws RangeError for a fact that isn't there
 */
export function ruleIndex(expressions: readonly Expression[], initial: readonly FactValue[]): RuleIndex {
  const layout = layOut(expressions, initial.length);
  const { clauses, clauseGroups, expressionAt, nextPlaceOf, groups, groupsOf, groupsWords } = layout;
  const { rowsOf, pointersOf, shiftOf, pointers, endOf, masksOf, masks, groupRowsOf, groupRows } = layout.rows;
  const direct = layout.direct.map(compileExpression);

  // The moment.
  const values = [...initial];
  const cells = new Int32Array(initial.length).fill(-1);
  /** For each row, where the masks of the present value are. */
  const masksAt = new Int32Array(pointersOf.length);
  const words = new Int32Array(groups * GROUP_WORDS);
  /** The groups to be looked at again, as bits. */
  const stale = new Int32Array(groupsWords);
  const held = new Uint32Array(Math.ceil(expressions.length / WORD));
  /** The first clauses of all expressions, which are in their order. */
  const firstClauses = words.subarray(0, held.length);

  const refreshClauses = (group: number): void => {
    const word = group * GROUP_WORDS;
    let a = clauses[word] as number;
    let b = clauses[word + 1] as number;
    let c = clauses[word + 2] as number;
    let d = clauses[word + 3] as number;
    const end = groupRowsOf[group + 1] as number;
    for (let index = groupRowsOf[group] as number; index < end; index++) {
      const at = (masksAt[groupRows[index] as number] as number) + word;
      a &= masks[at] as number;
      b &= masks[at + 1] as number;
      c &= masks[at + 2] as number;
      d &= masks[at + 3] as number;
    }
    words[word] = a;
    words[word + 1] = b;
    words[word + 2] = c;
    words[word + 3] = d;
  };

  const refreshDirect = (group: number): void => {
    words.fill(0, group * GROUP_WORDS, (group + 1) * GROUP_WORDS);
    const first = (group - clauseGroups) * GROUP;
    for (let index = first; index < Math.min(first + GROUP, direct.length); index++) {
      if ((direct[index] as Holds)(values)) setBit(words, clauseGroups * GROUP + index);
    }
  };

  const refresh = (group: number): void => (group < clauseGroups ? refreshClauses(group) : refreshDirect(group));

  const refreshAll = (): void => {
    for (let word = 0; word < groupsWords; word++) {
      for (let left = stale[word] as number; left !== 0; left &= left - 1) refresh(WORD * word + lowestBit(left));
      stale[word] = 0;
    }
  };

  const set = (fact: number, value: FactValue): void => {
    const cell = cellOf(layout.cells[fact] as Cells, value);
    // All values of a cell give the same answers, whoever evaluates.
    if (cell === cells[fact]) return;
    cells[fact] = cell;
    if (direct.length > 0) values[fact] = value;
    const end = rowsOf[fact + 1] as number;
    for (let row = rowsOf[fact] as number; row < end; row++) {
      let stretch = pointers[(pointersOf[row] as number) + (cell >>> (shiftOf[row] as number))] as number;
      while ((endOf[stretch] as number) <= cell) stretch++;
      masksAt[row] = masksOf[stretch] as number;
    }
    const first = fact * groupsWords;
    for (let word = 0; word < groupsWords; word++) {
      stale[word] = (stale[word] as number) | (groupsOf[first + word] as number);
    }
  };

  for (const [fact, value] of initial.entries()) set(fact, value);
  for (let group = 0; group < groups; group++) refresh(group);
  stale.fill(0);
  const initialCells = cells.slice();
  const initialMasksAt = masksAt.slice();
  const initialWords = words.slice();

  return {
    set,
    reset() {
      cells.set(initialCells);
      masksAt.set(initialMasksAt);
      words.set(initialWords);
      stale.fill(0);
      if (direct.length > 0) for (const [fact, value] of initial.entries()) values[fact] = value;
    },
    holds(expression) {
      let place = expression;
      do {
        const group = Math.floor(place / GROUP);
        if (hasBit(stale, group)) {
          refresh(group);
          clearBit(stale, group);
        }
        if (hasBit(words, place)) return true;
        place = nextPlaceOf[place] as number;
      } while (place !== 0);
      return false;
    },
    holding() {
      refreshAll();
      held.set(firstClauses);
      for (let word = held.length; word < words.length; word++) {
        for (let left = words[word] as number; left !== 0; left &= left - 1) {
          setBit(held, expressionAt[WORD * word + lowestBit(left)] as number);
        }
      }
      return held;
    },
  };
}
