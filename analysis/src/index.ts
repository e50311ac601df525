import type { Finding } from './finding.ts';
import { checkForbiddenPhrases } from './forbidden-phrases.ts';
import { checkStepGraph } from './step-graph.ts';
import type { Subject } from './subject.ts';

export type { Finding } from './finding.ts';

/** Everything that can be found about a compiled playbook. */
export function analyse(playbook: Subject): Finding[] {
  return [...checkStepGraph(playbook), ...checkForbiddenPhrases(playbook)];
}
