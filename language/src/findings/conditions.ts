import { defineFindings } from './finding.ts';
import { code } from './words.ts';

/** What can be wrong with a condition whose names and values are all right one by one. */
export const conditionFindings = defineFindings({
  'incomplete-condition': {
    severity: 'error',
    message: (p: { fact: string; type: string; example: string }) =>
      `${code(p.fact)} is ${p.type}: say what about it, such as ${code(p.example)}`,
  },
  'no-order': {
    severity: 'error',
    message: (p: { fact: string; type: string; operator: string }) =>
      `${code(p.fact)} is ${p.type}, which has no more and less: ${code(p.operator)} can't be asked of it`,
  },
  'text-comparison': {
    severity: 'error',
    message: (p: { fact: string }) =>
      `${code(p.fact)} is free text, and what it says can't be compared: ask whether it ${code('is known')}, or make it ${code('one of …')}`,
  },
  'wrong-question': {
    severity: 'error',
    message: (p: { name: string; kind: string; question: string; instead: string }) =>
      `${code(p.name)} is ${p.kind}, so ${code(p.question)} can't be asked of it: ${p.instead}`,
  },
  'window-needs-count': {
    severity: 'error',
    message: (p: { fact: string; type: string }) =>
      `${code('in the last …')} counts what was reported, and ${code(p.fact)} is ${p.type}: only a ${code('count')} can be asked that`,
  },
  'counted-present': {
    severity: 'error',
    message: (p: { speaker: string }) =>
      `${code(`${p.speaker} says`)} is about this one message, which can't be counted: write ${code(`${p.speaker} has said`)}`,
  },
  'misplaced-approval': {
    severity: 'error',
    message: () =>
      "`approved by` is about an offer or a reply under judgement: it can only stand in a boundary's or step's `never`",
  },
  'situation-cycle': {
    severity: 'error',
    message: (p: { path: readonly string[] }) =>
      `these situations are defined by each other in a circle: ${p.path.map(code).join(' → ')}`,
  },
  'phrase-cycle': {
    severity: 'error',
    message: (p: { path: readonly string[] }) =>
      `these phrase lists contain each other in a circle: ${p.path.map(code).join(' → ')}`,
  },
  'bad-phrase': {
    severity: 'error',
    message: (p: { reason: string }) => p.reason,
  },
  'never-gathered': {
    severity: 'error',
    message: (p: { field: string }) =>
      `nothing ever asks for or records ${code(p.field)}, so this can never be known: add ${code(`ask ${p.field}`)} or ${code(`record ${p.field}`)} to a step`,
  },
});
