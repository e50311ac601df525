import { defineFindings } from './finding.ts';
import { article, code, didYouMean } from './words.ts';

/** What a declaration must have and hasn't, or has and mustn't. */
export const structureFindings = defineFindings({
  'missing-line': {
    severity: 'error',
    message: (p: { member: string; line: string; why: string }) => `${p.member} has no ${code(p.line)}: ${p.why}`,
  },
  'missing-owner': {
    severity: 'error',
    message: (p: { example: string }) =>
      `this playbook has no owner: add ${code(p.example)}, so that people know whom to ask`,
  },
  'missing-goal': {
    severity: 'warning',
    message: (p: { step: string }) =>
      `step ${code(p.step)} has no goal: say in one sentence what is true when it has gone well`,
  },
  'missing-phrase': {
    severity: 'warning',
    message: (p: { step: string }) =>
      `step ${code(p.step)} gives no words and nothing to do: add a ${code('say')} or a ${code('do')}`,
  },
  'empty-rule': {
    severity: 'error',
    message: (p: { kind: string; name: string; needs: string }) =>
      `${p.kind} ${code(p.name)} rules nothing: it needs ${p.needs}`,
  },
  'reaction-order': {
    severity: 'error',
    message: (p: { found: string; expected: string }) =>
      `reactions go in order: expected ${code(p.expected)} before ${code(p.found)}`,
  },
  'reaction-without-cause': {
    severity: 'error',
    message: () => 'a reaction needs to know to what: write `each time …` above it',
  },
  'instead-of-nothing': {
    severity: 'error',
    message: () =>
      '`say instead` offers other words for what may not be said: this boundary has no `never say` or `never mention`',
  },
  'stage-without-framework': {
    severity: 'error',
    message: (p: { stage: string }) =>
      `stage ${code(p.stage)} belongs to a framework: say which one this playbook follows, with ${code('follows …')} in its heading`,
  },
  'foreign-stage': {
    severity: 'error',
    message: (p: { stage: string; framework: string; suggestion?: string }) =>
      `framework ${code(p.framework)} has no stage ${code(p.stage)}${didYouMean(p.suggestion)}`,
  },
  'no-channels': {
    severity: 'error',
    message: () =>
      '`on …` needs a signal called `channel` that lists the channels: declare `signal channel one of phone, chat, email`',
  },
  'unknown-placeholder': {
    severity: 'error',
    message: (p: { name: string; suggestion?: string }) =>
      `there is no signal or field ${code(p.name)} to put into this text${didYouMean(p.suggestion)}`,
    help: () => 'For a brace in the text itself write `\\{`.',
  },
  'bad-placeholder': {
    severity: 'error',
    message: (p: { written: string }) =>
      `${code(p.written)} can't be filled: a placeholder is one name in braces, such as ${code('{customer_name}')}`,
    help: () => 'For a brace in the text itself write `\\{`.',
  },
  'no-placeholder-here': {
    severity: 'error',
    message: (p: { place: string }) =>
      `${p.place} is taken word for word and has no placeholders: for a brace write ${code('\\{')}`,
  },
  'scenario-expects-nothing': {
    severity: 'warning',
    message: () => 'this scenario expects nothing, so it can never fail: add an `expect …` line',
  },
  'scenario-late-given': {
    severity: 'error',
    message: (p: { line: string }) =>
      `${code(p.line)} can only stand at the beginning of a scenario, before anything happens`,
  },
  'orphan-scenario': {
    severity: 'error',
    message: (p: { kind: string }) =>
      `${article(p.kind)} needs a playbook: this file has no ${code('playbook')} heading`,
  },
  'ladder-to-itself': {
    severity: 'error',
    message: (p: { team: string }) => `${code(p.team)} passes on to itself: name another team, or leave this line out`,
  },
});
