/** What became of playbooks from one version to another: rule by rule, with a situation that shows it. */
export {
  CHANGE_CLASSES,
  type Change,
  type ChangeClass,
  type Detail,
  type GuardDetail,
  type GuardName,
  type Outcome,
  type Place,
  type Side,
  type Situation,
} from './change.ts';
export { comparePlaybooks } from './compare-playbooks.ts';
export { countClasses, type Difference, diffPlaybooks, type PlaybookDifference } from './diff.ts';
export type { Direction } from './direction.ts';
export { type Form, RULE_KINDS, type RuleKind } from './rule.ts';
export type { TermDetail, TermName, TermValues } from './terms.ts';
export { stepOwedBy, type VersionStep } from './version-step.ts';
