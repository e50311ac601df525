import type { CoverageKind } from './coverage.ts';

/** What coverage of code knows: what is shown or not, what has such things in it, and what goes one of several ways. */
export type CodeTerm = 'statement' | 'function' | 'branch';

const TERMS: Readonly<Record<CoverageKind, CodeTerm>> = {
  rules: 'statement',
  lines: 'statement',
  steps: 'function',
  transitions: 'branch',
  reactions: 'branch',
  ladders: 'branch',
  offers: 'branch',
  thresholds: 'branch',
};

/** What viewers of coverage take an item for: rules and lines are statements, steps are functions, and all that has ways or sides to it is a branch. */
export function codeTerm(kind: CoverageKind): CodeTerm {
  return TERMS[kind];
}
