import { defineFindings } from './finding.ts';
import { code, didYouMean, oneOf } from './words.ts';

/** What can be wrong with `poise.json`. */
export const settingFindings = defineFindings({
  'broken-settings': {
    severity: 'error',
    message: (p: { problem: string }) => p.problem,
  },
  'unknown-setting': {
    severity: 'error',
    message: (p: { setting: string; known: readonly string[]; suggestion?: string }) =>
      p.suggestion === undefined
        ? `there is no setting ${code(p.setting)} here, only ${oneOf(p.known, 'and')}`
        : `there is no setting ${code(p.setting)}${didYouMean(p.suggestion)}`,
  },
  'wrong-setting': {
    severity: 'error',
    message: (p: { setting: string; isName: boolean; expected: string; written: string; suggestion?: string }) =>
      p.isName
        ? `in ${code(p.setting)}, ${code(p.written)} is not ${p.suggestion ? `written right${didYouMean(p.suggestion)}` : p.expected}`
        : p.suggestion
          ? `${code(p.setting)} can't be ${code(p.written)}${didYouMean(p.suggestion)}`
          : `${code(p.setting)} is ${p.expected}, not ${code(p.written)}`,
  },
  'repeated-setting': {
    severity: 'error',
    message: (p: { setting: string }) => `${code(p.setting)} is set twice: keep one of the two`,
  },
  'unknown-code': {
    severity: 'error',
    message: (p: { code: string; suggestion?: string }) =>
      `there is no finding with the code ${code(p.code)}${didYouMean(p.suggestion)}`,
  },
  'fixed-level': {
    severity: 'error',
    message: (p: { code: string }) => `${code(p.code)} is always an error: leave this line out`,
    help: () => 'Only what is a warning or a remark by itself can be given another level.',
  },
});
