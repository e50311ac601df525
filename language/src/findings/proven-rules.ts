import { languageName } from '../vocabulary/languages.ts';
import { defineFindings } from './finding.ts';
import { type Circumstance, situationWords } from './witness.ts';
import { code, oneOf, type RuleName, ruleWords } from './words.ts';

/** What is found of the rules of one playbook beside one another. */
export const ruleFindings = defineFindings({
  'hidden-trigger': {
    severity: 'warning',
    message: (p: { trigger: string; earlier: readonly string[] }) =>
      `trigger ${code(p.trigger)} starts nothing of its own: whenever it holds, so does ${oneOf(p.earlier)}; leave it out, or make ${p.earlier.length > 1 ? 'these' : 'the other one'} narrower`,
  },
  'hidden-exit': {
    severity: 'warning',
    message: (p: { exit: 'goTo' | 'continueWith' | 'done'; to?: string; escalation?: string }) =>
      p.escalation === undefined
        ? `${exitWords(p.exit, p.to)} never happens: whenever it could, a line above it leaves the step first; put it above that line, or leave it out`
        : `escalation ${code(p.escalation)} never goes on with ${code(p.to ?? '')}: whenever it could, a line above it goes on with another playbook; put it above that line, or leave it out`,
  },
  'forbidden-phrase': {
    severity: 'error',
    message: (p: { words: string; by: RuleName; instead?: string }) =>
      `${code(p.words)} may not be said: ${ruleWords(p.by)} forbids it${p.instead ? `; say instead ${code(p.instead)}` : ''}`,
  },
  'forbidden-line': {
    severity: 'error',
    message: (p: { line: string; name?: string; words?: string; language?: string | null; by: RuleName }) =>
      `${ruleWords(p.by)} forbids ${lineWords(p)} whenever this line is shown: change one of the two`,
  },
  'beyond-authority': {
    severity: 'error',
    message: (p: {
      offer: string;
      worth: number;
      limit: number;
      currency: string;
      by: RuleName;
      inTotal: boolean;
      upTo: boolean;
    }) =>
      `${code(p.offer)} is worth ${p.upTo ? 'up to ' : ''}${amountWords(p.worth, p.currency)} here, but ${ruleWords(p.by)} allows no more than ${amountWords(p.limit, p.currency)}${p.inTotal ? ' in total' : ''}: offer less, or let a team approve more`,
  },
  'shut-out-reaction': {
    severity: 'warning',
    message: (p: { deed: keyof typeof DEEDS; rule: RuleName; by: RuleName; situation: readonly Circumstance[] }) =>
      `${ruleWords(p.rule)} never comes to ${code(DEEDS[p.deed])}: ${ruleWords(p.by)} forbids it ${p.situation.length > 0 ? `every time, for example ${situationWords(p.situation)}` : 'always'}`,
  },
  'contradicting-rules': {
    severity: 'error',
    message: (p: {
      what: 'offer' | 'say' | 'warn';
      name?: string;
      rule: RuleName;
      by: RuleName;
      before?: { readonly kind: string; readonly id?: string };
      situation: readonly Circumstance[];
    }) => {
      const example = p.situation.length > 0 ? `, for example ${situationWords(p.situation)}` : '';
      return p.what === 'warn'
        ? `${ruleWords(p.rule)} warns whenever ${ruleWords(p.by)} ends the conversation${example}: only one of the two can be meant`
        : `${ruleWords(p.rule)} demands this, and ${ruleWords(p.by)} forbids it for good${example}: then ${endWords(p.before)}; add ${code('unless')} to one of them`;
    },
  },
  'missing-translation': {
    severity: 'warning',
    message: (p: { wording: string; languages: readonly string[] }) =>
      `wording ${code(p.wording)} isn't there in ${oneOf(p.languages.map(languageName), 'and')}, as others are: add ${code(`in ${languageName(p.languages[0] ?? '')} "…"`)}`,
  },
  'unapproved-wording': {
    severity: 'warning',
    message: (p: { wording: string; other: string; team: string }) =>
      `nobody has approved wording ${code(p.wording)}, but ${code(p.team)} has approved ${code(p.other)}: have it read, and add ${code('approved by')}`,
  },
  'channel-without-words': {
    severity: 'warning',
    message: (p: { step: string; channels: readonly string[] }) =>
      `step ${code(p.step)} has words for other channels, but nothing at all on ${oneOf(p.channels, 'and')}: add a line there, or ${code(`skip when channel is ${p.channels.length > 1 ? 'one of ' : ''}${p.channels.join(', ')}`)}`,
  },
});

const DEEDS = { warn: 'warn', escalate: 'escalate', endConversation: 'end conversation' } as const;

function endWords(before: { readonly kind: string; readonly id?: string } = { kind: 'close' }): string {
  return before.kind === 'close'
    ? "the conversation can't be closed"
    : `${before.kind} ${code(before.id ?? '')} can't be reached`;
}

function lineWords(p: { line: string; name?: string; words?: string; language?: string | null }): string {
  const { line, name, words = '', language } = p;
  if (line === 'say' && name === undefined) return 'any reply';
  if (line === 'say') return `${code(words)} of ${code(name ?? '')}${inLanguage(language)}`;
  const verb = line === 'escalate' ? 'escalate to' : line;
  return code(name === undefined ? verb : `${verb} ${name}`);
}

function inLanguage(language: string | null | undefined): string {
  if (language === undefined) return '';
  return language === null ? ' in its own language' : ` in ${code(languageName(language))}`;
}

/** `200 GBP`, `200.50 GBP`: an amount as playbooks write it. */
export function amountWords(amount: number, currency: string): string {
  // All decimals or none, as amounts are written.
  return `${String(amount).replace(/\.\d$/, '$&0')} ${currency}`;
}

function exitWords(exit: 'goTo' | 'continueWith' | 'done', to: string | undefined): string {
  const line = { goTo: 'go to', continueWith: 'continue with', done: 'done when' }[exit];
  return code(to === undefined ? line : `${line} ${to}`);
}
