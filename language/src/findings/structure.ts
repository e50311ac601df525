import { defineFindings } from './finding.ts';
import { article, code, didYouMean } from './words.ts';

const FOR_A_BRACE = 'For a brace in the text itself write `\\{` or `\\}`.';

/** What a declaration must have and hasn't, or has and mustn't. */
export const structureFindings = defineFindings({
  'missing-line': {
    severity: 'error',
    missingFrom: 'member',
    message: (p: { member: string; line: string; why: string; example: string }) =>
      `${p.member} has no ${code(p.line)}, so ${p.why}: add one, such as ${code(p.example)}`,
  },
  'missing-owner': {
    severity: 'error',
    missingFrom: 'member',
    message: (p: { example: string }) =>
      `this playbook has no owner, so nobody knows whom to ask: add one, such as ${code(p.example)}`,
  },
  'missing-goal': {
    severity: 'warning',
    missingFrom: 'member',
    message: (p: { step: string }) =>
      `step ${code(p.step)} has no goal: say in one sentence what is true when it has gone well`,
  },
  'missing-phrase': {
    severity: 'warning',
    missingFrom: 'member',
    message: (p: { member: string }) =>
      `${p.member} gives no words and nothing to do: add ${code('say')} or ${code('do')}`,
  },
  'needs-playbook': {
    severity: 'error',
    missingFrom: 'file',
    message: (p: { kind: string }) =>
      `${article(p.kind)} belongs to a playbook, and this file has no ${code('playbook')} heading: add one above`,
  },
  'empty-rule': {
    severity: 'error',
    missingFrom: 'member',
    message: (p: { boundary: string }) =>
      `boundary ${code(p.boundary)} rules nothing: add what must ${code('never')} or ${code('always')} be done, or what happens ${code('each time')}`,
  },
  'missing-reaction': {
    severity: 'error',
    missingFrom: 'member',
    message: () => 'nothing happens on this: add what follows below it, such as `first time warn "…"`',
  },
  'reaction-without-cause': {
    severity: 'error',
    missingFrom: 'member',
    message: () => 'a reaction answers something: write to what, with `each time …`, above it',
  },
  'reaction-order': {
    severity: 'error',
    message: (p: { found: string; expected?: string }) =>
      p.expected
        ? `reactions go in order: ${code(p.expected)} comes here, not ${code(p.found)}`
        : `${code('then')} covers every later time, so nothing can follow it: leave out ${code(p.found)}, or move it up`,
  },
  'instead-of-nothing': {
    severity: 'error',
    missingFrom: 'member',
    message: () =>
      '`say instead` gives other words for what may not be said, but nothing is forbidden here: add `never say …` or `never mention …`',
  },
  'ladder-to-itself': {
    severity: 'error',
    message: (p: { team: string }) => `${code(p.team)} would pass on to itself: name another team, or leave this out`,
  },
  'stage-without-framework': {
    severity: 'error',
    missingFrom: 'file',
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
    missingFrom: 'file',
    message: () =>
      '`on …` needs a signal called `channel` that lists the channels: declare `signal channel one of phone, chat, email`',
  },
  'unknown-placeholder': {
    severity: 'error',
    message: (p: { name: string; kind?: string; suggestion?: string }) =>
      p.kind
        ? `${code(p.name)} is ${article(p.kind)}, and only signals and fields can be put into a text`
        : `there is no signal or field ${code(p.name)} to put into this text${didYouMean(p.suggestion)}`,
    help: () => FOR_A_BRACE,
  },
  'bad-placeholder': {
    severity: 'error',
    message: (p: { written: string }) =>
      `${code(p.written)} can't be filled in: write the name of a signal or field between braces, such as ${code('{customer_name}')}`,
    help: () => FOR_A_BRACE,
  },
  'no-placeholder-here': {
    severity: 'error',
    message: (p: { place: string; exact: boolean }) =>
      p.exact
        ? `${p.place} is taken word for word, so nothing can be filled in`
        : `${p.place} is not said to the customer, so nothing is filled in`,
    help: () => FOR_A_BRACE,
  },
  'foreign-placeholder': {
    severity: 'warning',
    message: (p: { written: string; suggestion?: string }) =>
      `${code(p.written)} would be read out as it stands${p.suggestion ? didYouMean(p.suggestion) : `: what is to be filled in is a signal or field in braces, such as ${code('{customer_name}')}`}`,
  },
  'empty-text': {
    severity: 'error',
    message: (p: { wanted?: string }) =>
      `there is nothing in these quotes: write ${p.wanted ?? 'something in them, or leave them out'}`,
  },
  'scenario-expects-nothing': {
    severity: 'warning',
    missingFrom: 'member',
    message: () => 'this scenario expects nothing, so it can never fail: add an `expect …` line',
  },
  'scenario-late-given': {
    severity: 'error',
    message: (p: { line: string }) =>
      `${code(p.line)} says how a conversation begins: move it up, before anything happens`,
  },
});
