import { defineFindings } from './finding.ts';
import { code, oneOf, type RuleName, ruleWords } from './words.ts';

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
    message: (p: { rule: RuleName; channels?: readonly string[] }) =>
      p.channels
        ? `this condition of ${ruleWords(p.rule)} can never be a yes on ${oneOf(p.channels)}, where the line belongs: change one of the two`
        : `this condition of ${ruleWords(p.rule)} can never be a yes, whatever happens: change it, or leave out what rests on it`,
  },
  'always-true-condition': {
    severity: 'warning',
    message: (p: { rule: RuleName; waits: boolean }) =>
      p.waits
        ? `this condition of ${ruleWords(p.rule)} can never be a no, only not known yet: change it, or say ${code('is known')} if that is what it waits for`
        : `this condition of ${ruleWords(p.rule)} can never be a no, whatever happens: change it, or leave it out`,
  },
  'undecided-condition': {
    severity: 'info',
    message: (p: { rule: RuleName }) =>
      `this condition of ${ruleWords(p.rule)} is too large to be looked at in full: nothing has been proved about it`,
  },
});
