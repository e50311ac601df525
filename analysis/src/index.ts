import type { Playbook } from '@poise/runtime';
import type { Finding } from './finding.ts';
import { checkForbiddenPhrases } from './forbidden-phrases.ts';
import { checkStepGraph } from './step-graph.ts';

export type { Finding } from './finding.ts';

/** Everything that can be found about a compiled playbook. */
export function analyse(playbook: Playbook): Finding[] {
  return [...checkStepGraph(playbook), ...checkForbiddenPhrases(playbook)];
}
