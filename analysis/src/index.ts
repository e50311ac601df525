export { analyse } from './analyse.ts';
export type { Finding, FindingOf, Mark, ProvenCode, ProvenData, Role, RuleName } from './finding.ts';
export { type AnswerTimes, type LongestAnswer, longestAnswers } from './ladders/longest-answers.ts';
export type { Circumstance } from './states/circumstance.ts';
export type { Subject } from './subject.ts';
export { analyseTogether, type TogetherFinding } from './together/analyse-together.ts';
