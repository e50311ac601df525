/** Rule evaluation: one expression by itself, or many by an index. */
export { eachBit } from './bits.ts';
export type { CellSet } from './cell-sets.ts';
export { type Cells, cellOf, cellsWhere, cutIntoCells } from './cells.ts';
export { compileExpression, compileLogic, type Holds } from './compile-logic.ts';
export { type Comparison, type Expression, eachComparison, type FactValue, readLogic } from './expression.ts';
export { type RuleIndex, ruleIndex } from './rule-index.ts';
