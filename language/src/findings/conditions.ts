import type { PatternProblem } from '../phrases/pattern.ts';
import { defineFindings } from './finding.ts';
import { code, didYouMean, oneOf } from './words.ts';

/** What can be wrong with a phrase: with its form, or (found where it is compiled) with the words it is made of. */
export type PhraseProblemKind =
  | PatternProblem['kind']
  | 'no-word'
  | 'wordless-alternative'
  | 'star-after-non-word'
  | 'too-many-combinations';

const PHRASE_PROBLEMS: Readonly<Record<Exclude<PhraseProblemKind, 'unknown-kind'>, (written: string) => string>> = {
  'gap-at-end': (written) =>
    `${code(written)} stands for words between two others: it can't begin or end a phrase, so leave it out here`,
  'gap-after-gap': (written) => `two ${code(written)} in a row are no different from one: leave one out`,
  'unclosed-kind': (written) => `${code(written)} has no closing ${code('>')}`,
  'kind-as-alternative': () =>
    `only words can be joined by ${code('/')}, not a kind of text in ${code('<…>')}: write two phrases`,
  'star-alone': () =>
    `${code('*')} lets a word end anyhow, and there is no word before it: for words in between write ${code('...')}`,
  'star-inside-word': () => `${code('*')} can only stand at the end of a word, such as ${code('cancel*')}`,
  'empty-alternative': () =>
    `${code('/')} stands between two words, such as ${code('parcel/order')}: one of them is missing here`,
  'no-word': (written) =>
    written === ''
      ? 'this phrase is empty: write at least one word'
      : 'this phrase has no word in it: write at least one',
  'wordless-alternative': (written) => `${code(written)} has no word in it, so it can't be one of the choices`,
  'star-after-non-word': (written) => `${code('*')} lets a word end anyhow, and ${code(written)} doesn't end in a word`,
  'too-many-combinations': () => 'this phrase has too many combinations of words: write several phrases instead',
};

/** What can be wrong with a condition whose names and values are all right one by one. */
export const conditionFindings = defineFindings({
  'incomplete-condition': {
    severity: 'error',
    message: (p: { fact: string; type: string; example: string }) =>
      `${code(p.fact)} is ${p.type}: say what about it, such as ${code(p.example)}`,
  },
  'no-order': {
    severity: 'error',
    message: (p: { fact: string; type: string; operator: string; example: string }) =>
      `${code(p.fact)} is ${p.type}, so it can't be ${code(p.operator)} anything: write for instance ${code(p.example)}`,
  },
  'text-comparison': {
    severity: 'error',
    message: (p: { fact: string }) =>
      `${code(p.fact)} is free text, which can't be compared: ask whether it ${code('is known')}, or make it ${code('one of …')}`,
  },
  'wrong-question': {
    severity: 'error',
    message: (p: { name: string; kind: string; question: string; instead: string }) =>
      `${code(p.name)} is ${p.kind}, so ${code(p.question)} can't be asked of it: write for instance ${code(p.instead)}`,
  },
  'always-known': {
    severity: 'error',
    message: (p: { fact: string }) => `${code(p.fact)} is always known, so there is nothing to ask: leave this out`,
  },
  'window-needs-count': {
    severity: 'error',
    message: (p: { fact: string; type: string }) =>
      `${code('in the last …')} counts what was reported, and ${code(p.fact)} is ${p.type}: it works only for a signal that is a ${code('count')}`,
  },
  'two-time-spans': {
    severity: 'error',
    message: (p: { first: string; second: string }) =>
      `${code(p.first)} and ${code(p.second)} each say over what time to look: keep one of them`,
  },
  'counted-present': {
    severity: 'error',
    message: (p: { speaker: string }) =>
      `${code(`${p.speaker} says`)} is about this one message, which can't be counted: write ${code(`${p.speaker} has said`)}`,
  },
  'misplaced-approval': {
    severity: 'error',
    message: () =>
      `${code('approved by')} is about the one act that a ${code('never')} forbids, so it can only stand after its ${code('when')} or ${code('unless')}`,
  },
  'situation-cycle': {
    severity: 'error',
    message: (p: { path: readonly string[] }) =>
      p.path.length === 2
        ? `situation ${code(p.path[0] ?? '')} is defined by itself: say what it means in other terms`
        : `these situations define each other in a circle: ${p.path.map(code).join(' → ')}`,
  },
  'phrase-cycle': {
    severity: 'error',
    message: (p: { path: readonly string[] }) =>
      p.path.length === 2
        ? `phrase list ${code(p.path[0] ?? '')} contains itself: take it out of its own list`
        : `these phrase lists contain each other in a circle: ${p.path.map(code).join(' → ')}`,
  },
  'bad-phrase': {
    severity: 'error',
    message: (p: { problem: PhraseProblemKind; written: string; known?: readonly string[]; suggestion?: string }) =>
      p.problem === 'unknown-kind'
        ? `${code(p.written)} is no kind of text${p.suggestion ? didYouMean(p.suggestion) : `: there are ${oneOf(p.known ?? [], 'and')}`}`
        : PHRASE_PROBLEMS[p.problem](p.written),
  },
  'never-gathered': {
    severity: 'error',
    message: (p: { field: string }) =>
      `nothing ever asks for or records ${code(p.field)}, so this can never be known: add ${code(`ask ${p.field}`)} or ${code(`record ${p.field}`)} to a step`,
  },
});
