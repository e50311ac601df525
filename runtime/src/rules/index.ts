/** Rule evaluation: one expression by itself, or many by an index. */
export { eachBit } from './bits.ts';
export { compileLogic, type Holds } from './compile-logic.ts';
export { type Expression, type FactValue, readLogic } from './expression.ts';
export { type RuleIndex, ruleIndex } from './rule-index.ts';
