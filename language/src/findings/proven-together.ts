import { defineFindings } from './finding.ts';
import { type Circumstance, situationWords } from './witness.ts';
import { code } from './words.ts';

/** What is found about playbooks that start together. */
export const togetherFindings = defineFindings({
  'unclear-lead': {
    severity: 'warning',
    message: (p: { playbook: string; other: string; circumstances: readonly Circumstance[] }) =>
      `${situationWords(p.circumstances)}, both ${code(p.other)} and ${code(p.playbook)} start, and nothing says which of them leads: ` +
      `write ${code(`beats ${p.playbook}`)} in ${code(p.other)}, or ${code(`beats ${p.other}`)} in ${code(p.playbook)}`,
  },
});
