import { defineFindings } from './finding.ts';
import { code, didYouMean, oneOf } from './words.ts';

/** What can be wrong with a playbook as a whole, as far as its own text shows. */
export const playbookFindings = defineFindings({
  'no-trigger': {
    severity: 'warning',
    missingFrom: 'file',
    message: (p: { playbook: string }) =>
      `nothing starts ${code(p.playbook)}: add a ${code('trigger')}, or let another playbook continue with it`,
  },
  'no-steps': {
    severity: 'error',
    missingFrom: 'file',
    message: (p: { playbook: string }) => `${code(p.playbook)} has no steps: add at least one`,
  },
  'unknown-status': {
    severity: 'error',
    message: (p: { written: string; statuses: readonly string[]; suggestion?: string }) =>
      p.suggestion
        ? `a playbook can't be ${code(p.written)}${didYouMean(p.suggestion)}`
        : `a playbook can't be ${code(p.written)}: its status is ${oneOf(p.statuses)}`,
  },
  'retired-playbook': {
    severity: 'warning',
    message: (p: { playbook: string }) =>
      `${code(p.playbook)} is retired, and nobody is led to a retired playbook: name the one that has taken its place, or leave this line out`,
  },
  'review-overdue': {
    severity: 'warning',
    message: (p: { date: string; today: string }) =>
      `this playbook was to be reviewed by ${p.date}, and today is ${p.today}: read it again and set the next date`,
  },
  'beats-itself': {
    severity: 'error',
    message: (p: { name: string }) => `${code(p.name)} can't beat itself: leave it out`,
  },
  'beats-cycle': {
    severity: 'error',
    message: (p: { path: readonly string[] }) =>
      `each of these beats the next, in a circle, so none of them leads: ${p.path.map(code).join(' → ')}`,
  },
  'stage-missing': {
    severity: 'error',
    missingFrom: 'file',
    message: (p: { playbook: string; framework: string; stages: readonly string[] }) =>
      `${code(p.playbook)} follows ${code(p.framework)} but has no step for ${p.stages.length > 1 ? 'its stages' : 'its stage'} ${oneOf(p.stages, 'and')}`,
  },
  'stage-twice': {
    severity: 'error',
    message: (p: { stage: string; between: string }) =>
      `stage ${code(p.stage)} comes back after ${code(p.between)}: keep the steps of one stage together`,
  },
  'stage-out-of-order': {
    severity: 'error',
    message: (p: { stage: string; before: string; framework: string }) =>
      `in ${code(p.framework)}, stage ${code(p.stage)} comes before ${code(p.before)}: move this step up`,
  },
});
