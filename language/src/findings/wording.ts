import { defineFindings } from './finding.ts';
import { code, oneOf } from './words.ts';

/** What might be said better, and phrases that listen for too much or for nothing new. All of it is advice. */
export const wordingFindings = defineFindings({
  'absolute-promise': {
    severity: 'warning',
    message: (p: { words: string; instead: string }) =>
      `${code(p.words)} is more than anybody can vouch for: ${p.instead}`,
  },
  'blaming-words': {
    severity: 'warning',
    message: (p: { words: string; instead: string }) => `${code(p.words)} sounds like a reproach: ${p.instead}`,
  },
  'generic-apology': {
    severity: 'warning',
    message: (p: { words: string; instead: string }) => `${code(p.words)} could be about anything: ${p.instead}`,
  },
  'empathy-taken-back': {
    severity: 'warning',
    message: (p: { words: string; empathy: string }) =>
      `${code(p.words)} takes back ${code(p.empathy)}: leave it out, and let a new sentence begin there`,
  },
  shouting: {
    severity: 'warning',
    message: (p: { words: string; by: 'capitals' | 'marks' }) =>
      p.by === 'capitals'
        ? `${code(p.words)} reads like shouting: write it in small letters`
        : `${code(p.words)} reads like shouting: one mark is enough`,
  },
  'long-sentence': {
    severity: 'info',
    message: (p: { words: number; most: number }) =>
      `this sentence has ${p.words} words, and a breath holds about ${p.most}: make two of it`,
  },
  'hard-sentence': {
    severity: 'info',
    message: (p: { years: number; words: readonly string[] }) =>
      `this takes about ${p.years} years of schooling to follow: say ${oneOf(p.words, 'and')} in everyday words`,
  },
  'short-phrase': {
    severity: 'warning',
    message: (p: { phrase: string; anyEnding: boolean; list?: string }) =>
      p.anyEnding
        ? `${code(p.phrase)} finds every word that begins so: write more letters before the ${code('*')}`
        : `${code(p.phrase)} is too short to tell one message from another${within(p.list)}: add the words that go with it`,
  },
  'general-phrase': {
    severity: 'warning',
    message: (p: { phrase: string; list?: string }) =>
      `${code(p.phrase)} stands in messages about anything${within(p.list)}: add the words that show what it is about`,
  },
  'covered-phrase': {
    severity: 'warning',
    message: (p: { phrase: string; by: string; list?: string; isException: boolean }) =>
      `${code(p.by)}${within(p.list)} ${p.isException ? 'takes away' : 'finds'} all that ${code(p.phrase)} ${p.isException ? 'would take away' : 'would find'}: leave ${code(p.phrase)} out`,
  },
  'excepted-phrase': {
    severity: 'warning',
    message: (p: { phrase: string; by: string; list?: string }) =>
      `${code(p.phrase)} finds nothing: ${code(p.by)} after ${code('except')}${within(p.list)} takes all of it away; leave ${code(p.phrase)} out, or make the other one narrower`,
  },
});

/** Where a phrase stands, if not at the place that a finding marks. */
function within(list: string | undefined): string {
  return list === undefined ? '' : ` in ${code(list)}`;
}
