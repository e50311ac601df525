import type { Finding } from './finding.ts';
import { checkLadders } from './ladders/check-ladders.ts';
import { checkPaths } from './paths/check-paths.ts';
import { checkContradictions } from './rules/contradictions.ts';
import { checkForbiddenLines } from './rules/forbidden-lines.ts';
import { checkHidden } from './rules/hidden.ts';
import { checkShutOut, checkWarningsInVain } from './rules/reactions.ts';
import { checkSilentChannels } from './rules/silent-channels.ts';
import { checkWordings } from './rules/wordings.ts';
import { checkSettledConditions } from './settled-conditions.ts';
import { StateSpace } from './states/state-space.ts';
import type { Subject } from './subject.ts';

export type { Finding, FindingOf, Mark, ProvenCode, ProvenData, Role, RuleName } from './finding.ts';
export { type AnswerTimes, type LongestAnswer, longestAnswers } from './ladders/longest-answers.ts';
export type { Circumstance } from './states/circumstance.ts';
export type { Subject } from './subject.ts';
export { analyseTogether, type TogetherFinding } from './together/analyse-together.ts';

/**
 * Everything that can be found about a compiled playbook.
 *
 * @param today `2026-11-22`: what can be wrong only on days before it is left out
 */
export function analyse(playbook: Subject, today?: string): Finding[] {
  const space = new StateSpace([playbook]);
  return [
    ...checkSettledConditions(playbook, space),
    ...checkPaths(playbook, space),
    ...checkHidden(playbook, space),
    ...checkForbiddenLines(playbook, space),
    ...checkShutOut(playbook, space),
    ...checkWarningsInVain(playbook, space),
    ...checkContradictions(playbook, space),
    ...checkWordings(playbook),
    ...checkSilentChannels(playbook, space),
    ...checkLadders(playbook, space, today),
  ];
}
