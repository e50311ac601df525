import { defineFindings } from './finding.ts';
import { code, didYouMean } from './words.ts';

/** What can be wrong with a `use` line. */
export const useFindings = defineFindings({
  'use-not-found': {
    severity: 'error',
    message: (p: { path: string; suggestion?: string }) =>
      `there is no file ${code(p.path)}${p.suggestion ? didYouMean(p.suggestion) : ', looked for from the folder of this file'}`,
  },
  'use-not-a-playbook': {
    severity: 'error',
    message: (p: { path: string; suggestion?: string }) =>
      `${code(p.path)} is not a playbook file${p.suggestion ? didYouMean(p.suggestion) : `: those have names that end in ${code('.playbook')}`}`,
  },
  'use-outside-workspace': {
    severity: 'error',
    message: (p: { path: string }) =>
      `${code(p.path)} lies outside this workspace, and nothing outside is read: move it inside`,
  },
  'use-cycle': {
    severity: 'error',
    message: (p: { path: readonly string[] }) =>
      p.path.length <= 2
        ? 'this file uses itself: leave this line out'
        : `these files use each other in a circle: ${p.path.map(code).join(' → ')}`,
    help: () => 'Move what they share into a file of its own, and use that one from both.',
  },
  'duplicate-use': {
    severity: 'warning',
    message: (p: { path: string }) => `${code(p.path)} is already used above: this line can go`,
  },
  'unused-use': {
    severity: 'warning',
    missingFrom: 'file',
    message: (p: { path: string }) =>
      `nothing here needs ${code(p.path)}, and it has no rules that would hold: this line can go`,
  },
});
