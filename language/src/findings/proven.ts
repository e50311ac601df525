import { defineFindings } from './finding.ts';
import { code, type RuleName, ruleWords } from './words.ts';

/** What other places have to do with a finding about the compiled playbook. */
export const provenRoles = {
  earlier: 'this one comes first',
  other: 'the other one',
  forbids: 'this forbids it',
  demands: 'this demands it',
} as const;

/** What is found by looking at the compiled playbook, where every rule and every path is known. */
export const provenFindings = defineFindings({
  'impossible-condition': {
    severity: 'error',
    message: (p: { rule: RuleName }) =>
      `${ruleWords(p.rule)} asks for what can never be a yes, whatever happens: change the condition, or leave out what rests on it`,
  },
  'always-true-condition': {
    severity: 'warning',
    message: (p: { rule: RuleName; waits: boolean }) =>
      p.waits
        ? `${ruleWords(p.rule)} asks for what can never be a no, only not known yet: leave the condition out, or ask whether something ${code('is known')}`
        : `${ruleWords(p.rule)} asks for what can never be a no, whatever happens: leave the condition out, or change it`,
  },
  'undecided-condition': {
    severity: 'info',
    message: (p: { rule: RuleName }) =>
      `this condition of ${ruleWords(p.rule)} is too large to be looked at in full: nothing has been proved about it`,
  },
});
