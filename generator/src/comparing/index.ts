/** Two versions of playbooks, compared and judged; and what came of it in words, for whoever shows it to people. */
export { type Point, pointsOf } from './change-words.ts';
export { comparisonMarkdown } from './markdown.ts';
export { overviewOf, toldChanges } from './overview.ts';
export { approversOf, type ComparisonResults, compareSides, type Sides, whyNothing } from './results.ts';
export { ruleWords } from './rule-words.ts';
export {
  brokenBy,
  type ComparedSide,
  comparedDocument,
  compiledSide,
  type NamedSide,
  NO_DIGEST,
  PRESENT,
  pathInRevision,
} from './side.ts';
export type { NeededApproval, Verdict, VerdictOptions } from './verdict.ts';
export { verdictWords } from './verdict-words.ts';
