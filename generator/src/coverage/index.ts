/** What scenarios cover of the playbooks that they try out. Apart from the compiler, which doesn't need it. */
export type * from './coverage.ts';
export { COVERAGE_KINDS } from './coverage.ts';
export { coverageOf, coveredItems } from './coverage-of.ts';
export * from './figures.ts';
export { type CodeTerm, codeTerm } from './terms.ts';
export { missedWords } from './words.ts';
