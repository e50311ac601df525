import { checkSettledConditions } from './conditions/settled-conditions.ts';
import type { Finding } from './finding.ts';
import { checkLadders } from './ladders/check-ladders.ts';
import { checkPaths } from './paths/check-paths.ts';
import { checkContradictions } from './rules/contradictions.ts';
import { checkForbiddenLines } from './rules/forbidden-lines.ts';
import { checkHidden } from './rules/hidden.ts';
import { checkShutOut, checkWarningsInVain } from './rules/reactions.ts';
import { checkSilentChannels } from './rules/silent-channels.ts';
import { checkWordings } from './rules/wordings.ts';
import { StateSpace } from './states/state-space.ts';
import type { Subject } from './subject.ts';

/**
 * Everything that can be found about a compiled playbook, one check after the other; the same for the same playbook and day. What is too large to be decided isn't
 * claimed: of a condition, that is a finding itself.
 *
 * @param today `2026-11-22`: what can be wrong only on days before it is left out
 * @throws Error for a document that isn't sound, such as one that names a team it hasn't got
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
